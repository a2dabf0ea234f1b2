/** What the judge sees of the rest of the sentence: what it is about, and in what kind of text it is at home. */
import type { Proposal } from './proposals.ts';
import { type Cut, LONGEST_PART, type Segmenter, wordsOver } from './segmentation.ts';
import type { Context, TopicModel } from './topic-model.ts';

export interface TopicSources {
  readonly segmenter: Segmenter;
  readonly topics: TopicModel;
}

/** Log-probability of a word that the model does not know. */
const UNKNOWN_WORD = -9;
/** A context of more words says no more, but how long the sentence is. */
const ENOUGH_WORDS = 8;
/** Where there is no other alternative. */
const NO_RIVAL = -20;

/** What is told of how an alternative suits the rest of the sentence, in this order; how like each register it is follows. */
export const TOPIC_FEATURES = [
  ...['contextWords', 'fitBefore', 'lowestFitBefore', 'fitWordsBefore', 'fitAfter', 'lowestFitAfter', 'fitWordsAfter'],
  ...['fitGain', 'lowestFitGain', 'fitOverRival'],
] as const;

/** What is the same for all proposals of a sentence. */
export interface SentenceTopic {
  readonly cut: Cut;
  readonly registers: readonly number[];
}

export function topicOf(text: string, start: number, end: number, { segmenter, topics }: TopicSources): SentenceTopic {
  const cut = segmenter.cut(text, start, end);
  return { cut, registers: topics.registersOf(cut) };
}

/** Features for each alternative of a proposal, in their order. */
export function topicFeatures(
  text: string,
  { start, end, sentence, alternatives }: Proposal,
  { cut, registers }: SentenceTopic,
  sources: TopicSources,
): number[][] {
  const [first, last] = wordsOver(cut, start, end);
  const context = sources.topics.contextOf(cut, first, last);
  // No word over the place reaches farther.
  const from = Math.max(sentence.start, start - LONGEST_PART);
  const to = Math.min(sentence.end, end + LONGEST_PART);
  const fits = (instead: string) =>
    fitOf(text.slice(from, start) + instead + text.slice(end, to), start - from, end - from, context, sources);
  const before = fits(text.slice(start, end));
  const after = alternatives.map((alternative) => fits(alternative.text));
  return after.map((fit, i) => {
    const rivals = after.filter((_, k) => k !== i).map(({ sum }) => sum);
    const rival = rivals.length > 0 ? Math.max(...rivals) : NO_RIVAL;
    return [
      Math.min(ENOUGH_WORDS, context.words),
      before.sum,
      before.lowest,
      before.words,
      fit.sum,
      fit.lowest,
      fit.words,
      fit.sum - before.sum,
      fit.lowest - before.lowest,
      fit.sum - rival,
      ...registers,
    ];
  });
}

/** How well the words over a place suit the words around: log-probabilities in nats. */
interface Fit {
  readonly sum: number;
  readonly lowest: number;
  readonly words: number;
}

function fitOf(text: string, start: number, end: number, context: Context, { segmenter, topics }: TopicSources): Fit {
  const cut = segmenter.cut(text, 0, text.length);
  const [first, last] = wordsOver(cut, start, end);
  let sum = 0;
  let lowest = 0;
  for (let i = first; i <= last; i++) {
    const logOdds = topics.logOdds(cut.nodes[i]!, context);
    const logProbability = logOdds === undefined ? UNKNOWN_WORD : -Math.log1p(Math.exp(-logOdds));
    sum += logProbability;
    lowest = Math.min(lowest, logProbability);
  }
  return { sum, lowest, words: last - first + 1 };
}
