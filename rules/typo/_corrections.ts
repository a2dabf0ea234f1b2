import rightWords from '../../assets/lexicons/right-words.tsv';
import type { Document, Paragraph } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/language/table.ts';
import type { Correction, Language } from '../../lib/language/types.ts';

/** Calibrated probabilities from which a correction is 97% and 85% right, and from which it is worth a mention. */
const ERROR = 0.97;
const WARNING = 0.85;
const HINT = 0.5;
/** A name or term that the document writes so often is the writer's own. */
const OWN_USE = 3;

const LOWER: Readonly<Record<Severity, Severity>> = { error: 'warning', warning: 'hint', hint: 'hint' };

/** The model is asked once for each paragraph, whatever number of rules share its answer. */
const known = new WeakMap<Language, (paragraph: Paragraph) => readonly Correction[]>();
function correctionsOf(language: Language, paragraph: Paragraph): readonly Correction[] {
  let corrections = known.get(language);
  if (!corrections) {
    corrections = perParagraph(({ text }) => soundCorrections(language, text));
    known.set(language, corrections);
  }
  return corrections(paragraph);
}

/** Words that are right although the model knows a rival better. */
const findRightWords = phraseSearch(readTable(rightWords).map(({ word }) => ({ words: word!, entry: word! })));

/** Corrections of a paragraph that leave the right words alone. */
function soundCorrections(language: Language, text: string): readonly Correction[] {
  const corrections = language.corrections(text);
  const right = corrections.length > 0 ? findRightWords(text) : [];
  return corrections.filter(({ range }) => !right.some(({ start, end }) => start < range[1] && range[0] < end));
}

/** Whether the string, with a neighbour, stands in the document again and again. */
function isOwnUse(text: string, start: number, end: number): boolean {
  const withNeighbour = [text.slice(Math.max(0, start - 1), end), text.slice(start, end + 1)];
  if (end - start > 1) withNeighbour.push(text.slice(start, end));
  return withNeighbour.some((string) => {
    if (string.length < 2) return false;
    let at = -1;
    let uses = 0;
    do {
      at = text.indexOf(string, at + 1);
      if (at >= 0) uses++;
    } while (at >= 0 && uses < OWN_USE);
    return uses >= OWN_USE;
  });
}

function severityOf(probability: number): Severity {
  if (probability >= ERROR) return 'error';
  return probability >= WARNING ? 'warning' : 'hint';
}

/**
 * Reports the corrections for which `messageFor` has a message. The fix is certain only where the place is surely wrong
 * and one replacement stands out.
 */
export function reportCorrections(
  { text, blocks }: Document,
  context: RuleContext,
  messageFor: (wrong: string, right: string, correction: Correction) => string | undefined,
): void {
  const { language } = context;
  if (!language) return;
  for (const { paragraph, start } of blocks) {
    for (const correction of correctionsOf(language, paragraph)) {
      if (correction.probability < HINT) continue;
      const range = [start + correction.range[0], start + correction.range[1]] as const;
      const wrong = text.slice(...range);
      const [best] = correction.replacements;
      const message = messageFor(wrong, best!.text, correction);
      if (message === undefined) continue;
      const severity = severityOf(correction.probability);
      const isOwn = isOwnUse(text, ...range);
      context.report({
        range,
        message,
        data: { wrong, right: best!.text },
        severity: isOwn ? LOWER[severity] : severity,
        ...(severity === 'error' && !isOwn
          ? { fix: best!.text }
          : { suggestions: correction.replacements.map((replacement) => replacement.text) }),
      });
    }
  }
}
