import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { rules } from '../../rules/index.ts';
import { type Locale, textsIn } from '../../rules/texts.ts';

/** The checker as the extension has it, on Node: all recommended rules. */
export async function nodeChecker(locale: Locale): Promise<Checker> {
  return createChecker({ rules, texts: textsIn(locale) });
}
