import { describe, expect, it } from 'vitest';
import { spliceBetween } from '../../../lib/document/splice.ts';
import type { Checker } from '../../../lib/engine/checker.ts';
import type { KeyedIssue } from '../../../lib/engine/types.ts';
import { plantedSection } from '../../../tools/evaluate/page.ts';
import { plantKind, scorePlanted, trialLine } from '../../../tools/evaluate/planted.ts';
import { KINDS, type Kind } from '../../../tools/evaluate/planting/index.ts';
import { plant, readClean } from '../../../tools/evaluate/planting/mistake.ts';
import { Vocabulary } from '../../../tools/evaluate/planting/vocabulary.ts';
import titles from '../../../tools/evaluate/planting/zh-CN.json' with { type: 'json' };
import { DICTIONARY, DOCUMENTS } from './planting-documents.ts';

const vocabulary = new Vocabulary(DICTIONARY);
const documents = DOCUMENTS.map((text) => readClean(text, vocabulary));
const ONCE = { places: 1, seed: 1 };
const missed = { any: false, loud: false, fixed: false };

describe('vocabulary', () => {
  it('cuts a text into words', () => {
    expect(vocabulary.cut('坚持以项目建设为抓手，推进').map(({ text }) => text)).toEqual([
      ...['坚持', '以', '项目', '建设', '为', '抓手', '推进'],
    ]);
  });

  it('knows what sounds alike', () => {
    expect(vocabulary.wordsSoundingLike('形势')).toEqual(['形式']);
    expect(vocabulary.wordsSoundingNear('形势', [/ng$/, 'n'])).toEqual(['心事']);
    expect(vocabulary.charactersSoundingLike('东', 0)).toContain('动');
  });
});

describe('kinds of planted mistakes', () => {
  it('are many, and each has a title', () => {
    expect(KINDS.length).toBeGreaterThan(110);
    const names = Object.entries(titles).flatMap(([family, kinds]) =>
      Object.keys(kinds).map((name) => `${family}/${name}`),
    );
    expect(names.sort()).toEqual(KINDS.map(({ id }) => id).sort());
  });

  it.each(KINDS)('$id makes one mistake, and its correction restores the text', (kind) => {
    const trials = plantKind(kind, documents, { places: 4, seed: 7 });
    expect(trials.length).toBeGreaterThan(0);
    for (const { clean, planted } of trials) {
      const { start, deleted, inserted } = spliceBetween(clean.text, planted.text)!;
      expect(planted.places[0]).toEqual([start, start + inserted.length]);
      const meant = clean.text.slice(start, start + deleted);
      const restored = planted.text.slice(0, start) + meant + planted.text.slice(start + inserted.length);
      expect(restored).toBe(clean.text);
      expect(planted.corrections).toContain(restored);
      for (const [from, to] of planted.places) expect(0 <= from && from <= to && to <= planted.text.length).toBe(true);
    }
  });

  it('make the mistakes that they are named after', async () => {
    const lines = KINDS.flatMap((kind) => plantKind(kind, documents, ONCE)).map((trial) =>
      trialLine(trial, missed).replace(/\tmissed\t–/, ''),
    );
    await expect(lines.join('')).toMatchFileSnapshot('./planted-mistakes.tsv');
  });

  it('are the same for the same seed, and others for another', () => {
    const mistakes = (kinds: readonly Kind[], seed: number) =>
      kinds.flatMap((kind) => plantKind(kind, documents, { places: 5, seed })).map((trial) => trialLine(trial, missed));
    const typos = KINDS.filter(({ family }) => family === 'typo');
    expect(mistakes(typos, 3)).toEqual(mistakes(typos, 3));
    expect(mistakes(typos, 3)).not.toEqual(mistakes(typos, 4));
    expect(mistakes(KINDS, 3)).toEqual(expect.arrayContaining(mistakes(typos, 3)));
  });
});

describe('a planted mistake', () => {
  const clean = readClean('全镇完成了任务。', vocabulary);

  it('is the smallest edit, and moves what is behind it', () => {
    const planted = plant(clean, { range: [2, 4], text: '完完成', alsoAt: [[5, 7]] });
    expect(planted.text).toBe('全镇完完成了任务。');
    expect(planted.places).toEqual([
      [3, 4],
      [6, 8],
    ]);
  });

  it('must change something', () => {
    expect(() => plant(clean, { range: [2, 4], text: '完成' })).toThrow();
  });
});

describe('recall', () => {
  const kind = (id: string): Kind => KINDS.find((known) => known.id === id)!;
  const issue = (range: readonly [number, number], rest: Partial<KeyedIssue> = {}): KeyedIssue => ({
    ...{ ruleId: 'typo/test', category: 'typo', severity: 'error', range, message: '', key: '' },
    ...rest,
  });
  /** A checker that says the same of every text, or what `say` says. */
  const checkerOf = (say: (text: string) => KeyedIssue[]): Checker => ({
    check: say,
    open: () => ({ check: say, *prepare() {}, document: documents[0]!.document, stopped: new Set<string>() }),
  });
  const score = (say: (text: string) => KeyedIssue[]) =>
    scorePlanted([kind('punctuation/doubledMark')], documents, checkerOf(say), { places: 10, seed: 1 }).total;
  const doubled = (text: string) => /([，。；：、])\1/.exec(text);

  it('counts messages at the mistake, loud ones, and fixes that restore the text', () => {
    const found = score((text) => {
      const match = doubled(text);
      if (!match) return [];
      const range = [match.index, match.index + 2] as const;
      return [issue(range, { fix: { range: [match.index, match.index + 1], text: '' } })];
    });
    expect(found).toEqual({ any: { hits: 10, of: 10 }, loud: { hits: 10, of: 10 }, fixed: { hits: 10, of: 10 } });
  });

  it('does not count hints as loud, nor suggestions behind the first as fixes', () => {
    const found = score((text) => {
      const match = doubled(text);
      if (!match) return [];
      const range = [match.index, match.index + 2] as const;
      const suggestions = ['', match[1]!].map((by) => ({ message: '', fix: { range, text: by } }));
      return [issue(range, { severity: 'hint', suggestions })];
    });
    expect(found).toEqual({ any: { hits: 10, of: 10 }, loud: { hits: 0, of: 10 }, fixed: { hits: 0, of: 10 } });
  });

  it('counts neither what was said of the right text, nor far away, nor of everything', () => {
    expect(score(() => [issue([0, 5])]).any.hits).toBe(0);
    expect(score((text) => (doubled(text) ? [issue([0, text.length])] : [])).any.hits).toBe(0);
    expect(score((text) => (doubled(text) ? [issue([0, 1])] : [])).any.hits).toBe(0);
  });

  it('stands on the page by family and by kind', () => {
    const scores = scorePlanted(
      KINDS.filter(({ family }) => family === 'typo').slice(0, 3),
      documents,
      checkerOf(() => []),
      ONCE,
    );
    const section = plantedSection(scores, { date: '2026-01-01', model: '0123' });
    expect(section).toContain('| 错别字 | 3 | 3 | 0% | 0% | 0% |');
    expect(section).toContain('| 词的开头打了两遍：办公办公室 | 1 | 0% | 0% | 0% |');
    expect(section).not.toContain('NaN');
  });
});
