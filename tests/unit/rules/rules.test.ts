import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CATEGORIES } from '../../../lib/engine/types.ts';
import { rules } from '../../../rules/index.ts';
import { LOCALES, textsIn } from '../../../rules/texts.ts';
import { expectExample, issuesOf, keysInExamples } from '../../support/rule-tester.ts';

/** Words of somebody who is not sure. */
const DOUBT = /疑|可能|也许|似乎|probably|perhaps|maybe|seem/;

const placeholdersIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(
    rule.examples.map((example) => ['wrong' in example ? example.wrong : `✓ ${example.right}`, example] as const),
  )('%s', (_, example) => expectExample(rule, example));

  it('has an example that is wrong and one that only looks it', () => {
    expect(rule.examples.some((example) => 'wrong' in example)).toBe(true);
    expect(rule.examples.some((example) => !('wrong' in example))).toBe(true);
  });

  it('has an example of everything that it says', () => {
    expect([...keysInExamples(rule)].sort()).toEqual([...Object.keys(rule.messages), ...(rule.notes ?? [])].sort());
  });

  it.each(LOCALES)('is sure of what it calls an error in %s', (locale) => {
    for (const [key, severity] of Object.entries(rule.messages)) {
      if (severity === 'error') expect(textsIn(locale).rules[id]!.messages[key], key).not.toMatch(DOUBT);
    }
  });

  it.each(LOCALES)('says the same in %s', (locale) => {
    const text = textsIn(locale).rules[id];
    const chinese = textsIn('zh-CN').rules[id]!;
    for (const [key, message] of Object.entries(chinese.messages)) {
      expect(placeholdersIn(text!.messages[key] ?? ''), key).toEqual(placeholdersIn(message));
    }
  });

  it('says nothing of an empty text and survives a strange one', () => {
    expect(issuesOf(rule, '')).toEqual([]);
    expect(() => issuesOf(rule, '\ud800\u0000“（\u202e一是🀄️\r\n\t《'.repeat(50))).not.toThrow();
  });
});

describe('the list of rules', () => {
  it('holds each rule file once', () => {
    const files = CATEGORIES.flatMap((category) =>
      readdirSync(new URL(`../../../rules/${category}`, import.meta.url))
        .filter((name) => name.endsWith('.ts') && name !== 'index.ts' && !name.startsWith('_'))
        .map((name) => `${category}/${name.slice(0, -3)}`),
    );
    expect(rules.map(({ id }) => id as string).sort()).toEqual(files.sort());
  });
});
