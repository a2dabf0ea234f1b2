import { expect } from 'vitest';
import { createChecker } from '../../lib/engine/checker.ts';
import { applyFixes } from '../../lib/engine/fix.ts';
import type { KeyedIssue, Rule } from '../../lib/engine/types.ts';
import { textsIn } from '../../rules/texts.ts';
import { nodeLanguage } from '../../tools/check/node-language.ts';

const MARK = /⟦([^⟦⟧]*)⟧/;

/** What `rule` alone says of a text. */
export const issuesOf = (rule: Rule, text: string): readonly KeyedIssue[] =>
  createChecker({ rules: [{ ...rule, recommended: true }], texts: textsIn('zh-CN'), language: nodeLanguage() }).check(
    text,
  );

/** Takes the ⟦marks⟧ out of an example and tells where they stood. */
export function readMarked(example: string): { text: string; ranges: [number, number][] } {
  const ranges: [number, number][] = [];
  let text = example;
  for (let match = MARK.exec(text); match; match = MARK.exec(text)) {
    text = text.slice(0, match.index) + match[1] + text.slice(match.index + match[0].length);
    ranges.push([match.index, match.index + match[1]!.length]);
  }
  return { text, ranges };
}

/** Holds a rule to one of its examples. */
export function expectExample(rule: Rule, example: Rule['examples'][number]): void {
  if (!('wrong' in example)) {
    expect(issuesOf(rule, example.right)).toEqual([]);
    return;
  }
  const { text, ranges } = readMarked(example.wrong);
  const issues = issuesOf(rule, text);
  const shown = (list: readonly (readonly [number, number])[]) =>
    list.map(([start, end]) => `${start}:${text.slice(start, end)}`);
  expect(shown(issues.map(({ range }) => range))).toEqual(shown(ranges));
  const fixes = issues.flatMap(({ fix, suggestions }) => fix ?? suggestions?.[0]?.fix ?? []);
  if (example.right !== undefined && fixes.length > 0) expect(applyFixes(text, fixes)).toBe(example.right);
  for (const { range, fix, message } of issues) {
    expect(message).not.toMatch(/[{}]|^\w+$/);
    if (fix) expect(fix.range[0] >= range[0] && fix.range[1] <= range[1], 'a fix lies within its issue').toBe(true);
  }
}
