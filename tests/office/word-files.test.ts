import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveWordFile } from '../../lib/docx/save.ts';
import { openWordFile } from '../../lib/docx/word-file.ts';
import { officialDocument, styledReport, typedReport, wpsReport } from '../support/official-documents.ts';

const FILES: Readonly<Record<string, () => Uint8Array | Promise<Uint8Array>>> = {
  styled: styledReport,
  typed: typedReport,
  wps: wpsReport,
  official: officialDocument,
};

/** Every file as it is, corrected, and corrected with changes tracked and remarks. */
const WAYS = ['unchanged', 'applied', 'tracked'] as const;

const folder = mkdtempSync(join(tmpdir(), 'qingyang-office-'));
const expected = new Map<string, string>();

function changed(bytes: Uint8Array, way: (typeof WAYS)[number]): Uint8Array {
  if (way === 'unchanged') return bytes;
  const { text } = openWordFile(bytes);
  const at = text.indexOf('布署');
  return saveWordFile(bytes, {
    edits: [{ range: [at, at + 2], replacement: '部署' }],
    remarks: way === 'tracked' ? [{ range: [at, at + 2], text: '错别字' }] : [],
    as: way === 'tracked' ? 'tracked' : 'applied',
    author: '清样',
    date: new Date('2026-11-30T14:00:00Z'),
  }).bytes;
}

beforeAll(async () => {
  const inputs: string[] = [];
  for (const [name, make] of Object.entries(FILES)) {
    const bytes = await make();
    for (const way of WAYS) {
      const file = join(folder, `${name}-${way}.docx`);
      const result = changed(bytes, way);
      writeFileSync(file, result);
      expected.set(`${name}-${way}`, openWordFile(result).text);
      inputs.push(file);
    }
  }
  mkdirSync(join(folder, 'text'));
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const format = 'txt:Text (encoded):UTF8';
  execFileSync('soffice', ['--headless', profile, '--convert-to', format, '--outdir', join(folder, 'text'), ...inputs]);
});

afterAll(() => rmSync(folder, { recursive: true }));

/** LibreOffice leaves headers and footers out of its text, and sets its own blanks. */
const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.replace(/[\s\ufeff]/g, ''))
    .filter((line) => line !== '');

it.each(Object.keys(FILES).flatMap((name) => WAYS.map((way) => `${name}-${way}`)))(
  '%s is read as we read it',
  (name) => {
    const seen = lines(readFileSync(join(folder, 'text', `${name}.txt`), 'utf8'));
    const ours = lines(expected.get(name)!).filter((line) => !/^—\d+—$/.test(line));
    // LibreOffice's plain text shows what tracked changes delete beside what they insert.
    const withoutDeleted = seen.map((line) => line.replace('布部署', '部署'));
    expect(name.endsWith('tracked') ? withoutDeleted : seen).toEqual(ours);
  },
);
