/**
 * Which alternatives are worth judging: decision trees see what the proposals have anyway, how the character model takes a
 * place before and after. What the judge looks at costs ten times as much, and nine of ten alternatives are hopeless.
 */
import type { Alternative, Proposal } from './proposals.ts';
import type { Classifier } from './trees.ts';

/** From this probability on, an alternative is judged. */
const WORTH_JUDGING = 0.01;
const MOST_NEIGHBOURS = 3;
const KINDS = ['same-sound', 'near-sound', 'shape', 'confusion', 'context'] as const;

/** What the screen is told of an alternative, in this order. Log-probabilities and gains in nats. */
export const SCREEN_FEATURES = [
  ...['gain', 'gainAlone', 'gainOverRival', 'rank', 'alternatives', 'distance', 'kind', 'isWord', 'length'],
  ...['beforeLeft', 'beforeRight', 'beforeLowest', 'beforeLeftMatched', 'beforeRightMatched'],
  ...['afterLeft', 'afterRight', 'afterLowest', 'afterLeftMatched', 'afterRightMatched'],
  ...['sentenceMean', 'doubtfulNeighbours'],
] as const;

export function screenFeatures(proposal: Proposal, alternative: Alternative, rank: number): Float32Array {
  const { before, sentence, neighbours, start, end, alternatives } = proposal;
  const { after, gain, gainAlone, distance, kind, isWord } = alternative;
  return Float32Array.of(
    gain,
    gainAlone,
    gain - (alternatives[rank === 0 ? 1 : 0]?.gain ?? -5),
    rank,
    alternatives.length,
    distance,
    KINDS.indexOf(kind),
    isWord ? 1 : 0,
    end - start,
    before.left,
    before.right,
    before.lowest,
    before.leftMatched,
    before.rightMatched,
    after.left,
    after.right,
    after.lowest,
    after.leftMatched,
    after.rightMatched,
    sentence.logProbability / sentence.symbols,
    Math.min(MOST_NEIGHBOURS, neighbours),
  );
}

/** The proposals with the alternatives that are worth judging. */
export function screened(proposals: readonly Proposal[], trees: Classifier): Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of proposals) {
    const alternatives = proposal.alternatives.filter(
      (alternative, rank) => trees.probability(screenFeatures(proposal, alternative, rank)) >= WORTH_JUDGING,
    );
    if (alternatives.length > 0) kept.push({ ...proposal, alternatives });
  }
  return kept;
}
