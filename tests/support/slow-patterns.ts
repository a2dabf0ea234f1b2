/**
 * Finds regular expressions whose time grows faster than the text. `scslre` finds what backtracks: two unbounded quantifiers
 * that may share the same characters. What it leaves is searched for here: a match that can begin at many places of a text and runs
 * on from each of them to the end, as `“[^”]*”` does on a row of opening marks.
 */
import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { isDisjointWith, JS, NFA } from 'refa';
import { analyse } from 'scslre';

export interface Pattern {
  readonly source: string;
  readonly flags: string;
}

const NOTHING = '[]';
const isUnbounded = (node: AST.Node): node is AST.Quantifier =>
  node.type === 'Quantifier' && node.max === Number.POSITIVE_INFINITY;

/** Whether the node is, or stands in, an assertion that looks back. */
const isLookbehind = (node: AST.Node): boolean =>
  (node.type === 'Assertion' && node.kind === 'lookbehind') || (node.parent !== null && isLookbehind(node.parent));

/** A negative lookbehind for one character, read as a character that is another one: the end of the match before it does not count. */
function otherCharacter({ alternatives }: AST.LookbehindAssertion): string {
  const element = alternatives.length === 1 && alternatives[0]!.elements.length === 1 && alternatives[0]!.elements[0];
  if (!element) return '';
  if (element.type === 'Character' || element.type === 'CharacterSet') return `[^${element.raw}]`;
  if (element.type !== 'CharacterClass') return '';
  return element.negate ? `[${element.raw.slice(2)}` : `[^${element.raw.slice(1)}`;
}

/** The words that elements may match, as the source of a pattern without assertions. `isFirst`: nothing was matched before. */
function wordsOf(elements: readonly AST.Element[], isFirst = false): string {
  const alternativesOf = (node: { alternatives: readonly AST.Alternative[] }, first: boolean) =>
    `(?:${node.alternatives.map((alternative) => wordsOf(alternative.elements, first)).join('|')})`;
  let first = isFirst;
  let words = '';
  for (const element of elements) {
    if (element.type === 'Assertion') {
      // A match begins once at the start of the text. Elsewhere than at the first place, what stands before is known.
      if (element.kind === 'start' || element.kind === 'end') words += NOTHING;
      else if (element.kind === 'lookbehind' && first) {
        words += element.negate ? otherCharacter(element) : alternativesOf(element, true);
      }
      continue;
    }
    if (element.type === 'Group' || element.type === 'CapturingGroup') words += alternativesOf(element, first);
    else if (element.type === 'Quantifier') {
      const quantified = wordsOf([element.element], first);
      words += `(?:${quantified})${element.raw.slice(element.element.raw.length)}`;
    } else words += element.type === 'Backreference' ? '' : element.raw;
    first = false;
  }
  return words;
}

/** What is matched before a node, from the start of the pattern or of the lookahead's place. */
function wordsBefore(node: AST.Node): string {
  const { parent } = node;
  if (!parent || parent.type === 'Pattern' || parent.type === 'RegExpLiteral') return '';
  if (parent.type !== 'Alternative') return wordsBefore(parent);
  const before = wordsBefore(parent);
  const elements = parent.elements.slice(0, parent.elements.indexOf(node as AST.Element));
  return before + wordsOf(elements, before === '');
}

/** Whether nothing behind the node can make a match fail. */
function alwaysEnds(node: AST.Node): boolean {
  const { parent } = node;
  if (!parent || parent.type === 'Pattern') return true;
  if (parent.type === 'Alternative') {
    const behind = parent.elements.slice(parent.elements.indexOf(node as AST.Element) + 1);
    if (behind.some((element) => !(element.type === 'Quantifier' && element.min === 0))) return false;
  }
  if (parent.type === 'Assertion') return parent.kind === 'lookahead' && !parent.negate && alwaysEnds(parent);
  return alwaysEnds(parent);
}

function automatonOf(source: string, flags: string): NFA {
  const { expression, maxCharacter } = JS.Parser.fromLiteral({ source, flags }).parse({ assertions: 'ignore' });
  return NFA.fromRegex(expression, { maxCharacter }, { assertions: 'disable' });
}

/** Whether a match may begin again and again within what the quantifier runs over. */
function startsWithin(quantifier: AST.Quantifier, flags: string): boolean {
  if (alwaysEnds(quantifier)) return false;
  const run = automatonOf(`(?:${wordsOf([quantifier.element])})*`, flags);
  return !isDisjointWith(automatonOf(wordsBefore(quantifier), flags), run);
}

/** Why the time of a pattern may grow faster than the text it is asked of; empty where it does not. */
export function reasonsToBeSlow({ source, flags }: Pattern): string[] {
  const plain = flags.replace(/[ygd]/g, '');
  const reasons = analyse({ source, flags: plain }).reports.map((report) =>
    report.type === 'Trade'
      ? `${report.startQuant.raw} and ${report.endQuant.raw} share characters`
      : `${report.quant.raw} repeats itself`,
  );
  const pattern = new RegExpParser().parsePattern(source, 0, source.length, { unicode: plain.includes('u') });
  visitRegExpAST(pattern, {
    onQuantifierEnter(node) {
      if (!isUnbounded(node)) return;
      if (isLookbehind(node)) reasons.push(`${node.raw} looks back without end`);
      else if (startsWithin(node, plain)) reasons.push(`starts again within ${node.raw}`);
    },
    onBackreferenceEnter({ resolved, raw }) {
      for (const group of [resolved].flat()) {
        visitRegExpAST(group, {
          onQuantifierEnter: (node) => void (isUnbounded(node) && reasons.push(`${raw} repeats ${node.raw}`)),
        });
      }
    },
  });
  return reasons;
}
