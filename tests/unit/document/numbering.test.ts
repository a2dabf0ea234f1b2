import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../lib/document/document.ts';
import { findBreaks, readNumbering } from '../../../lib/document/numbering.ts';

const seriesOf = (text: string) =>
  readNumbering(parseDocument(text)).series.map(({ style, items, parent }) => [
    style,
    items.map(({ marker }) => marker.value).join(' '),
    parent?.marker.value,
  ]);

describe('readNumbering', () => {
  it('tells the series of each section apart', () => {
    const text = '一、成效\n（一）学习\n1.会议\n2.培训\n（二）落实\n二、打算\n（一）学习';
    expect(seriesOf(text)).toEqual([
      ['chinese', '1 2', undefined],
      ['chinese-parenthesis', '1 2', 1],
      ['arabic', '1 2', 1],
      ['chinese-parenthesis', '1', 2],
    ]);
  });

  it('lets articles count on through chapters, and passes over inserted ones', () => {
    const text = '第一章 总则\n第一条 为了……\n第二条 本市……\n第二条之一 区……\n第二章 职责\n第三条 局……';
    expect(seriesOf(text)).toEqual([
      ['chapter', '1 2', undefined],
      ['article', '1 2', 1],
      ['article', '3', 2],
    ]);
  });

  it('starts anew below an attachment head', () => {
    expect(seriesOf('一、甲\n二、乙\n附件1\n一、丙')).toEqual([
      ['chinese', '1 2', undefined],
      ['chinese', '1', undefined],
    ]);
  });

  it('takes “二、三产业” for no number', () => {
    expect(seriesOf('一、概况\n二、三产业占比稳步提高。')).toEqual([['chinese', '1', undefined]]);
    expect(seriesOf('一、一年来的工作\n二、三年规划')).toEqual([['chinese', '1 2', undefined]]);
  });
});

describe('findBreaks', () => {
  const told = (values: number[], before?: number) =>
    findBreaks(values, before).map(({ index, expected, kind }) => `${index}:${kind}→${expected}`);

  it.each([
    [[1, 2, 3], []],
    [[1, 2, 4], ['2:gap→3']],
    [[1, 2, 4, 5], ['2:gap→3']],
    [[1, 2, 3, 3, 5, 6], ['3:repeat→4']],
    [[1, 2, 3, 3, 4], ['3:repeat→4']],
    [[1, 2, 5, 4], ['2:slip→3']],
    [[1, 3, 3], ['1:slip→2']],
    [[1, 2, 3, 1, 5], ['3:slip→4']],
    [[2, 3], ['0:start→1']],
    [[3, 2, 3], ['0:slip→1']],
    [[1, 2, 3, 2], ['3:back→4']],
  ])('%j', (values, breaks) => expect(told(values)).toEqual(breaks));

  it('counts on from the series before', () => {
    expect(told([4, 5], 3)).toEqual([]);
    expect(told([5, 6], 3)).toEqual(['0:start→1']);
  });
});
