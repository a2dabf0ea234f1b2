import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { decodeText } from '../../../lib/files/encoding.ts';
import { encodeText } from '../../../tools/check/encode.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'qingyang-'));
afterAll(() => rmSync(folder, { recursive: true }));

const WRONG = '选派帮扶帮扶工作队。\n';

function check(args: readonly string[], input: string | Buffer = '') {
  const run = spawnSync(process.execPath, ['--import', './tools/node-loader.mjs', 'tools/check/main.ts', ...args], {
    cwd: root,
    input,
    encoding: 'utf8',
  });
  return { status: run.status, stdout: run.stdout, stderr: run.stderr };
}

function fileOf(name: string, bytes: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

describe('the command line', () => {
  it('prints an object a file, and status 1 for an error', () => {
    const wrong = fileOf('wrong.txt', WRONG);
    const right = fileOf('right.txt', '选派帮扶工作队。\n');
    const { status, stdout } = check(['--format', 'json', wrong, right]);
    expect(status).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        filePath: wrong,
        documentType: null,
        messages: [
          expect.objectContaining({
            ruleId: 'repetition/doubled-word',
            category: 'repetition',
            severity: 'error',
            range: [2, 6],
            message: expect.stringContaining('帮扶'),
            fix: { range: [2, 6], text: '帮扶' },
          }),
        ],
      },
      { filePath: right, documentType: null, messages: [] },
    ]);
  });

  it('ends with status 0 where all is well, and says so', () => {
    const { status, stdout } = check(['-'], '选派帮扶工作队。\n');
    expect([status, stdout]).toEqual([0, '没有发现问题。\n']);
  });

  it('takes every line as a document of its own', () => {
    const { stdout } = check(['--each-line', '--format', 'json', '-'], `好。\r\n\r\n${WRONG}`);
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ messages }) => messages.length)).toEqual([0, 0, 1]);
  });

  it('mends a file in its own encoding', () => {
    const path = fileOf('gbk.txt', iconv.encode(WRONG, 'gbk'));
    expect(check(['--fix', path]).status).toBe(0);
    expect(iconv.decode(readFileSync(path), 'gbk')).toBe('选派帮扶工作队。\n');
    expect(check(['--fix', '-'], WRONG).stdout).toBe('选派帮扶工作队。\n');
  });

  it('writes SARIF with places and fixes', () => {
    const { runs } = JSON.parse(check(['--format', 'sarif', '-'], WRONG).stdout);
    expect(runs[0].columnKind).toBe('utf16CodeUnits');
    expect(runs[0].results[0]).toMatchObject({
      ruleId: 'repetition/doubled-word',
      level: 'error',
      locations: [{ physicalLocation: { region: { startLine: 1, startColumn: 3, endColumn: 7, charOffset: 2 } } }],
      fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: '帮扶' } }] }] }],
    });
  });

  it('speaks English where asked to', () => {
    expect(check(['--locale', 'en', '-'], WRONG).stdout).toContain('written twice');
  });

  it.each([
    ['a missing file', ['/nowhere/at/all.txt'], /nowhere/],
    ['an unknown format', ['--format', 'xml', '-'], /用法/],
    ['an unknown option', ['--fast', '-'], /用法/],
    ['no file', [], /用法/],
    ['a file that is no text', [fileOf('bytes.bin', Buffer.from([0xff, 0x00, 0x81, 0x00, 0x00, 0xff]))], /bytes\.bin/],
  ])('ends with status 2 and a sentence for %s', (_, args, sentence) => {
    const { status, stderr, stdout } = check(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('encodings', () => {
  const text = '关于做好防汛工作的通知，各村：一是备足沙袋。\n𠮷';
  it.each(['utf8', 'gb18030', 'utf-16le', 'utf-16be'] as const)(
    'reads and writes %s with and without its mark',
    (encoding) => {
      for (const addBOM of encoding === 'gb18030' ? [false] : [false, true]) {
        const bytes = iconv.encode(text, encoding, { addBOM });
        const decoded = decodeText(bytes)!;
        expect(decoded).toEqual({ text, encoding, hasByteOrderMark: addBOM });
        expect(Buffer.from(encodeText(text, decoded))).toEqual(bytes);
      }
    },
  );
  it('reads an empty file', () => expect(decodeText(new Uint8Array())?.text).toBe(''));
});
