import { expect } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { applyFixes } from '../../lib/engine/fix.ts';
import type { KeyedIssue, Rule } from '../../lib/engine/types.ts';
import { textsIn } from '../../rules/texts.ts';
import { nodeLanguage } from '../../tools/check/node-language.ts';

/** What `rule` alone says of a text. */
export const issuesOf = (rule: Rule, text: string): readonly KeyedIssue[] =>
  createChecker({ rules: [{ ...rule, recommended: true }], texts: textsIn('zh-CN'), language: nodeLanguage() }).check(
    text,
  );

/** Takes the ⟦marks⟧ out of an example and tells where they stood, by place; two at one place are written ⟦⟦…⟧⟧. */
export function readMarked(example: string): { text: string; ranges: [number, number][] } {
  const ranges: [number, number][] = [];
  const open: [number, number][] = [];
  let text = '';
  for (const character of example) {
    if (character === '⟦') {
      const range: [number, number] = [text.length, text.length];
      ranges.push(range);
      open.push(range);
    } else if (character === '⟧') open.pop()![1] = text.length;
    else text += character;
  }
  return { text, ranges };
}

/** The keys of the messages and notes that a rule uses in its examples. */
export function keysInExamples(rule: Rule): Set<string> {
  const keys = [...Object.keys(rule.messages), ...(rule.notes ?? [])];
  const chinese = textsIn('zh-CN');
  // Texts that say nothing but their key.
  const messages = Object.fromEntries(keys.map((key) => [key, key]));
  const texts = { ...chinese, rules: { [rule.id]: { ...chinese.rules[rule.id]!, messages } } };
  const checker = createChecker({ rules: [{ ...rule, recommended: true }], texts, language: nodeLanguage() });
  const said = rule.examples.flatMap((example) =>
    'wrong' in example ? checker.check(readMarked(example.wrong).text) : [],
  );
  const shown = said.flatMap(({ message, suggestions = [], related = [] }) => [
    message,
    ...[...suggestions, ...related].map((other) => other.message),
  ]);
  return new Set(shown.filter((key) => keys.includes(key)));
}

/** Holds a rule to one of its examples. */
export function expectExample(rule: Rule, example: Rule['examples'][number]): void {
  if (example.right !== undefined) expect(issuesOf(rule, example.right), 'what is right').toEqual([]);
  if (!('wrong' in example)) return;
  const { text, ranges } = readMarked(example.wrong);
  const issues = issuesOf(rule, text);
  const shown = (list: readonly (readonly [number, number])[]) =>
    list.map(([start, end]) => `${start}:${text.slice(start, end)}`);
  expect(shown(issues.map(({ range }) => range))).toEqual(shown(ranges));
  const fixes = issues.flatMap(({ fix, suggestions }) => fix ?? suggestions?.[0]?.fix ?? []);
  if (example.right !== undefined && fixes.length > 0) expect(applyFixes(text, fixes)).toBe(example.right);
  for (const { range, fix, message, suggestions = [], related = [] } of issues) {
    for (const said of [message, ...[...suggestions, ...related].map((other) => other.message)]) {
      expect(said).not.toMatch(/\{\w+\}/);
    }
    if (fix) expect(fix.range[0] >= range[0] && fix.range[1] <= range[1], 'a fix lies within its issue').toBe(true);
  }
}
