import { describe, expect, it } from 'vitest';
import { checkedTexts } from '../../../lib/docx/checked-texts.ts';
import { saveWordFile } from '../../../lib/docx/save.ts';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import {
  officialDocument,
  STYLED_REPORT,
  styledReport,
  typedReport,
  wpsReport,
} from '../../support/official-documents.ts';
import { wordFaults } from '../../support/word-validator.ts';

const FILES = { styled: styledReport, typed: typedReport, wps: wpsReport, official: officialDocument } as const;

describe.each(Object.entries(FILES))('%s', (_, make) => {
  it.each(['applied', 'tracked'] as const)('a mistake is corrected, %s', async (as) => {
    const bytes = await make();
    const { text } = openWordFile(bytes);
    const at = text.indexOf('布署');
    const saved = saveWordFile(bytes, {
      edits: [{ range: [at, at + 2], replacement: '部署' }],
      remarks: [{ range: [at, at + 2], text: '错别字' }],
      as,
      author: '清样',
      date: new Date(),
    });
    expect(saved.unmadeEdits).toEqual([]);
    expect(openWordFile(saved.bytes).text).toBe(text.replace('布署', '部署'));
    expect(wordFaults(saved.bytes)).toEqual([]);
  });
});

it('numbers are the same, by styles and typed', async () => {
  expect(openWordFile(styledReport()).text.split('\n')).toEqual(STYLED_REPORT);
  expect(openWordFile(await typedReport()).text.split('\n')).toEqual(STYLED_REPORT);
});

it('all of an official document but its page number is its body', () => {
  const { text, paragraphs } = openWordFile(officialDocument());
  const others = text.split('\n').filter((_, index) => !paragraphs[index]!.isBody);
  expect(others).toEqual(['— 1 —']);
  expect(checkedTexts(text, paragraphs).map(({ text: checked }) => checked)).toEqual([text.replace('\n— 1 —', '')]);
});
