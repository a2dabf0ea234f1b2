import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_WORD, WORD_KIND } from '../../../lib/language/lexicon.ts';
import { packWords } from '../../../tools/lexicon/word-trie.ts';
import { lexiconOf } from '../../support/lexicon-of.ts';
import { lexicon } from './lexicon-data.ts';

describe('a small lexicon', () => {
  const small = lexiconOf({ 贯彻: -3, 贯彻落实: -4, 落: -5, 落实: -6 }, { 贯彻: WORD_KIND.verb });

  it('finds the longest word at a place', () => {
    expect(small.longestWordAt('要贯彻落实好', 1)).toBe(4);
    expect(small.longestWordAt('要贯彻落', 1)).toBe(2);
    expect(small.longestWordAt('要贯', 1)).toBe(0);
    expect(small.longestWordAt('要', 5)).toBe(0);
  });

  it('finds the words that start at a place, by length', () => {
    const nodes = new Uint32Array(3);
    expect(small.wordsAt('要落实好', 1, nodes)).toBe(2);
    expect([...nodes.subarray(0, 2)].map((node) => small.trie.weights[node]! > 0)).toEqual([true, true]);
    expect(small.wordsAt('贯彻落实', 0, nodes)).toBe(3);
    expect([...nodes].map((node) => node > 0)).toEqual([false, true, false]);
    expect(small.wordsAt('要', 0, nodes)).toBe(0);
    expect(small.wordsAt('要', 5, nodes)).toBe(0);
  });

  it('finds the longest word around a place', () => {
    const covering = small.longestWordCovering('要贯彻落实', 3);
    expect([covering >> 4, covering & 15]).toEqual([1, 4]);
    expect(small.longestWordCovering('要贯', 1)).toBe(-1);
  });

  it('keeps frequencies to a step, and kinds', () => {
    expect(small.wordLogFrequency('落实', 0, 2)).toBeCloseTo(-6, 1);
    expect(small.wordLogFrequency('贯', 0, 1)).toBe(Number.NEGATIVE_INFINITY);
    expect(small.wordLogFrequency('贯彻', 1, 9)).toBe(Number.NEGATIVE_INFINITY);
    expect(small.wordKind('贯彻', 0, 2)).toBe(WORD_KIND.verb);
    expect(small.wordKind('贯', 0, 1)).toBe(0);
  });

  it('names the inner character that a word lacks', () => {
    expect(small.wordsMissingOne('贯落实', 0)).toMatchObject([{ word: '贯彻落实', index: 1, character: '彻' }]);
    expect(small.wordsMissingOne('贯彻实', 0)).toMatchObject([{ word: '贯彻落实', index: 2, character: '落' }]);
    expect(small.wordsMissingOne('贯彻落实', 0)).toHaveLength(0);
    expect(small.wordsMissingOne('', 0)).toHaveLength(0);
  });
});

describe('any lexicon', () => {
  const character = fc.constantFrom('甲', '乙', '丙', '丁');
  const word = fc.string({ unit: character, minLength: 1, maxLength: LONGEST_WORD });

  it('says of every string what a plain set says', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { minLength: 1, maxLength: 30 }),
        fc.string({ unit: character }),
        (words, text) => {
          const trie = lexiconOf(Object.fromEntries(words.map((word) => [word, -5])));
          const set = new Set(words);
          for (let i = 0; i < text.length; i++) {
            let longest = 0;
            for (let end = i + 1; end <= text.length; end++) if (set.has(text.slice(i, end))) longest = end - i;
            expect(trie.longestWordAt(text, i)).toBe(longest);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the same bytes for the same words', () => {
    const words = [{ text: '贯彻', logFrequency: -8, kinds: 0 }];
    expect(packWords(words, () => [])).toEqual(packWords(words, () => []));
  });
});

describe('the shipped lexicon', () => {
  it('knows common and official words with plausible frequencies', () => {
    const frequency = (word: string) => lexicon.wordLogFrequency(word, 0, word.length);
    expect(frequency('的')).toBeGreaterThan(-5);
    expect(frequency('贯彻')).toBeGreaterThan(frequency('泯灭'));
    expect(frequency('部署')).toBeGreaterThan(-11);
    expect(frequency('布署')).toBe(Number.NEGATIVE_INFINITY);
    expect(lexicon.wordKind('实事求是', 0, 4) & WORD_KIND.idiom).toBe(WORD_KIND.idiom);
  });

  it('takes any text', () => {
    for (const text of ['', '\ud800', 'abc', '\u0000\u202e', '😀'.repeat(3)]) {
      for (let i = 0; i <= text.length; i++) expect(lexicon.longestWordAt(text, i)).toBeGreaterThanOrEqual(0);
    }
  });
});
