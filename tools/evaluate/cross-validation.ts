/**
 * The checker as it is on sentences that it did not learn from. The character model has counted one half of the collected
 * sentences; the other half is checked, with a candidate table that does not know it, and each fold of it with judges that
 * learned from the other fold, as training wrote them.
 */
import { join } from 'node:path';
import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { loadLanguage } from '../../lib/language/corrector.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';
import { readBuffer } from '../lexicon/buffers.ts';
import { FOLDS, type Fold, foldOf, judgeWithout } from '../train/halves.ts';
import { readModel, readModelsOfHalf } from '../train/judges.ts';
import type { SentencePair } from './sentences.ts';

/**
 * @param models the models that are shipped
 * @param halves those that know one half of the sentences, and the judges without a fold
 * @returns for each sentence of a pair that is not counted the checker that has not learned from it
 */
export function crossValidated(models: string, halves: string): (pair: SentencePair) => Pick<Checker, 'check'> {
  const texts = textsIn('zh-CN');
  const checkerFor = (fold: Fold) => {
    const language = loadLanguage({
      ...readModelsOfHalf({ models, halves }),
      gate: readModel(models, 'gate'),
      screen: readModel(models, 'screen'),
      judge: readBuffer(join(halves, judgeWithout('judge', fold))),
      slips: readBuffer(join(halves, judgeWithout('slips', fold))),
    });
    return createChecker({ rules, texts, language });
  };
  const checkers = FOLDS.map(checkerFor);
  return ({ right }) => checkers[foldOf(right)]!;
}
