import { expect, it } from 'vitest';
import { literalsIn, recordPatterns, sourcesIn } from '../support/patterns.ts';
import { type Pattern, reasonsToBeSlow } from '../support/slow-patterns.ts';

/** Patterns that look slow and are not: a part by which each is known, and why it is linear all the same. */
const JUDGED: readonly [part: string, why: string][] = [
  [
    '(?:[．，][０-９]+)*(?![〇零○',
    'gives back one group at most: a mark, which stands behind a shorter match, is no digit',
  ],
  [
    '(?<=[\\p{Script=Han}”》）%].)[ \\u00a0\\u2002-\\u200a]*',
    'looks for a character that is no blank before the first blank',
  ],
  [
    '！？”）》].)[\\u00a0\\u2000-\\u200a\\u202f\\u205f]*',
    'looks for a character that is no blank before the first blank',
  ],
  ['(?<=(?:^[\\s\\u3000]*|', 'looks back over blanks only, from a word that is none: over each run of them once'],
  ['\\s*)?([^\\n]*?)([。；;，]?)$', 'a paragraph holds no line break, so the first try gets to the end'],
];

it.each([
  ['a+a+$', 'two runs of the same'],
  ['\\s+$', 'a run from each of its characters'],
  ['“[^”]*”', 'a run from each opening mark'],
  ['在职.*退休', 'a run from each word'],
  ['(20\\d{2})年(?!.*次年)', 'a look ahead from each year'],
  ['(?<![\\d，])(?:\\d{1,3}(?:[， ]\\d{3})+)人', 'a run from each of its groups'],
  ['^(.*[队会])\\1长', 'a word that is met again'],
  ['的(?<=^.*的)', 'a look back from each place'],
  ['(?:\\s*\\|?\\s*)+x', 'blanks shared out'],
])('finds %s: %s', (source) => expect(reasonsToBeSlow({ source, flags: '' })).not.toEqual([]));

it.each([
  '(?<!\\d)\\d+人',
  '“[^“”]*”',
  '：.*',
  '^.*退休',
  '[^，]{0,80}，',
  '(?<![\\d.])\\d+(?:\\.\\d+)?%',
  '\\d[^。\\d]*。',
  '的.*',
])('lets %s pass', (source) => expect(reasonsToBeSlow({ source, flags: '' })).toEqual([]));

it('no regular expression takes more time a character in a longer text', async () => {
  const made = recordPatterns();
  try {
    const { rules } = await import('../../rules/index.ts');
    const { createChecker } = await import('../../lib/engine/checker.ts');
    const { textsIn } = await import('../../rules/texts.ts');
    const { nodeLanguage } = await import('../../tools/check/node-language.ts');
    const all = rules.map((rule) => ({ ...rule, recommended: true }));
    const checker = createChecker({ rules: all, texts: textsIn('zh-CN'), language: nodeLanguage() });
    // Some are made when they are first asked for.
    for (const example of rules.flatMap(({ examples }) => examples)) {
      checker.check(('wrong' in example ? example.wrong : example.right).replace(/[⟦⟧]/g, ''));
    }
  } finally {
    made.stop();
  }
  const literals = [...sourcesIn('lib'), ...sourcesIn('rules')].flatMap(literalsIn);
  const patterns = new Map<string, Pattern>();
  for (const { source, flags } of [...literals, ...made.found]) patterns.set(`/${source}/${flags}`, { source, flags });
  expect(patterns.size).toBeGreaterThan(1000);

  const used = new Set<string>();
  const slow: string[] = [];
  for (const [pattern, { source, flags }] of patterns) {
    const reasons = reasonsToBeSlow({ source, flags });
    const judged = JUDGED.find(([part]) => source.includes(part));
    if (judged && reasons.length > 0) used.add(judged[0]);
    else if (reasons.length > 0) slow.push(`${pattern}: ${reasons.join('; ')}`);
  }
  expect(slow).toEqual([]);
  expect(JUDGED.map(([part]) => part).filter((part) => !used.has(part))).toEqual([]);
}, 60_000);
