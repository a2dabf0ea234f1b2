import type { Range } from '../document/types.ts';
import type { Fix, Issue, KeyedIssue, MessageData, Problem, Rule, Severity, Texts } from './types.ts';
import { SEVERITIES } from './types.ts';

/** Code units on either side by which an issue is recognised. */
const NEIGHBOURS = 8;
/** What stands in the same line. */
const BEFORE = /[^\n\r\v\f\u2028\u2029]{0,8}$/;
const AFTER = /^[^\n\r\v\f\u2028\u2029]*/;
/** A side with fewer tells too little by itself. */
const TELLING = 4;

/** An issue before it has its key. */
export interface Finding extends Issue {
  /** See `Problem.about`. */
  readonly about?: string;
}

/** 53-bit string hash (cyrb53, public domain); collisions are harmless here, only unlikely. */
function hash(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Fills {placeholders}. An unknown one stays as it is, so that a mistake is seen. */
export function fillIn(template: string, data: MessageData = {}, terms: Texts['terms'] = {}): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = data[name] ?? whole;
    return typeof value === 'object' ? (terms[value.term] ?? value.term) : String(value);
  });
}

/** What a writer may add to their own words. A single character never: all its errors would go unseen. */
export const mayBeOwnWord = (word: string): boolean => /^[\p{L}\p{N}·]{2,20}$/u.test(word);

const shift = ([start, end]: Range, by: number): Range => [start + by, end + by];

/** The lower of two severities. */
export const lowerSeverity = (a: Severity, b: Severity): Severity =>
  SEVERITIES[Math.max(SEVERITIES.indexOf(a), SEVERITIES.indexOf(b))]!;

/** “改为…”: what a fix does to the text that its offsets count in. */
export function describeFix({ range: [start, end], text }: Fix, whole: string, { suggestions }: Texts): string {
  if (text === '') return fillIn(suggestions.remove, { text: whole.slice(start, end) });
  return fillIn(start === end ? suggestions.insert : suggestions.replace, { text });
}

/** One level less sure. */
export const ONE_LOWER: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'hint', hint: 'hint' };

/** Turns what a rule said of a text, a paragraph or a whole document, into an issue of it. */
export function makeFinding(rule: Rule, problem: Problem<string, string>, text: string, texts: Texts): Finding {
  const words = texts.rules[rule.id]!;
  const say = (key: string, data?: MessageData) => fillIn(words.messages[key]!, data, texts.terms);
  const fixOf = (fix: string | Fix): Fix => (typeof fix === 'string' ? { range: problem.range, text: fix } : fix);
  const level = rule.messages[problem.message]!;
  const basis = problem.basis ?? rule.basis;
  return {
    ruleId: rule.id,
    category: rule.id.slice(0, rule.id.indexOf('/')) as Issue['category'],
    severity: problem.severity ? lowerSeverity(level, problem.severity) : level,
    range: problem.range,
    message: say(problem.message, problem.data),
    ...(problem.about !== undefined && { about: problem.about }),
    ...(problem.group !== undefined && { group: `${rule.id} ${problem.group}` }),
    ...(basis !== undefined && { basis }),
    ...(problem.word !== undefined && mayBeOwnWord(problem.word) && { word: problem.word }),
    ...(problem.fix !== undefined && { fix: fixOf(problem.fix) }),
    ...(problem.suggestions && {
      suggestions: problem.suggestions.map((suggestion) => {
        const fix = fixOf(typeof suggestion === 'string' ? suggestion : suggestion.fix);
        const message =
          typeof suggestion === 'string' ? describeFix(fix, text, texts) : say(suggestion.message, suggestion.data);
        return { message, fix };
      }),
    }),
    ...(problem.related && {
      related: problem.related.map(({ range, message, data }) => ({ range, message: say(message, data) })),
    }),
  };
}

/** One level less sure: a fix that was certain is now the first of the suggestions. */
export function lowered({ fix, ...issue }: Finding, text: string, texts: Texts): Finding {
  const severity = ONE_LOWER[issue.severity];
  if (!fix) return { ...issue, severity };
  const suggestion = { message: describeFix(fix, text, texts), fix };
  return { ...issue, severity, suggestions: [suggestion, ...(issue.suggestions ?? [])] };
}

/** Moves an issue with all its places; `place` tells where a range then stands. */
export function placedBy<T extends Issue>(issue: T, place: (range: Range) => Range): T {
  const placeFix = ({ range, text }: Fix): Fix => ({ range: place(range), text });
  return {
    ...issue,
    range: place(issue.range),
    ...(issue.fix && { fix: placeFix(issue.fix) }),
    ...(issue.suggestions && {
      suggestions: issue.suggestions.map(({ message, fix }) => ({ message, fix: placeFix(fix) })),
    }),
    ...(issue.related && {
      related: issue.related.map(({ range, message }) => ({ range: place(range), message })),
    }),
  };
}

/** Moves an issue to where its paragraph now stands. */
export const shiftIssue = <T extends Issue>(issue: T, by: number): T =>
  by === 0 ? issue : placedBy(issue, (range) => shift(range, by));

/**
 * Recognises an issue by rule, matched words and their neighbours in the line, wherever an edit has moved it and however
 * its message is worded. The key has a half for each side, so that an issue is known when only one side of it is written on.
 */
export function withKey({ about = '', ...issue }: Finding, text: string): KeyedIssue {
  const [start, end] = issue.range;
  const before = BEFORE.exec(text.slice(Math.max(0, start - NEIGHBOURS), start))![0];
  const after = AFTER.exec(text.slice(end, end + NEIGHBOURS))![0];
  const words = text.slice(start, end);
  const half = (...context: string[]) => hash([issue.ruleId, about, words, ...context].join('\u0000'));
  const left = before.length >= TELLING ? half('before', before) : half(before, after);
  const right = after.length >= TELLING ? half('after', after) : half(before, after);
  return { ...issue, key: left + BETWEEN_HALVES + right };
}

const BETWEEN_HALVES = '-';

/** @returns whether an issue, by its key, is one of the ignored ones, also where one side has been edited since */
export function ignoring(keys: Iterable<string>): (key: string) => boolean {
  const halves = new Set<string>();
  for (const key of keys) for (const half of key.split(BETWEEN_HALVES)) halves.add(half);
  return (key) => key.split(BETWEEN_HALVES).some((half) => halves.has(half));
}
