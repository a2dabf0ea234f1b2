import { Bench } from 'tinybench';
import { run as zhlint } from 'zhlint';
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import type { Rule, Texts } from '../../lib/engine/types.ts';
import { reportText } from './report-text.ts';

const REPORT = 5000;
const LENGTHS = [5000, 50_000, 500_000];
const FIRST_CHECKS = 9;

export interface EngineFigures {
  /** Characters a second of a full check, ours and zhlint's, on the same report in the same run. */
  readonly charactersPerSecond: { readonly qingyang: number; readonly zhlint: number };
  /** Milliseconds for a full check by length of the text in UTF-16 code units. */
  readonly fullCheck: readonly { readonly length: number; readonly milliseconds: number }[];
  /** Milliseconds to check a text again after one character was typed in its middle, by its length in UTF-16 code units. */
  readonly oneCharacterEdit: readonly { readonly length: number; readonly milliseconds: number }[];
}

/** Characters a second when texts are checked for the first time: nothing of them is remembered. */
export interface FirstCheckFigures {
  readonly texts: number;
  readonly characters: number;
  readonly rules: number;
  readonly withModel: number;
  readonly zhlint: number;
}

/** Median milliseconds of one call, after warming up. */
async function median(name: string, call: () => void, time = 1000): Promise<number> {
  const bench = new Bench({ time, iterations: 3, warmupTime: 100, warmupIterations: 1 });
  bench.add(name, call);
  await bench.run();
  const { result } = bench.tasks[0]!;
  if (!result || result.error) throw result?.error ?? new Error(`${name} gave no result`);
  return result.latency.p50 ?? result.latency.mean;
}

/** What each rule alone adds to a full check of the report, in milliseconds; the dearest first. */
export async function costOfRules(rules: readonly Rule[], texts: Texts): Promise<[id: string, milliseconds: number][]> {
  const report = reportText(REPORT);
  const timeOf = (some: readonly Rule[]) => {
    const checker = createChecker({ rules: some, texts });
    return median('rules', () => checker.check(report), 100);
  };
  const without = await timeOf([]);
  const costs: [string, number][] = [];
  for (const rule of rules) costs.push([rule.id, (await timeOf([rule])) - without]);
  return costs.sort((a, b) => b[1] - a[1]);
}

/** Median milliseconds to check a text again after one character was typed in its middle. */
function timeOfEdit(checker: Checker, text: string): Promise<number> {
  const session = checker.open();
  session.check(text);
  const middle = Math.floor(text.length / 2);
  let typed = 0;
  return median('edit', () => {
    typed++;
    // A different character each time, as typing does: nothing of the edited paragraph may come from a cache.
    session.check(text.slice(0, middle) + String.fromCharCode(0x4e00 + (typed % 20_000)) + text.slice(middle));
  });
}

/** Measures the engine in Node on one core, beside zhlint, which checks punctuation and spacing only. */
export async function measureEngine(checker: Checker): Promise<EngineFigures> {
  const report = reportText(REPORT);
  const ours = await median('qingyang', () => checker.check(report));
  const theirs = await median('zhlint', () => zhlint(report, { rules: { preset: 'default' } }));
  const fullCheck: { length: number; milliseconds: number }[] = [];
  for (const length of LENGTHS) {
    const text = reportText(length);
    fullCheck.push({ length: text.length, milliseconds: await median(`${length}`, () => checker.check(text)) });
  }
  const oneCharacterEdit: { length: number; milliseconds: number }[] = [];
  for (const length of LENGTHS) {
    const text = reportText(length);
    oneCharacterEdit.push({ length: text.length, milliseconds: await timeOfEdit(checker, text) });
  }
  return {
    charactersPerSecond: { qingyang: (report.length / ours) * 1000, zhlint: (report.length / theirs) * 1000 },
    fullCheck,
    oneCharacterEdit,
  };
}

/**
 * Measures the first check of texts, ours and zhlint's in turn.
 * @param openCheckers makes a checker that knows no text yet, with the rules only and with the model
 */
export function measureFirstCheck(
  texts: readonly string[],
  openCheckers: () => readonly [rules: Checker, withModel: Checker],
): FirstCheckFigures {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const times: [number[], number[], number[]] = [[], [], []];
  const time = (check: (text: string) => void, into: number[]) => {
    const start = performance.now();
    for (const text of texts) check(text);
    into.push(performance.now() - start);
  };
  for (let round = 0; round < FIRST_CHECKS; round++) {
    const [rules, withModel] = openCheckers();
    time((text) => rules.check(text), times[0]);
    time((text) => withModel.check(text), times[1]);
    time((text) => zhlint(text, { rules: { preset: 'default' } }), times[2]);
  }
  const [rules, withModel, peer] = times.map(
    (all) => (characters / all.sort((a, b) => a - b)[FIRST_CHECKS >> 1]!) * 1000,
  );
  return { texts: texts.length, characters, rules: rules!, withModel: withModel!, zhlint: peer! };
}
