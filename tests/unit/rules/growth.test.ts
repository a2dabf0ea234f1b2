import { expect, it } from 'vitest';
import { parseDocument } from '../../../lib/document/document.ts';
import type { Paragraph } from '../../../lib/document/types.ts';
import { createChecker } from '../../../lib/engine/checker.ts';
import type { Rule, RuleContext } from '../../../lib/engine/types.ts';
import { rules } from '../../../rules/index.ts';
import { textsIn } from '../../../rules/texts.ts';
import { nodeLanguage } from '../../../tools/check/node-language.ts';
import { type Hostile, hostileDocuments } from '../../support/hostile.ts';

/*
 * Time that grows with the square of a text quadruples where the text doubles, linear time doubles; so ratios tell, and the
 * speed of the machine does not matter. A busy machine makes single times longer, never shorter, and other programs do not
 * count in the time that the processor spent on this one: so the least processor time of several runs is taken. A first,
 * cheap look at all rules at once, which may be wrong in one direction only, chooses what is measured with such care.
 */
const LOOK = [4_000, 16_000] as const;
/** Each so-manieth document is looked at with the language model too, on which few rules depend and which costs most. */
const WITH_MODEL = 4;
const LENGTHS = [25_000, 50_000, 100_000];
const AGAIN = [100_000, 200_000];
/** Times as much for twice the text, at most. */
const GROWTH = 2.4;
/** Milliseconds below which nothing is told from the noise of the clock and of a program that warms up. */
const NOISE = 100;
const MOST_ROUNDS = 6;

/** Milliseconds of processor time, garbage collection included. */
function processorTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const language = nodeLanguage()!;

const everything = rules.map((rule) => ({ ...rule, recommended: true }));

/** What one rule costs on a text that is read already. */
function timeOf(rule: Rule, text: string): number {
  const document = parseDocument(text);
  const words = new Map<Paragraph, ReturnType<RuleContext<string, string>['words']>>();
  const context: RuleContext<string, string> = {
    report: () => undefined,
    language,
    ownWords: new Set(),
    words(paragraph) {
      const known = words.get(paragraph) ?? language.words(paragraph.text);
      words.set(paragraph, known);
      return known;
    },
  };
  const paragraphs = [...new Set(document.blocks.map(({ paragraph }) => paragraph))];
  return processorTime(() => {
    if (rule.scope === 'document') rule.check(document, context as never);
    else for (const paragraph of paragraphs) rule.check(paragraph, context as never);
  });
}

/** The least time for each of some texts, run in turn until they do not look too far apart, or often enough to be sure. */
function leastTimes(
  time: (text: string) => number,
  texts: readonly string[],
  isWell: (least: readonly number[]) => boolean,
) {
  const least = texts.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < MOST_ROUNDS && !isWell(least); round++) {
    texts.forEach((text, index) => {
      least[index] = Math.min(least[index]!, time(text));
    });
  }
  return least;
}

/**
 * Whether time grows faster than it may. A heap that fills makes single doublings dear, since what lives is copied; that passes,
 * and growth with the square does not: so it has to show at the next doubling too.
 */
function growsTooFast(time: (text: string) => number, { textOf }: Hostile): boolean {
  const isWell = (least: readonly number[]) => {
    const [short, long] = [least[0]!, least.at(-1)!];
    return long < NOISE || long / short < GROWTH ** (least.length - 1);
  };
  return [LENGTHS, AGAIN].every((lengths) => !isWell(leastTimes(time, lengths.map(textOf), isWell)));
}

/** Milliseconds of processor time that each rule took for a text, and under '' the reading of it. */
function lookAt(text: string, withModel: boolean): Map<string, number> {
  const times = new Map([['', processorTime(() => parseDocument(text))]]);
  const timed = everything.map((rule): Rule => {
    const check = (subject: never, context: never) => {
      const time = processorTime(() => rule.check(subject, context));
      times.set(rule.id, (times.get(rule.id) ?? 0) + time);
    };
    return { ...rule, check } as Rule;
  });
  const checker = createChecker({ rules: timed, texts: textsIn('zh-CN'), ...(withModel && { language }) });
  times.set(
    'checker',
    processorTime(() => checker.check(text)),
  );
  return times;
}

const TIMES: Readonly<Record<string, (text: string) => number>> = {
  '': (text) => processorTime(() => parseDocument(text)),
  checker: (text) =>
    processorTime(() => createChecker({ rules: everything, texts: textsIn('zh-CN'), language }).check(text)),
  ...Object.fromEntries(rules.map((rule) => [rule.id, (text: string) => timeOf(rule, text)])),
};

it('twice the text costs twice the time, whatever the text is', () => {
  const tooFast: string[] = [];
  for (const [number, hostile] of hostileDocuments().entries()) {
    const [short, long] = LOOK.map((length) => lookAt(hostile.textOf(length), number % WITH_MODEL === 0)) as [
      Map<string, number>,
      Map<string, number>,
    ];
    for (const [id, time] of long) {
      const isSuspicious = time > NOISE / 5 && time / (short.get(id) ?? 0) > GROWTH ** 2;
      if (isSuspicious && growsTooFast(TIMES[id]!, hostile)) tooFast.push(`${id || 'parseDocument'}: ${hostile.name}`);
    }
  }
  expect(tooFast).toEqual([]);
}, 600_000);
