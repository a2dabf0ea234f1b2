import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import { applyFixes } from '../../../lib/engine/fix.ts';
import { decodeText } from '../../../lib/files/encoding.ts';
import { encodeText } from '../../../tools/check/encode.ts';
import { nodeChecker } from '../../../tools/check/node-checker.ts';
import { readOptions } from '../../../tools/check/options.ts';
import { OutputFolder, UnwritableFile } from '../../../tools/check/output.ts';
import { Progress } from '../../../tools/check/progress.ts';
import { review } from '../../../tools/check/review.ts';
import { type Source, textSource } from '../../../tools/check/source.ts';
import { paragraph, plain, run, wordFile } from '../../support/word-document.ts';

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
    ['an unknown format', ['--format', 'xml', '-']],
    ['an unknown option', ['--fast', '-']],
    ['no file', []],
  ])('says how it is used for %s', (_, args) => expect(() => readOptions(args)).toThrow(/用法/));

  it.each([
    ['a wrong option', ['--fast', '-'], /用法/],
    ['a file that is no text', [fileOf('bytes.bin', Buffer.from([0xff, 0x00, 0x81, 0x00, 0x00, 0xff]))], /bytes\.bin/],
  ])('ends with status 2 and a sentence for %s', (_, args, sentence) => {
    const { status, stderr, stdout } = check(args);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(sentence);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('corrected copies', () => {
  const output = join(folder, '改好的');

  it('go to a folder of their own: text in its encoding, Word files as such; what cannot be read is told', () => {
    const text = fileOf('小结.txt', iconv.encode(WRONG, 'gbk'));
    const word = fileOf('报告.docx', Buffer.from(wordFile(plain('青石镇工作报告', '选派帮扶帮扶工作队XX支。'))));
    const pdf = fileOf('扫描.pdf', '%PDF-1.7');
    const before = [text, word].map((path) => readFileSync(path));
    const args = ['--fix', '--output', output, '--tracked', '--comments', '--format', 'json', '--print-text'];
    const { status, stdout, stderr } = check([...args, text, pdf, '/nowhere/at/all.txt', word]);
    expect(status).toBe(2);
    expect(stderr.trimEnd().split('\n')).toEqual([
      expect.stringMatching(/扫描\.pdf：是 PDF/),
      expect.stringMatching(/all\.txt：没有这个文件/),
    ]);
    expect(JSON.parse(stdout).map((result: { text: string }) => result.text)).toEqual([
      '选派帮扶工作队。\n',
      '青石镇工作报告\n选派帮扶工作队XX支。',
    ]);
    expect([text, word].map((path) => readFileSync(path))).toEqual(before);
    expect(iconv.decode(readFileSync(join(output, '小结.txt')), 'gbk')).toBe('选派帮扶工作队。\n');
    const bytes = readFileSync(join(output, '报告.docx'));
    expect(openWordFile(bytes).text).toBe('青石镇工作报告\n选派帮扶工作队XX支。');
    expect(openWordFile(bytes).revisions.map(({ text }) => text)).toEqual(['帮扶']);
    expect(openWordFile(bytes).notices.comments).toBe(1);
  });

  it('and records beside them, when asked for', () => {
    const word = fileOf('记录用.docx', Buffer.from(wordFile(plain('选派帮扶帮扶工作队。'))));
    expect(check(['--fix', '--output', output, '--format', 'docx', word]).status).toBe(0);
    expect(openWordFile(readFileSync(join(output, '记录用（校对记录）.docx'))).text).toContain(
      '选派帮扶帮扶帮扶工作队。',
    );
  });

  it.each([
    ['tracked changes without a copy', ['--fix', '--tracked', 'a.docx'], /--output/],
    ['a folder for nothing', ['--output', 'x', 'a.txt'], /--fix/],
    ['records of several files without a folder', ['--format', 'html', 'a.txt', 'b.txt'], /--output/],
  ])('ends with status 2 and a sentence for %s', (_, args, sentence) => {
    expect(() => readOptions(args)).toThrow(sentence);
  });

  it('never take the place of an original, by whatever name, or of a link', () => {
    const original = fileOf('原件.txt', WRONG);
    linkSync(original, join(folder, '另名.txt'));
    mkdirSync(join(folder, '链接'), { recursive: true });
    symlinkSync(original, join(folder, '链接', '原件.txt'));
    symlinkSync(folder, join(folder, '这里'));
    const reasonOf = (target: string, name: string) => {
      try {
        new OutputFolder(target, [original]).write(name, new Uint8Array());
      } catch (error) {
        return (error as UnwritableFile).reason;
      }
      return 'written';
    };
    expect(reasonOf(folder, '原件.txt')).toBe('original');
    expect(reasonOf(folder, '另名.txt')).toBe('original');
    expect(reasonOf(join(folder, '这里'), '原件.txt')).toBe('original');
    expect(reasonOf(join(folder, '链接'), '原件.txt')).toBe('link');
    expect(readFileSync(original, 'utf8')).toBe(WRONG);
    const out = new OutputFolder(join(folder, '两次'), [original]);
    out.write('原件.txt', new Uint8Array());
    expect(() => out.write('原件.txt', new Uint8Array())).toThrow(UnwritableFile);
    expect(reasonOf(join(folder, '两次'), '原件.txt')).toBe('written');
  });

  it('are not made where the encoding would change what nobody has touched', () => {
    // The euro sign of code page 936, which GB18030 writes otherwise.
    const bytes = Buffer.concat([
      iconv.encode('选派帮扶帮扶工作队', 'gbk'),
      Buffer.from([0x80]),
      iconv.encode('。', 'gbk'),
    ]);
    const path = fileOf('代码页.txt', bytes);
    const { status, stderr } = check(['--fix', '--output', output, path]);
    expect([status, stderr]).toEqual([2, expect.stringMatching(/代码页\.txt：按它的编码写回去，会有字变样/)]);
    expect(readFileSync(path)).toEqual(bytes);
  });
});

describe('a review', () => {
  const word = (...paragraphs: string[]): Source => {
    const bytes = wordFile(paragraphs.join(''));
    const file = openWordFile(bytes);
    return { path: '稿.docx', bytes, format: 'docx', text: file.text, word: file };
  };
  const reviewOf = (source: Source) =>
    nodeChecker('zh-CN').then((checker) =>
      review(source, { checker, locale: 'zh-CN', fix: true, obstacle: (reason) => `不能改：${reason}` }),
    );

  it('makes corrections that one another bring to light into edits of the text as it was', async () => {
    const source = textSource('稿.txt', '我们认真落实工作布署，选派帮扶帮扶帮扶工作队。');
    const { result, edits } = await reviewOf(source);
    const made = applyFixes(
      source.text,
      edits.map(({ range, replacement }) => ({ range, text: replacement })),
    );
    expect([result.text, made]).toEqual([
      '我们认真落实工作部署，选派帮扶工作队。',
      '我们认真落实工作部署，选派帮扶工作队。',
    ]);
  });

  it('leaves what a Word file does not allow, and says why', async () => {
    const field =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>' +
      `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('工作布署')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const source = word(paragraph(run('认真落实') + field + run('。')), paragraph(run('选派帮扶帮扶工作队。')));
    const { result, edits, remarks, record } = await reviewOf(source);
    expect(result.text).toBe('认真落实工作布署。\n选派帮扶工作队。');
    expect(edits).toHaveLength(1);
    expect(remarks.map(({ text }) => text)).toEqual([expect.stringContaining('不能改：field')]);
    expect(record(new Date(0)).entries.map(({ outcome, remark }) => [outcome, remark])).toEqual([
      ['left', '不能改：field'],
      ['fixed', undefined],
    ]);
  });

  it('does not take the cells of a table for the document', async () => {
    const cells = ['一、职责', '三、职责'].map((text) => `<w:tc>${paragraph(run(text))}</w:tc>`).join('');
    const table = `<w:tbl><w:tr>${cells}</w:tr></w:tbl>`;
    const body = ['一、工作', '做了实事。', '二、打算', '继续做好。'].map((text) => paragraph(run(text))).join('');
    const { result } = await reviewOf(word(body, table, paragraph(run('以上。'))));
    expect(result.issues.filter(({ category }) => category === 'structure')).toEqual([]);
  });
});

it('progress is one line on a terminal, and nothing elsewhere', () => {
  const written: string[] = [];
  const terminal = { columns: 20, write: (text: string) => written.push(text) > 0 };
  new Progress(3, { ...terminal, isTTY: false }).next('甲.docx');
  new Progress(1, { ...terminal, isTTY: true }).next('甲.docx');
  expect(written).toEqual([]);
  const progress = new Progress(3, { ...terminal, isTTY: true });
  progress.next('一份名字很长很长的报告.docx');
  progress.clear();
  expect(written).toEqual(['\r\x1b[2K1/3 一份名字很长', '\r\x1b[2K']);
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
