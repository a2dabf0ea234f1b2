import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Checker, createChecker } from '../../../lib/engine/checker.ts';
import type { Rule } from '../../../lib/engine/types.ts';
import { rules } from '../../../rules/index.ts';
import { textsIn } from '../../../rules/texts.ts';
import { nodeLanguage } from '../../../tools/check/node-language.ts';
import { harmIn } from '../../support/harm.ts';

/** How many documents; more by HARM_COUNT, others by HARM_SEED. */
const COUNT = Number(process.env.HARM_COUNT ?? 10_000);
const SEED = Number(process.env.HARM_SEED ?? 20_261_130);
/** Longest example that is used (UTF-16 units). */
const LONGEST = 120;

const makeChecker = (list: readonly Rule[]) =>
  createChecker({ rules: list, texts: textsIn('zh-CN'), language: nodeLanguage() });
const checker = makeChecker(rules);
const ofRule = new Map<string, Checker>();
function checkerOf(ruleId: string): Checker {
  const known = ofRule.get(ruleId) ?? makeChecker(rules.filter(({ id }) => id === ruleId));
  ofRule.set(ruleId, known);
  return known;
}

const isLoud = (text: string) => checker.check(text).some(({ severity }) => severity !== 'hint');

/** Right texts of all rules’ examples of which no rule has anything to say. */
const FRAGMENTS = rules
  .flatMap(({ examples }) => examples.flatMap(({ right }) => right ?? []))
  .filter((text) => text !== '' && text.length <= LONGEST && !isLoud(text));

const MARKS = '“”‘’《》（），。、；：';
const TURNED: Readonly<Record<string, string>> = {
  '“': '”',
  '”': '“',
  '‘': '’',
  '’': '‘',
  '《': '》',
  '》': '《',
  '（': '）',
  '）': '（',
};
const HALF_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '“': '"',
  '”': '"',
  '（': '(',
  '）': ')',
};
const STRAY = ['\n', ' ', '\u3000', '\u00a0', '\u200b', '&nbsp;', '**', '的', '了', '%', ...MARKS];
const QUOTED = ['““$1””', '“$1“', '”$1”', '“”$1”', '‘$1’', '"$1”', '“$1，”', '”$1“'];
const TITLED = ['〈$1〉', '《《$1》》', '》$1《', '“《$1》”', '《$1〉', '《$1'];

const cut = (text: string, place: number) => place % (text.length + 1);
/** The place of one of the marks, or the end of a text that has none. */
function markIn(text: string, marks: string, which: number): number {
  const places = [...text].flatMap((_, at) => (marks.includes(text.charAt(at)) ? [at] : []));
  return places[which % Math.max(1, places.length)] ?? text.length;
}

/** What fingers, input methods and copying do to a text; `place` and `kind` choose where and which. */
const SLIPS: readonly ((text: string, place: number, kind: number) => string)[] = [
  (text, place, kind) => text.slice(0, cut(text, place)) + STRAY[kind % STRAY.length] + text.slice(cut(text, place)),
  (text, place) => text.slice(0, cut(text, place)) + text.slice(cut(text, place) + 1),
  (text, place) => text.slice(0, cut(text, place)) + text.slice(Math.max(0, cut(text, place) - 1)),
  (text, place) => {
    const at = markIn(text, Object.keys(TURNED).join(''), place);
    return text.slice(0, at) + (TURNED[text.charAt(at)] ?? '') + text.slice(at + 1);
  },
  (text) => text.replace(/[“”‘’]/g, (mark) => TURNED[mark]!),
  (text, place) => {
    const at = markIn(text, MARKS, place);
    return text.slice(0, at) + text.charAt(at) + text.slice(at);
  },
  (text, place) => {
    const at = markIn(text, MARKS, place);
    return text.slice(0, at) + text.slice(at + 1);
  },
  (text) => text.replace(/[，。；：“”（）]/g, (mark) => HALF_WIDTH[mark]!),
  (text, _, kind) => {
    const mark = Object.keys(HALF_WIDTH)[kind % 8]!;
    return text.replaceAll(mark, HALF_WIDTH[mark]!);
  },
  (text, _, kind) => text.replace(/“([^“”]*)”/g, QUOTED[kind % QUOTED.length]!),
  (text, _, kind) => text.replace(/《([^《》]*)》/g, TITLED[kind % TITLED.length]!),
  (text) => text.replace(/^(\d+)\./gm, '$1、').replace(/^([一二三四五六七八九十]+)、/gm, '$1.'),
];

const fragment = fc.constantFrom(...FRAGMENTS);
const slip = fc.constantFrom(...SLIPS);

it('brings no new error or warning by any single correction, nor by that of a group', () => {
  fc.assert(
    fc.property(
      fragment,
      fc.option(fragment, { freq: 1 }),
      slip,
      fc.nat(),
      fc.nat(),
      (text, behind, spoil, place, kind) => {
        const right = (words: string) => (behind === null ? words : `${words}\n${behind}`);
        const harms = harmIn(right(spoil(text, place, kind)), checker, checkerOf).filter(
          // What the two fragments together call forth was there before the slip.
          ({ created }) => !checkerOf(created.ruleId).check(right(text)).length,
        );
        expect(
          harms.map(({ before, after, issue, created }) => [before, issue.ruleId, after, created.message]),
        ).toEqual([]);
      },
    ),
    { numRuns: COUNT, seed: SEED },
  );
}, 600_000);
