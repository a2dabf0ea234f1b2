import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Segmenter, wordsOver } from '../../../lib/language/segmentation.ts';
import { lexiconOf } from '../../support/lexicon-of.ts';

/** Words with their log-frequencies. */
const WORDS = { 发展中国家: -4, 发展: -5, 发展中: -9, 中国: -5, 国家: -5.5, 家: -7, 中: -6, 的: -3 };
const segmenter = new Segmenter(lexiconOf(WORDS));

function cut(text: string, start = 0, end = text.length): string[] {
  const { offsets } = segmenter.cut(text, start, end);
  return offsets.slice(1).map((offset, i) => text.slice(offsets[i]!, offset));
}

describe('cutting', () => {
  it('takes the likeliest words, not the longest, and none of more than four characters', () => {
    expect(cut('发展中国家的')).toEqual(['发展中', '国家', '的']);
    expect(cut('发展中国的')).toEqual(['发展', '中国', '的']);
  });

  it('leaves what is no word as single characters without a node', () => {
    expect(cut('发X展')).toEqual(['发', 'X', '展']);
    expect(segmenter.cut('发X展', 0, 3).nodes).toEqual([0, 0, 0]);
    expect(segmenter.cut('的', 0, 1).nodes[0]).toBeGreaterThan(0);
  });

  it('sees nothing outside its stretch', () => {
    expect(cut('发展中国家', 1, 4)).toEqual(['展', '中国']);
    expect(segmenter.cut('发展', 1, 1)).toEqual({ offsets: [1], nodes: [] });
  });

  it('leaves no character out', () => {
    const text = fc.string({
      unit: fc.constantFrom('发', '展', '中', '国', '家', '的', '，', '\ud83d'),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, (string) => {
        const { offsets, nodes } = segmenter.cut(string, 0, string.length);
        expect(cut(string).join('')).toBe(string);
        expect(offsets.length).toBe(nodes.length + 1);
      }),
    );
  });
});

it('finds the words over a place', () => {
  const cut = segmenter.cut('发展中国家的', 0, 6);
  expect(wordsOver(cut, 3, 4)).toEqual([1, 1]);
  expect(wordsOver(cut, 2, 4)).toEqual([0, 1]);
  expect(wordsOver(cut, 5, 6)).toEqual([2, 2]);
  const place = fc.tuple(fc.nat(5), fc.integer({ min: 1, max: 6 })).filter(([start, end]) => start < end);
  fc.assert(
    fc.property(place, ([start, end]) => {
      const [first, last] = wordsOver(cut, start, end);
      expect(cut.offsets[first]!).toBeLessThanOrEqual(start);
      expect(cut.offsets[first + 1]!).toBeGreaterThan(start);
      expect(cut.offsets[last]!).toBeLessThan(end);
      expect(cut.offsets[last + 1]!).toBeGreaterThanOrEqual(end);
    }),
  );
});
