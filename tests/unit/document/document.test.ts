import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../lib/document/document.ts';
import type { Document, Role, Section } from '../../../lib/document/types.ts';
import { arbitraryText } from '../../support/arbitrary.ts';

const REPORT = `2024年度述职报告
青禾县云岭镇党委书记　林知远
（2025年1月8日）

各位领导、同志们：
　　现将一年来的工作报告如下。
　　一、主要工作
　　（一）加强学习。全年集中学习十二次。
　　（二）服务群众。一是走访农户。二是修好水渠。
　　二、存在的不足
　　深入基层不够。
　　三、下一步打算
　　1.抓好春耕。备足种子。
　　2.抓好防汛。备足沙袋。
　　以上报告，请予评议。

　　　　　　　　林知远
　　　　　　　　2025年1月8日`;

const NOTICE = `青禾县云岭镇人民政府文件

云政发〔2024〕7号

关于做好秋季防火工作的通知

各村民委员会，镇直各单位：
　　为做好秋季防火工作，现将有关事项通知如下。
　　一、落实责任
　　各村确定一名防火员。
　　特此通知。

　　附件：1.防火员名单
　　　　　2.值班表

　　　　　　　　云岭镇人民政府
　　　　　　　　2024年9月3日`;

const rolesOf = (text: string) =>
  parseDocument(text)
    .blocks.map(({ role }) => role)
    .filter((role) => role !== 'blank');
const titlesOf = (sections: readonly Section[]): unknown[] =>
  sections.map(({ block, heading, children }) => {
    const title = block.paragraph.text.slice(...heading.title);
    return children.length > 0 ? [title, titlesOf(children)] : title;
  });

/** A document without what depends on the versions before it. */
const withoutMemory = (document: Document): unknown =>
  JSON.parse(
    JSON.stringify({ ...document, chunks: undefined }, (key, value) => (key === 'memory' ? undefined : value)),
  );

describe('the parts of a document', () => {
  it('reads a work report', () => {
    const expected: Role[] = [
      'title',
      'byline',
      'byline',
      'salutation',
      'body',
      'heading',
      'heading',
      'heading',
      'heading',
      'body',
      'heading',
      'heading',
      'heading',
      'closing',
      'signature',
      'date',
    ];
    expect(rolesOf(REPORT)).toEqual(expected);
  });

  it('reads an official notice', () => {
    expect(rolesOf(NOTICE)).toEqual([
      'letterhead',
      'document-number',
      'title',
      'salutation',
      'body',
      'heading',
      'body',
      'closing',
      'attachment',
      'attachment',
      'signature',
      'date',
    ]);
    const { title, salutation, closing, signature, date } = parseDocument(NOTICE);
    expect([title, salutation, closing, signature, date].map((block) => block?.paragraph.text.trim())).toEqual([
      '关于做好秋季防火工作的通知',
      '各村民委员会，镇直各单位：',
      '特此通知。',
      '云岭镇人民政府',
      '2024年9月3日',
    ]);
  });

  it('finds a closing that shares its paragraph, and a signature that shares its line with the date', () => {
    const text = '工作总结\n一年来工作顺利。\n以后继续努力。以上总结，请批评指正。\n云岭镇农技站　2024年12月30日';
    const document = parseDocument(text);
    expect(document.closing?.index).toBe(2);
    expect(document.signature?.index).toBe(3);
    expect(document.date?.index).toBe(3);
  });

  it('finds no parts in a sentence typed into a field', () => {
    const document = parseDocument('今天开会');
    expect(document.title).toBeUndefined();
    expect(document.signature).toBeUndefined();
  });

  it.each([
    '（  年  月  日）',
    '镇政府　　　年　　月　　日',
    '2025年 月 日',
    '20XX 年 X 月 X 日',
    '2025年1月',
    '（2025年1月8日）',
  ])('takes a date for one before and after it was filled in: %s', (date) =>
    expect(parseDocument(`总结\n正文。\n${date}`).date?.index).toBe(2),
  );

  it('reads a date with any number of blanks in it', () => {
    const blanks = '\u3000'.repeat(20_000);
    for (const date of [`（${blanks}年${blanks}月${blanks}日）`, `镇政府${blanks}年${blanks}月${blanks}日`]) {
      expect(parseDocument(`总结\n正文。\n${date}`).date?.index).toBe(2);
      expect(parseDocument(`总结\n正文。\n${date.replace('日', '口')}`).date).toBeUndefined();
    }
  });

  it('builds the outline', () => {
    expect(titlesOf(parseDocument(REPORT).outline)).toEqual([
      ['主要工作', ['加强学习', '服务群众']],
      '存在的不足',
      ['下一步打算', ['抓好春耕', '抓好防汛']],
    ]);
  });

  it('gives every section its end', () => {
    const { headings } = parseDocument(REPORT);
    expect(headings.map(({ block, endBlock }) => [block.index, endBlock])).toEqual([
      [6, 9],
      [7, 8],
      [8, 9],
      [9, 11],
      [11, 18],
      [12, 13],
      [13, 18],
    ]);
  });
});

describe('positions', () => {
  it('are exact under every kind of line break', () => {
    const text = '甲\r\n乙\n丙\r丁\u2028戊\u2029己\f庚\v辛';
    const { blocks } = parseDocument(text);
    expect(blocks.map(({ paragraph }) => paragraph.text).join('')).toBe('甲乙丙丁戊己庚辛');
    for (const { start, paragraph } of blocks) {
      expect(text.slice(start, start + paragraph.text.length)).toBe(paragraph.text);
    }
  });

  it('tile the text, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryText(), (text) => {
        const { blocks } = parseDocument(text);
        expect(blocks.map(({ paragraph, separator }) => paragraph.text + separator).join('')).toBe(text);
        let start = 0;
        for (const { paragraph, separator, start: blockStart } of blocks) {
          expect(blockStart).toBe(start);
          start += paragraph.text.length + separator.length;
          expect(paragraph.sentences.map(({ range }) => paragraph.text.slice(...range)).join('')).toBe(paragraph.text);
          for (const { range } of paragraph.quotations) expect(range[1] - range[0]).toBeGreaterThanOrEqual(2);
          const marks = paragraph.enumeration.map(({ marker }) => marker[0]);
          expect(marks).toEqual([...marks].sort((a, b) => a - b));
        }
      }),
    );
  });

  it('read the same after an edit as from scratch', () => {
    fc.assert(
      fc.property(arbitraryText(), arbitraryText(), (before, after) => {
        const cache = new Map();
        const document = parseDocument(before, cache);
        expect(withoutMemory(parseDocument(after, cache, document))).toEqual(withoutMemory(parseDocument(after)));
      }),
    );
  });

  it('read the same after any splice, also within a line break', () => {
    const lines = fc.array(fc.constantFrom('甲', '甲', '乙丙', '', '\r', '\n', '\r\n', '\f'), { maxLength: 12 });
    fc.assert(
      fc.property(lines, lines, fc.nat(20), fc.nat(4), (pieces, inserted, place, deleted) => {
        const text = pieces.join('');
        const start = place % (text.length + 1);
        const after = text.slice(0, start) + inserted.slice(0, 3).join('') + text.slice(start + deleted);
        expect(withoutMemory(parseDocument(after, new Map(), parseDocument(text)))).toEqual(
          withoutMemory(parseDocument(after)),
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('keep the blocks before an edit and the paragraphs behind it', () => {
    const before = parseDocument('甲\n乙\n丙\n丁');
    const after = parseDocument('甲\n乙乙\n丙\n丁', new Map(), before);
    expect(after.blocks[0]).toBe(before.blocks[0]);
    expect(after.blocks[3]!.paragraph).toBe(before.blocks[3]!.paragraph);
  });

  it('cost linear time in one endless line', () => {
    const hostile = ['“', '》', '（一）', '一是', '第', '1.', '。', '\u3000', 'X月', '\ud800'];
    for (const piece of hostile) {
      const text = piece.repeat(Math.ceil(300_000 / piece.length));
      const start = performance.now();
      parseDocument(text);
      expect(performance.now() - start, piece).toBeLessThan(5000);
    }
  });
});
