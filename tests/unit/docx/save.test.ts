import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Container } from '../../../lib/docx/container.ts';
import { saveWordFile } from '../../../lib/docx/save.ts';
import type { WordChanges } from '../../../lib/docx/types.ts';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import {
  field,
  paragraph,
  plain,
  run,
  table,
  textBox,
  utf8,
  wordEntries,
  wordFile,
} from '../../support/word-document.ts';
import { wordFaults } from '../../support/word-validator.ts';

const DATE = new Date('2026-11-30T14:00:00.500Z');

function save(bytes: Uint8Array, changes: Partial<WordChanges>) {
  const saved = saveWordFile(bytes, { edits: [], remarks: [], as: 'tracked', author: '清样', date: DATE, ...changes });
  expect(wordFaults(saved.bytes)).toEqual([]);
  return saved;
}

const partOf = (bytes: Uint8Array, name = 'word/document.xml') =>
  new TextDecoder().decode(new Container(bytes).read(name));

/** The body's markup, without the root around it. */
const bodyOf = (bytes: Uint8Array) => /<w:body>(.*)<\/w:body>/s.exec(partOf(bytes))![1]!;

/** The range of some words in a file's text. */
function rangeOf(bytes: Uint8Array, words: string): readonly [number, number] {
  const at = openWordFile(bytes).text.indexOf(words);
  expect(at).toBeGreaterThanOrEqual(0);
  return [at, at + words.length];
}

describe('corrections', () => {
  const bytes = wordFile(paragraph(run('布署全年工作', '<w:b/>')));
  const edit = { range: [0, 2], replacement: '部署' } as const;

  it('applied: the text alone changes', () => {
    const saved = save(bytes, { edits: [edit], as: 'applied' });
    expect(bodyOf(saved.bytes)).toBe('<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>部署全年工作</w:t></w:r></w:p>');
  });

  it('tracked: the smallest change, in the look of what it replaces', () => {
    const by = 'w:author="清样" w:date="2026-11-30T14:00:00Z"';
    expect(bodyOf(save(bytes, { edits: [edit] }).bytes)).toBe(
      `<w:p><w:del w:id="1" ${by}><w:r><w:rPr><w:b/></w:rPr><w:delText>布</w:delText></w:r></w:del><w:ins w:id="2" ${by}><w:r><w:rPr><w:b/></w:rPr><w:t>部</w:t></w:r></w:ins><w:r><w:rPr><w:b/></w:rPr><w:t>署全年工作</w:t></w:r></w:p>`,
    );
  });

  it('every other part stays as it was, byte for byte', () => {
    const parts = { styles: '', settings: '', header: [plain('页眉')], footer: [plain('页脚')] };
    const file = wordFile(
      `${plain('布署')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`,
      parts,
    );
    const before = new Container(file);
    const after = new Container(save(file, { edits: [edit] }).bytes);
    const changed = before.names.filter((name) => Buffer.compare(before.read(name)!, after.read(name)!) !== 0);
    expect(changed).toEqual(['word/document.xml']);
  });

  it('nothing to change: the same bytes', () => {
    const kept = { range: [0, 2], replacement: '布署' } as const;
    expect(save(bytes, { edits: [kept] }).bytes).toBe(bytes);
  });

  it('an empty paragraph is written into, in the look of its mark', () => {
    const empty = wordFile(`<w:p/>${paragraph('', '<w:rPr><w:sz w:val="32"/><w:ins w:id="9" w:author="a"/></w:rPr>')}`);
    const edits = [0, 1].map((at) => ({ range: [at, at], replacement: '新' }) as const);
    const saved = save(empty, { edits, as: 'applied' });
    expect(openWordFile(saved.bytes).text).toBe('新\n新');
    expect(bodyOf(saved.bytes)).toContain('<w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t>新</w:t></w:r></w:p>');
  });

  it('a byte order mark, UTF-16 and a prefix of one’s own stay', () => {
    const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
    const document = (prefix: string) => {
      const [name, declaration] = prefix ? [`${prefix}:`, `xmlns:${prefix}`] : ['', 'xmlns'];
      return `<${name}document ${declaration}="${namespace}"><${name}body><${name}p><${name}r><${name}t>布署</${name}t></${name}r></${name}p></${name}body></${name}document>`;
    };
    const utf16 = (text: string) =>
      Uint8Array.from(
        [...`\ufeff${text}`].flatMap((character) => [character.charCodeAt(0) & 255, character.charCodeAt(0) >> 8]),
      );
    for (const main of [utf8(`\ufeff${document('x')}`), utf8(document('')), utf16(document('w'))]) {
      const file = zipSync({ ...wordEntries(''), 'word/document.xml': main });
      const changes = { remarks: [], author: '清样', date: DATE, edits: [edit] };
      for (const as of ['applied', 'tracked'] as const) {
        const saved = saveWordFile(file, { ...changes, as });
        expect(openWordFile(saved.bytes).text).toBe('部署');
        expect(new Container(saved.bytes).read('word/document.xml')!.slice(0, 2)).toEqual(main.slice(0, 2));
      }
    }
  });

  it('revision numbers are new ones', () => {
    const used = wordFile(
      `${paragraph(run('布署'))}<w:p><w:bookmarkStart w:id="41" w:name="a"/><w:bookmarkEnd w:id="41"/></w:p>`,
    );
    expect(bodyOf(save(used, { edits: [edit] }).bytes)).toMatch(/<w:del w:id="42".*<w:ins w:id="43"/);
  });
});

describe('what cannot be made', () => {
  const bytes = wordFile(paragraph(run('见第') + field('REF a', run('三')) + run('条')) + plain('下段'));
  const ask = (words: string, replacement: string) => ({ range: rangeOf(bytes, words), replacement });

  it.each([
    ['field', ask('三', '四')],
    ['paragraphs', ask('条\n下', '条下')],
    ['paragraphs', ask('下段', '下\n段')],
    ['character', ask('下段', '下\u0001')],
    ['overlap', { range: [3, 99], replacement: '' }],
    ['overlap', { range: [0.5, 1], replacement: '' }],
  ] as const)('%s', (reason, edit) => {
    const saved = save(bytes, { edits: [edit] });
    expect(saved).toEqual({ bytes, unmadeEdits: [{ change: edit, reason, isCommented: false }], unmadeRemarks: [] });
  });

  it('of two edits that touch, the first is made', () => {
    const [first, second] = [ask('见第', '看第'), ask('见', '视')];
    const saved = save(bytes, { edits: [second, first] });
    expect(saved.unmadeEdits).toEqual([{ change: first, reason: 'overlap', isCommented: false }]);
  });

  it('becomes a comment where one is wanted', () => {
    const edit = ask('三', '四');
    const saved = save(bytes, { edits: [edit], remarkOn: (_, reason) => `不能改：${reason}` });
    expect(saved.unmadeEdits).toEqual([{ change: edit, reason: 'field', isCommented: true }]);
    expect(openWordFile(saved.bytes).text).toBe(openWordFile(bytes).text);
    expect(partOf(saved.bytes, 'word/comments.xml')).toContain('不能改：field');
  });
});

describe('comments', () => {
  const commented = (bytes: Uint8Array, words: string, text = '请核对\n数字') =>
    save(bytes, { remarks: [{ range: rangeOf(bytes, words), text }] });

  it('stand around the words that they are about, in a part of their own', () => {
    const saved = commented(wordFile(paragraph(run('前文数字后文'))), '数字');
    expect(bodyOf(saved.bytes)).toBe(
      '<w:p><w:r><w:t>前文</w:t></w:r><w:commentRangeStart w:id="1"/><w:r><w:t>数字</w:t></w:r><w:commentRangeEnd w:id="1"/><w:r><w:commentReference w:id="1"/></w:r><w:r><w:t>后文</w:t></w:r></w:p>',
    );
    expect(partOf(saved.bytes, 'word/comments.xml')).toContain(
      '<w:comment w:id="1" w:author="清样" w:date="2026-11-30T14:00:00Z" w:initials="清"><w:p><w:r><w:t>请核对</w:t></w:r></w:p><w:p><w:r><w:t>数字</w:t></w:r></w:p></w:comment>',
    );
    expect(openWordFile(saved.bytes).notices.comments).toBe(1);
  });

  it('join those that are there', () => {
    const file = wordFile(
      paragraph(
        `<w:commentRangeStart w:id="5"/>${run('前文')}<w:commentRangeEnd w:id="5"/><w:r><w:commentReference w:id="5"/></w:r>${run('数字')}`,
      ),
      { comments: '<w:comment w:id="5" w:author="喻文澜"><w:p/></w:comment>' },
    );
    const saved = commented(file, '数字');
    expect(openWordFile(saved.bytes).notices.comments).toBe(2);
    expect(new Container(saved.bytes).names).toEqual(new Container(file).names);
  });

  it('on text boxes and notes stand where the box or the reference stands', () => {
    const file = wordFile(
      paragraph(`${run('正文') + textBox(plain('框中')) + run('有注')}<w:r><w:footnoteReference w:id="2"/></w:r>`),
      { footnotes: `<w:footnote w:id="2">${plain('脚注')}</w:footnote>` },
    );
    for (const [words, about] of [
      ['框中', '文'],
      ['脚注', '注'],
    ] as const) {
      expect(bodyOf(commented(file, words).bytes)).toMatch(
        new RegExp(`<w:commentRangeStart w:id="3"/><w:r><w:t>${about}</w:t></w:r><w:commentRangeEnd`),
      );
    }
  });

  it('on what Word computes or has locked stand beside it', () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:dataBinding w:xpath="x"/><w:text/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const file = wordFile(
      `${paragraph(run('第') + field('PAGE', run('12')) + run('页') + control(run('姓名')))}${control(plain('整段'))}`,
    );
    expect(bodyOf(commented(file, '1').bytes)).toMatch(
      /<w:commentRangeStart w:id="1"\/><w:r><w:fldChar w:fldCharType="begin"\/>.*<w:fldChar w:fldCharType="end"\/><\/w:r><w:commentRangeEnd/,
    );
    expect(bodyOf(commented(file, '名').bytes)).toMatch(
      /<w:commentRangeStart w:id="1"\/><w:sdt>.*<w:t xml:space="preserve">姓名<\/w:t><\/w:r><\/w:sdtContent><\/w:sdt><w:commentRangeEnd/,
    );
    expect(commented(file, '整段').unmadeRemarks.map(({ reason }) => reason)).toEqual(['no-comment']);
  });

  it('may go over cells and paragraphs, fields, pictures and numbers', () => {
    const file = wordFile(
      table([plain('格一'), plain('格二')]) +
        paragraph(`${run('图')}<w:r><w:drawing><wp:inline/></w:drawing></w:r>${field('PAGE', run('1'))}<m:oMath/>`) +
        '<w:p/>',
    );
    const { text } = openWordFile(file);
    for (let start = 0; start <= text.length; start++) {
      for (let end = start; end <= text.length; end++) {
        const saved = save(file, { remarks: [{ range: [start, end], text: '注' }] });
        expect(saved.unmadeRemarks).toEqual([]);
        expect(openWordFile(saved.bytes).text).toBe(text);
      }
    }
  });

  it('headers and footers hold none', () => {
    const file = wordFile(`${plain('正文')}<w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr>`, {
      header: [plain('页眉')],
    });
    const saved = commented(file, '页眉');
    expect(saved.unmadeRemarks.map(({ reason }) => reason)).toEqual(['no-comment']);
    expect(saved.bytes).toBe(file);
  });

  it('and corrections at the same place', () => {
    const file = wordFile(plain('布署全年工作'));
    const saved = save(file, {
      edits: [
        { range: [0, 2], replacement: '部署' },
        { range: [6, 6], replacement: '。' },
      ],
      remarks: [
        { range: [0, 2], text: '错字' },
        { range: [6, 6], text: '句号' },
      ],
    });
    expect(openWordFile(saved.bytes).text).toBe('部署全年工作。');
    expect(bodyOf(saved.bytes)).toMatch(
      /^<w:p><w:commentRangeStart w:id="1"\/><w:del .*<w:t>部<\/w:t><\/w:r><\/w:ins>/,
    );
  });
});
