import { describe, expect, it } from 'vitest';
import type { CandidateSource } from '../../../lib/language/candidates.ts';
import { Segmenter } from '../../../lib/language/segmentation.ts';
import { TopicModel } from '../../../lib/language/topic-model.ts';
import { type TopicText, trainTopicModel } from '../../../tools/train/topic-model.ts';
import { lexiconOf } from '../../support/lexicon-of.ts';

const OFFICE = ['规划', '编制', '实施', '方案', '衔接'];
const GARDEN = ['桂花', '飘香', '盛开', '花园', '枝头'];
const RARE = '罕见';
const frequencies = (words: readonly string[]) => Object.fromEntries(words.map((word) => [word, -6]));
const lexicon = lexiconOf(frequencies([...OFFICE, ...GARDEN, RARE, '的']));
const segmenter = new Segmenter(lexicon);
const cutOf = (text: string) => segmenter.cut(text, 0, text.length);
const nodeOf = (word: string) => cutOf(word).nodes[0]!;

/** Words of one topic, two away from each other, never beside. */
function sentencesOf(words: readonly string[]): string {
  const lines: string[] = [];
  for (let i = 0; i < 3000; i++) {
    const at = (k: number) => words[(i * k + k) % words.length]!;
    lines.push(`${at(1)}的${at(2)}的${at(3)}的${at(5)}`);
  }
  return lines.join('。');
}
const TEXTS: TopicText[] = [
  { register: 'office', read: () => `${sentencesOf(OFFICE)}。${RARE}的方案` },
  { register: 'garden', read: () => sentencesOf(GARDEN) },
];

const noCandidates = { checksum: 1, forCharacter: () => [] } as unknown as CandidateSource;
/** Only 规划 and 桂花 are mistaken for each other, in a way of that kind. */
function train(kind: 'same-sound' | 'confusion', hardNegatives: number): Uint8Array {
  const other: Readonly<Record<string, string>> = { 规划: '桂花', 桂花: '规划' };
  const words = {
    wordsSoundingLike: (text: string) =>
      other[text] ? [{ text: other[text], kind, distance: 0, logFrequency: -6 }] : [],
  };
  const settings = { size: 8, minimumCount: 5, epochs: 6, noiseNegatives: 2, hardNegatives };
  return trainTopicModel(TEXTS, { lexicon, candidates: noCandidates, words }, settings);
}

const file = train('same-sound', 2);
const modelOf = (bytes: Uint8Array) => new TopicModel(bytes.buffer as ArrayBuffer, lexicon);
const model = modelOf(file);

/** By how much a model prefers 规划 to 桂花 in the place of the blank, in nats. */
function preference(topics: TopicModel, sentence: string): number {
  const cut = cutOf(sentence);
  const place = cut.offsets.indexOf(sentence.indexOf('＿'));
  const context = topics.contextOf(cut, place, place);
  expect(context.words).toBeGreaterThan(0);
  return topics.logOdds(nodeOf('规划'), context)! - topics.logOdds(nodeOf('桂花'), context)!;
}

describe('a topic model of two topics', () => {
  it('expects the word that suits the others', () => {
    expect(preference(model, '编制的衔接的＿')).toBeGreaterThan(1);
    expect(preference(model, '＿的枝头的盛开')).toBeLessThan(-1);
  });

  it('tells easily mistaken words apart the better for being taught to', () => {
    const untaught = modelOf(train('same-sound', 0));
    const sentence = '编制的衔接的＿';
    expect(preference(model, sentence)).toBeGreaterThan(preference(untaught, sentence));
  });

  it('is not taught what was collected, since it is tested on that', () => {
    const collected = train('confusion', 2);
    expect(Buffer.compare(collected, train('same-sound', 0))).toBe(0);
  });

  it('hears nothing beside the place', () => {
    expect(model.contextOf(cutOf('编制＿枝头'), 1, 1).words).toBe(0);
  });

  it('knows where words are at home', () => {
    const [office, garden] = model.registersOf(cutOf('编制的方案'));
    expect(office).toBeGreaterThan(0);
    expect(garden).toBeLessThan(0);
    expect(model.registersOf(cutOf(''))).toEqual([0, 0]);
  });

  it('knows no rare words', () => {
    const context = model.contextOf(cutOf('编制的衔接的方案'), 0, 0);
    expect(model.logOdds(nodeOf('方案'), context)).toBeDefined();
    expect(nodeOf(RARE)).toBeGreaterThan(0);
    expect(model.logOdds(nodeOf(RARE), context)).toBeUndefined();
    expect(model.logOdds(0, context)).toBeUndefined();
  });

  it('is the same to the byte each time', () => {
    expect(Buffer.compare(train('same-sound', 2), file)).toBe(0);
  });

  it('refuses another lexicon', () => {
    const other = lexiconOf(frequencies(OFFICE));
    expect(() => new TopicModel(file.buffer as ArrayBuffer, other)).toThrow('another lexicon');
  });
});
