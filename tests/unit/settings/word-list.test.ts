import { describe, expect, it } from 'vitest';
import { readWordList, writeWordList } from '../../../lib/settings/word-list.ts';

describe('a list of words', () => {
  it('is read from lines and from the first column of a table', () => {
    const text = '\uFEFF词语,备注\r\n云岭村,村\r\n"张晓芃"\t人\n\n# 单位\n青石镇；镇\n云岭村\n';
    expect(readWordList(text)).toEqual({ words: ['云岭村', '张晓芃', '青石镇'], refused: [] });
  });

  it('tells which lines hold no word', () => {
    expect(readWordList('的\n<b>粗</b>\n云岭村\n一二三四五六七八九十一二三四五六七八九十一')).toEqual({
      words: ['云岭村'],
      refused: ['的', '<b>粗</b>', '一二三四五六七八九十一二三四五六七八九十一'],
    });
  });

  it('is read again as it was written, tens of thousands of words', () => {
    const words = Array.from({ length: 40_000 }, (_, index) => `词${index}`);
    expect(readWordList(writeWordList(words)).words).toEqual(words);
  });
});
