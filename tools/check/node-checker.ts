import { type Checker, createChecker } from '../../lib/engine/checker.ts';
import { rules } from '../../rules/index.ts';
import { type Locale, textsIn } from '../../rules/texts.ts';
import { nodeLanguage } from './node-language.ts';

/** The checker as the extension has it, on Node: all recommended rules and the language model. */
export async function nodeChecker(locale: Locale): Promise<Checker> {
  return createChecker({ rules, texts: textsIn(locale), language: nodeLanguage() });
}
