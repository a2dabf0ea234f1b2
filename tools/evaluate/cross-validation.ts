/**
 * The checker as it is on sentences that it did not learn from. The shipped judges have learned from all collected ones,
 * so each half is checked with judges, a character model and a candidate table made without it.
 */
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { loadLanguage } from '../../lib/language/corrector.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import { HALVES, type Half, halfOf } from '../train/halves.ts';
import { readModelsWithout, type TrainingFolders, trainJudges } from '../train/judges.ts';
import type { SentencePair } from './sentences.ts';

const bufferOf = (bytes: Uint8Array) => bytes.buffer as ArrayBuffer;

/** Trains for some minutes. @returns for each sentence of a pair the checker that has not learned from it */
export function crossValidated(folders: TrainingFolders): (pair: SentencePair) => Pick<Checker, 'check'> {
  const texts = textsIn('zh-CN');
  const checkerFor = (half: Half) => {
    const { gate, judge, slips } = trainJudges(folders, ({ right }) => halfOf(right) !== half);
    const language = loadLanguage({
      ...readModelsWithout(half, folders),
      gate: bufferOf(gate),
      judge: bufferOf(judge),
      slips: bufferOf(slips),
    });
    return createChecker({ rules, texts, language });
  };
  const checkers = HALVES.map(checkerFor);
  return ({ right }) => checkers[halfOf(right)]!;
}
