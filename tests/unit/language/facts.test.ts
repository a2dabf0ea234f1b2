import { describe, expect, it } from 'vitest';
import { markFacts } from '../../../lib/language/facts.ts';

/** The text with the facts in brackets. */
function marked(text: string): string {
  const marks = markFacts(text);
  return [...text]
    .map((character, i) => (marks[i] ? `[${character}]` : character))
    .join('')
    .replaceAll('][', '');
}

describe('facts that no model knows better than the writer', () => {
  it.each([
    ['我县召开大会，全镇干部到会', '[我县]召开大会，[全镇]干部到会'],
    ['我们村和本院', '[我们村]和[本院]'],
    ['第七次全会通过二十五项', '[第七]次全会通过[二十五]项'],
    ['占全镇五分之二', '占[全镇][五分之二]'],
    ['人民币伍仟贰佰元整', '人民币[伍仟贰佰元]整'],
    ['一方面开会，十间房', '一方面开会，十间房'],
  ])('%s', (text, expected) => {
    expect(marked(text)).toBe(expected.replaceAll('][', ''));
  });
});
