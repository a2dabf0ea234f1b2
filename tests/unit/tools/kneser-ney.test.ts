import { describe, expect, it } from 'vitest';
import { BOUNDARY, buildAlphabet, FIRST_CHARACTER, readSymbols } from '../../../lib/language/alphabet.ts';
import { CharacterModel, HISTORIES, STEP } from '../../../lib/language/character-model.ts';
import { frequentCharacters, readTexts, trainCharacterModel } from '../../../tools/train/character-model.ts';
import { KneserNey } from '../../../tools/train/kneser-ney.ts';
import { countNgrams, ORDER, PARTS, walk } from '../../../tools/train/ngram-counts.ts';

const TEXT = [
  '甲镇召开工作会议。会议部署下一阶段工作。',
  '乙镇召开安全生产工作会议！会议部署安全生产工作',
  '甲镇干部认真学习会议精神，认真落实会议精神。',
  '各村干部学习会议精神。各村落实安全生产工作。',
  '乙镇干部走访各村，了解生产。甲镇干部走访乙镇。',
].join('\n');

/** Interpolated modified Kneser–Ney as the textbook has it: strings, maps, recursion. */
class PlainKneserNey {
  readonly #counts: Map<string, number>[] = Array.from({ length: ORDER + 1 }, () => new Map());
  readonly #discounts: number[][] = [];
  readonly #symbolCount: number;

  constructor(sentences: readonly (readonly number[])[], symbolCount: number) {
    this.#symbolCount = symbolCount;
    const raw: Map<string, number>[] = Array.from({ length: ORDER + 1 }, () => new Map());
    for (const sentence of sentences) {
      for (let end = 1; end <= sentence.length; end++) {
        for (let n = 1; n <= Math.min(ORDER, end); n++) {
          // A boundary is predicted at the end of a sentence, never at its beginning.
          if (end === 1) continue;
          const key = sentence.slice(end - n, end).join(' ');
          raw[n]!.set(key, (raw[n]!.get(key) ?? 0) + 1);
        }
      }
    }
    for (let n = 1; n <= ORDER; n++) {
      for (const [key, count] of raw[n]!) {
        const keepsCount = n === ORDER || (n > 1 && key.startsWith(`${BOUNDARY} `));
        const left = keepsCount ? count : [...raw[n + 1]!.keys()].filter((longer) => longer.endsWith(` ${key}`)).length;
        this.#counts[n]!.set(key, left);
      }
      this.#discounts[n] = this.#discountsOf([...this.#counts[n]!.values()]);
    }
  }

  #discountsOf(counts: readonly number[]): number[] {
    const of = (size: number) => counts.filter((count) => count === size).length;
    const y = of(1) / (of(1) + 2 * of(2));
    return [1, 2, 3].map((size) => {
      const value = size - ((size + 1) * y * of(size + 1)) / of(size);
      return Number.isFinite(value) && value > 0 && value < size ? value : 0.5;
    });
  }

  probability(history: readonly number[], symbol: number): number {
    const n = history.length + 1;
    const lower = n === 1 ? 1 / this.#symbolCount : this.probability(history.slice(1), symbol);
    const prefix = history.map((value) => `${value} `).join('');
    const behind = [...this.#counts[n]!].filter(([key]) => key.startsWith(prefix) && key.split(' ').length === n);
    const total = behind.reduce((sum, [, count]) => sum + count, 0);
    if (total === 0) return lower;
    const discount = (count: number) => (count === 0 ? 0 : this.#discounts[n]![Math.min(count, 3) - 1]!);
    const count = this.#counts[n]!.get(prefix + symbol) ?? 0;
    const weight = behind.reduce((sum, [, value]) => sum + discount(value), 0) / total;
    return (count - discount(count)) / total + weight * lower;
  }
}

/** No n-gram is too rare. */
const ALL = [0, 0, 0, 0, 0, 0];
const texts = [{ weight: 1, read: () => TEXT }];
const characters = frequentCharacters(texts, 1);
const alphabet = buildAlphabet(characters);
const symbolText = readSymbols(TEXT, alphabet);
const symbolCount = FIRST_CHARACTER + characters.length;

function sentences(): number[][] {
  const all: number[][] = [];
  let sentence = [BOUNDARY];
  for (let i = 1; i < symbolText.length; i++) {
    sentence.push(symbolText.symbols[i]!);
    if (symbolText.symbols[i] !== BOUNDARY) continue;
    all.push(sentence);
    sentence = [BOUNDARY];
  }
  return all;
}

describe('Kneser–Ney', () => {
  const plain = new PlainKneserNey(sentences(), symbolCount);
  const model = new KneserNey(countNgrams(readTexts(texts, alphabet), symbolCount, ALL), ALL);

  it.each([1, 2, 3, 4, 5])('gives n-grams of order %i the probability of a plain implementation', (order) => {
    let entry = 0;
    for (const path of walk(model.levels, order)) {
      const ngram = [...path.slice(1)];
      const isCounted = order > 1 || (model.levels[1]!.adjusted[entry] ?? 0) > 0;
      if (isCounted) {
        expect(model.smoothed[order]!.probability[entry], ngram.join(' ')).toBeCloseTo(
          plain.probability(ngram.slice(0, -1), ngram.at(-1)!),
          10,
        );
      }
      entry++;
    }
    expect(entry).toBeGreaterThan(30);
  });

  it('drops what costs least and keeps the n-grams that lead to others', () => {
    const pruned = new KneserNey(countNgrams(readTexts(texts, alphabet), symbolCount, ALL), ALL);
    pruned.prune(60);
    const kept = pruned.smoothed.slice(2).reduce((sum, level) => sum + level.kept.reduce((a, b) => a + b, 0), 0);
    expect(kept).toBeGreaterThanOrEqual(60);
    expect(kept).toBeLessThan(75);
    for (let n = 2; n < ORDER; n++) {
      const { child } = pruned.levels[n]!;
      for (let h = 0; h < pruned.levels[n]!.size; h++) {
        for (let i = child[h]!; i < child[h + 1]!; i++) {
          expect(pruned.smoothed[n + 1]!.kept[i]! <= pruned.smoothed[n]!.kept[h]!).toBe(true);
        }
      }
    }
  });
});

describe('weights', () => {
  const counted = (weight: number, text: string) => ({ weight, read: () => text });
  const countsOf = (...parts: readonly { weight: number; read: () => string }[]) =>
    countNgrams(readTexts(parts, alphabet), symbolCount, ALL);

  it('multiply what is counted', () => {
    const once = countsOf(counted(1, TEXT));
    const thrice = countsOf(counted(3, TEXT));
    for (let n = 1; n <= ORDER; n++) {
      expect([...thrice[n]!.raw]).toEqual([...once[n]!.raw].map((count) => 3 * count));
      expect([...thrice[n]!.adjusted]).toEqual([...once[n]!.adjusted].map((count) => 3 * count));
      expect(thrice[n]!.countsOfCounts).toEqual(once[n]!.countsOfCounts);
    }
  });

  it('count what stands in several texts by the weightiest', () => {
    const mixed = countsOf(counted(0.5, '各村学习'), counted(2, '各村生产'));
    const village = alphabet['村'.charCodeAt(0)]!;
    // 村 stands behind 各 alone: twice in one text, half a time in the other.
    expect(mixed[1]!.raw[village]).toBe(2.5 * PARTS);
    expect(mixed[1]!.adjusted[village]).toBe(2 * PARTS);
  });

  it('drop what is too rare, but not from the sums of its history', () => {
    const all = countsOf(counted(1, TEXT));
    const frequent = countNgrams(readTexts([counted(1, TEXT)], alphabet), symbolCount, [0, 0, 2, 2, 2, 2]);
    const isKept = [...all[2]!.raw].map((count) => count >= 2 * PARTS);
    expect(frequent[2]!.size).toBe(isKept.filter(Boolean).length);
    expect([...frequent[1]!.total]).toEqual([...all[1]!.total]);
    expect([...frequent[2]!.adjusted]).toEqual([...all[2]!.adjusted].filter((_, i) => isKept[i]));
    expect([...frequent[2]!.total]).toEqual([...all[2]!.total].filter((_, i) => isKept[i]));
  });
});

describe('the character model file', () => {
  const settings = { minimumCharacterCount: 1, minimumOccurrences: ALL, minimumCounts: ALL, entries: 120 };
  const file = trainCharacterModel(texts, settings, { sources: ['invented'] });
  const model = new CharacterModel(file.buffer as ArrayBuffer);
  const histories = new Int32Array(3 * HISTORIES);

  /** Writes the history of a text in slot 0. */
  const read = (text: string) => {
    model.begin(histories, 0);
    for (const character of text) {
      model.extend(histories, 0, model.symbolOf(character.charCodeAt(0)), histories, HISTORIES);
      histories.copyWithin(0, HISTORIES, 2 * HISTORIES);
    }
  };

  it.each(['', '甲', '会议', '安全生产', '从未见过'])('sums to one behind “%s”, as far as steps allow', (history) => {
    read(history);
    let sum = 0;
    for (let symbol = 0; symbol < symbolCount; symbol++) {
      sum += Math.exp(model.extend(histories, 0, symbol, histories, HISTORIES));
    }
    expect(Math.abs(Math.log(sum))).toBeLessThan(STEP / 2 + 0.01);
  });

  it('is the same to the byte each time', () => {
    expect(Buffer.compare(trainCharacterModel(texts, settings, { sources: ['invented'] }), file)).toBe(0);
  });

  it('finds what was written likelier than what was not', () => {
    read('会议部');
    const right = model.extend(histories, 0, model.symbolOf('署'.charCodeAt(0)), histories, HISTORIES);
    const wrong = model.extend(histories, 0, model.symbolOf('村'.charCodeAt(0)), histories, HISTORIES);
    expect(right).toBeGreaterThan(wrong + 3);
  });

  it('knows which pairs it has seen', () => {
    const symbol = (character: string) => model.symbolOf(character.charCodeAt(0));
    expect(model.hasPair(symbol('会'), symbol('议'))).toBe(true);
    expect(model.hasPair(symbol('议'), symbol('会'))).toBe(false);
    expect(model.hasPairBefore(symbol('议'), symbol('会'))).toBe(true);
    expect(model.hasPairBefore(symbol('会'), symbol('议'))).toBe(false);
  });

  it('says of each pair what it says behind a history of one', () => {
    for (let first = FIRST_CHARACTER; first < symbolCount; first++) {
      for (let second = 0; second < symbolCount; second++) {
        histories.fill(-1, 0, HISTORIES);
        histories[0] = first;
        const expected = model.extend(histories, 0, second, histories, HISTORIES);
        expect(model.pairLogProbability(first, second)).toBeCloseTo(expected, 5);
      }
    }
  });

  it.each(['', '会', '安全生', '从未见'])('expects behind “%s” all that it has seen there as likely', (history) => {
    read(history);
    const expected = model.expectedSymbols(histories, 0);
    for (let symbol = 0; symbol < symbolCount; symbol++) {
      const score = model.extend(histories, 0, symbol, histories, HISTORIES);
      if (model.matched > 0 && score > -4.9) expect(expected).toContain(symbol);
      if (model.matched === 0) expect(expected).not.toContain(symbol);
    }
    expect(new Set(expected).size).toBe(expected.length);
  });
});
