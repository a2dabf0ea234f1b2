import { describe, expect, it } from 'vitest';
import collocations from '../../../assets/lexicons/collocations.tsv';
import fixedPhrases from '../../../assets/lexicons/fixed-phrases.tsv';
import fixedSeries from '../../../assets/lexicons/fixed-series.tsv';
import lawTitles from '../../../assets/lexicons/law-titles.tsv';
import officialNames from '../../../assets/lexicons/official-names.tsv';
import termVariants from '../../../assets/lexicons/term-variants.tsv';
import traditional from '../../../assets/lexicons/traditional-characters.tsv';
import variantWords from '../../../assets/lexicons/variant-words.tsv';
import { readTable } from '../../../lib/vocabulary/table.ts';
import fixedPhrase from '../../../rules/wording/fixed-phrase.ts';
import fixedSeriesRule from '../../../rules/wording/fixed-series.ts';
import lawTitle from '../../../rules/wording/law-title.ts';
import officialName from '../../../rules/wording/official-name.ts';
import variantWord from '../../../rules/wording/variant-word.ts';
import { issuesOf } from '../../support/rule-tester.ts';

const repeated = (words: readonly string[]) => words.filter((word, index) => words.indexOf(word) !== index);
const column = (table: string, name: string) => readTable(table).map((row) => row[name]!);

describe.each([
  ['collocations', collocations, ['pattern', 'first', 'second', 'right', 'seen'], ['pattern', 'first', 'second']],
  ['fixed-phrases', fixedPhrases, ['phrase'], ['phrase']],
  ['fixed-series', fixedSeries, ['series'], ['series']],
  ['law-titles', lawTitles, ['title'], ['title']],
  ['official-names', officialNames, ['wrong', 'right'], ['wrong']],
  ['term-variants', termVariants, ['terms', 'severity'], ['terms']],
  ['traditional-characters', traditional, ['character', 'standard'], ['character']],
  ['variant-words', variantWords, ['variant', 'standard'], ['variant']],
] as const)('%s', (_, table, filled, key) => {
  it('has no empty cell that must be filled, no blank around a word, no row twice', () => {
    const rows = readTable(table);
    for (const row of rows) {
      for (const name of filled) expect(row[name], JSON.stringify(row)).toMatch(/^\S(?:.*\S)?$/);
    }
    expect(repeated(rows.map((row) => key.map((name) => row[name]).join(' ')))).toEqual([]);
  });
});

describe('rows do not contradict one another', () => {
  it.each([
    ['fixed phrases', fixedPhrase, column(fixedPhrases, 'phrase')],
    ['fixed series', fixedSeriesRule, column(fixedSeries, 'series')],
    ['titles of laws', lawTitle, column(lawTitles, 'title').map((title) => `《${title}》`)],
    ['official names', officialName, column(officialNames, 'right').flatMap((right) => right.split('|'))],
    ['variant words', variantWord, column(variantWords, 'standard')],
  ] as const)('%s: what one row recommends, no row reports', (_, rule, words) => {
    const reported = words.flatMap((word) => issuesOf(rule, word).map(({ message }) => `${word}: ${message}`));
    expect(reported).toEqual([]);
  });

  it('a standard character is no traditional one', () => {
    const characters = new Set(column(traditional, 'character'));
    expect(column(traditional, 'standard').filter((character) => characters.has(character))).toEqual([]);
  });

  it('a verb that fits a noun does not mismatch it', () => {
    const mismatched = new Set(
      readTable(collocations).map(({ pattern, first, second }) => `${pattern} ${first} ${second}`),
    );
    const contradictions = readTable(collocations).flatMap(({ pattern, first, second, right }) =>
      right!.split('|').flatMap((verb) => {
        const pair = pattern === 'vo' ? `vo ${verb} ${second}` : `sv ${first} ${verb}`;
        return mismatched.has(pair) ? [`${pattern} ${first} ${second} → ${verb}`] : [];
      }),
    );
    expect(contradictions).toEqual([]);
  });
});
