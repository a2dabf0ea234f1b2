import { describe, expect, it } from 'vitest';
import { TagModel } from '../../../lib/language/words/tag-model.ts';
import { Tagger } from '../../../lib/language/words/tagger.ts';
import { TAG } from '../../../lib/language/words/tags.ts';
import { readTreebank, scoreWords } from '../../../tools/evaluate/words.ts';
import { randomSource } from '../../../tools/train/boosting.ts';
import { isPlanted, plantDoubling } from '../../../tools/train/doublings.ts';
import { countTagged } from '../../../tools/words/counts.ts';
import type { Entry } from '../../../tools/words/dictionary.ts';
import { makeModel } from '../../../tools/words/model.ts';

const dictionary = new Map<string, Entry>(
  (
    [
      ['他们', 'r'],
      ['发展', 'v'],
      ['经济', 'n'],
      ['的', 'uj'],
      ['项目', 'n'],
      ['项', 'q'],
      ['目', 'n'],
    ] as const
  ).map(([text, tag]) => [text, { frequency: 10, tags: [TAG[tag]] }]),
);
const tagged = [
  '他们/r 发展/v 经济/n 。/w',
  '经济/n 的/u 发展/vn 。/w',
  '3项/m 项目/n 的/u 发展/vn ，/w 5项/m 项目/n 。/w',
];
const names = {
  people: new Map([['喻文澜', 1]]),
  foreign: [],
  places: ['青石'],
  surnames: new Set(['喻']),
};
const make = () => makeModel(countTagged(tagged, dictionary), dictionary, names, []);

describe('the tagger’s model', () => {
  const tagger = new Tagger(new TagModel(make().buffer as ArrayBuffer));
  const cut = (text: string) => [...tagger.tag(text)].map((word) => `${word.text}/${word.tag}`).join(' ');

  it('tells the parts of speech of a word by what stands before it', () => {
    expect(cut('他们发展经济')).toBe('他们/r 发展/v 经济/n');
    expect(cut('项目的发展')).toBe('项目/n 的/uj 发展/vn');
  });

  it('knows measure words though numbers were tagged with them', () => {
    expect(cut('3项项目')).toBe('3/m 项/q 项目/n');
  });

  it('is the same bytes for the same counts', () => {
    expect(make()).toEqual(make());
  });
});

describe('scores of words', () => {
  const [gold] = readTreebank('# text = 他们发展\n1\t他们\t_\tPRON\n2\t发展\t_\tVERB\n\n') as [
    ReturnType<typeof readTreebank>[number],
  ];
  const cutAs =
    (...texts: string[]) =>
    () =>
      texts.map((text) => ({ text, wordClass: 'pronoun' as const }));

  it('counts words that are the same, and their tags', () => {
    expect(scoreWords([gold], cutAs('他们', '发展'))).toMatchObject({
      precision: { hits: 2, of: 2 },
      crossing: { hits: 0, of: 2 },
      sameClass: { hits: 1, of: 2 },
    });
  });

  it('counts words that cross those of the treebank, but not finer or coarser ones', () => {
    expect(scoreWords([gold], cutAs('他', '们发', '展')).crossing).toEqual({ hits: 1, of: 3 });
    expect(scoreWords([gold], cutAs('他', '们', '发展')).crossing.hits).toBe(0);
    expect(scoreWords([gold], cutAs('他们发展')).crossing.hits).toBe(0);
  });
});

it('plants doublings that one copy less takes back', () => {
  const tagger = new Tagger(new TagModel(make().buffer as ArrayBuffer));
  const random = randomSource(3);
  const right = '他们发展经济的项目';
  const planted = Array.from({ length: 50 }, () => plantDoubling(right, tagger, random)).filter(
    (slip) => slip !== undefined,
  );
  expect(planted.length).toBeGreaterThan(25);
  for (const slip of planted) {
    const size = slip.text.length - right.length;
    const starts = Array.from({ length: right.length }, (_, start) => start);
    expect(starts.some((start) => isPlanted(slip, start, size))).toBe(true);
  }
});
