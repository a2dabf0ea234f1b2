import { expect, it } from 'vitest';
import { WORD_STEP, WordModel } from '../../../lib/language/word-model.ts';
import { trainWordModel } from '../../../tools/train/word-model.ts';

/** Base-10 logarithms, as ARPA files have them. */
const ARPA = [
  '\\data\\',
  '',
  '\\1-grams:',
  '-5\t<unk>\t0',
  '-1\t会\t-0.3',
  '-2\t议\t-0.1',
  '-1.5\t会议\t-0.4',
  '-1.2\t召开\t-0.2',
  '-3\tABC\t0',
  '',
  '\\2-grams:',
  '-0.5\t召开 会议\t0',
  '-2.5\t会 议\t0',
  '',
  '\\end\\',
].join('\n');

const file = trainWordModel(ARPA, { words: 10, pairs: 1 }, {});
const model = new WordModel(file.buffer as ArrayBuffer);
const nats = (log10: number) => log10 * Math.LN10;

it('finds the best segmentation', () => {
  const { score, words, singles } = model.segment('召开会议', 0, 4);
  expect({ words, singles }).toEqual({ words: 2, singles: 0 });
  expect(Math.abs(score - nats(-1.2 - 0.5))).toBeLessThan(2 * WORD_STEP);
});

it('keeps the pairs that matter most and spreads the rest of a word by its successors', () => {
  // 会 议 was cut, so it costs the words by themselves; nothing is kept behind 会.
  const { score, singles } = model.segment('会议召', 0, 2);
  expect(singles).toBe(0);
  expect(Math.abs(score - nats(-1.5))).toBeLessThan(WORD_STEP);
});

it('has a price for characters that are no words, and for nothing', () => {
  expect(model.segment('召', 0, 1).score).toBeLessThan(-10);
  expect(model.segment('召开', 1, 1)).toEqual({ score: 0, words: 0, singles: 0 });
});

it('is the same to the byte each time', () => {
  expect(Buffer.compare(trainWordModel(ARPA, { words: 10, pairs: 1 }, {}), file)).toBe(0);
});
