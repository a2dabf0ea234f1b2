import { contentOf } from '../../lib/document/content.ts';
import { allMatches } from '../../lib/document/matches.ts';
import type { Block, Document, Paragraph, Range, Role } from '../../lib/document/types.ts';
import { perParagraph } from '../../lib/engine/rule.ts';
import type { RuleContext, Severity } from '../../lib/engine/types.ts';

/** A line up to this length (UTF-16 units) that holds a leftover is a leftover as a whole. */
const LONGEST_LINE = 90;
const OPENING = '【（([［〔';
const CLOSING = '】）)]］〕';

type LeftoverContext = RuleContext<'leftover' | 'block', 'delete-lines'>;

export interface Leftover {
  readonly pattern: RegExp;
  readonly severity?: Severity;
  /** Only the words themselves are left over: part of a title, a word in brackets. */
  readonly exact?: boolean;
}

/** A leftover in its paragraph. */
interface Found {
  readonly range: Range;
  readonly words: string;
  /** Nothing else stands on the line. */
  readonly isLine: boolean;
  readonly severity: Severity | undefined;
}

/** The pair of brackets around a place, with its marks; the innermost one. */
function bracketsAround(text: string, [start, end]: Range): Range | undefined {
  let depth = 0;
  for (let at = start - 1; at >= Math.max(0, start - LONGEST_LINE); at--) {
    if (CLOSING.includes(text[at]!)) depth++;
    else if (OPENING.includes(text[at]!) && depth-- === 0) {
      const close = CLOSING[OPENING.indexOf(text[at]!)]!;
      const closedAt = text.indexOf(close, end);
      return closedAt !== -1 && closedAt - end <= LONGEST_LINE ? [at, closedAt + 1] : undefined;
    }
  }
  return undefined;
}

const hasTwoSentences = (text: string) => allMatches(text, /[。；]/g).length > 1;

/** What a leftover takes with it: its brackets, its sentence, or its whole line where that is short. */
function extentOf({ text, content, sentences }: Paragraph, place: Range): { range: Range; isLine: boolean } {
  if (content[1] - content[0] <= LONGEST_LINE && !hasTwoSentences(text)) return { range: content, isLine: true };
  const brackets = bracketsAround(text, place);
  if (brackets) return { range: brackets, isLine: brackets[0] <= content[0] && brackets[1] >= content[1] };
  const sentence = sentences.find(({ range }) => range[1] > place[0]);
  const start = Math.max(sentence?.range[0] ?? place[0], content[0]);
  const end = Math.min(Math.max(sentence?.range[1] ?? place[1], place[1]), content[1]);
  return { range: [start, end], isLine: start <= content[0] && end >= content[1] };
}

/** The leftovers of one paragraph from left to right, the first of each stretch. */
function leftoversIn(paragraph: Paragraph, leftovers: readonly Leftover[]): readonly Found[] {
  const { text } = paragraph;
  const matches = leftovers.flatMap(({ pattern, severity, exact }) =>
    allMatches(text, pattern).map(({ 0: words, index }) => ({ index, words, severity, exact })),
  );
  const found: Found[] = [];
  let end = -1;
  for (const { index, words, severity, exact } of matches.sort((a, b) => a.index - b.index)) {
    if (index < end) continue;
    const place: Range = [index, index + words.length];
    const extent = exact ? { range: place, isLine: false } : extentOf(paragraph, place);
    if (extent.range[0] < end) continue;
    end = extent.range[1];
    found.push({ ...extent, words, severity });
  }
  return found;
}

const isBlank = ({ content }: Paragraph) => content[0] === content[1];
const endOf = ({ start, paragraph }: Block) => start + paragraph.text.length;

/**
 * The lines from `first` to `last` with one line break, so that none is left where they stood: the one before them, since
 * the line that remains then keeps its own form in an editor, or at the head of the text the one behind. Of the blank
 * lines on both sides one goes too.
 */
function withLineBreak({ blocks, text }: Document, first: number, last: number): Range {
  const isBlankAt = (index: number) => blocks[index] !== undefined && isBlank(blocks[index].paragraph);
  const from = isBlankAt(first - 1) && (isBlankAt(last + 1) || last + 1 === blocks.length) ? first - 1 : first;
  const before = blocks[from - 1];
  if (before) return [endOf(before), endOf(blocks[last]!)];
  let next = last + 1;
  while (isBlankAt(next)) next++;
  return [0, blocks[next]?.start ?? text.length];
}

/** Points of a line that is a leftover by itself, and of one from which on a line beside others belongs to them. */
const SURE = 6;
const KIN = 2;
/** A line up to this length (UTF-16 units) may be a name or a slogan that came with the lines beside it. */
const SHORT_LINE = 24;
const KEPT_ROLES: ReadonlySet<Role> = new Set(['letterhead', 'document-number', 'date', 'closing', 'attachment']);

interface Kind {
  readonly leftovers: readonly Leftover[];
  /** How much a line that is no leftover by itself is like one. Two neighbours with six points together are a block. */
  readonly points?: (paragraph: Paragraph) => number;
}

/**
 * A rule's check for what was left over from elsewhere. Lines that are nothing else, with their kin beside them and blank
 * lines between, are one finding, and deleting them leaves no empty line.
 */
export function leftoverCheck({ leftovers, points = () => 0 }: Kind) {
  const foundIn = perParagraph((paragraph) => leftoversIn(paragraph, leftovers));
  const pointsOf = perParagraph((paragraph) => {
    if (isBlank(paragraph)) return 0;
    const isSure = foundIn(paragraph).some(({ isLine, severity }) => isLine && !severity);
    return isSure ? SURE : points(paragraph);
  });

  /** A name or slogan of no points between two leftovers, or between one and the edge of the text. */
  function isShort(block: Block): boolean {
    const { marker, heading } = block.paragraph;
    const line = contentOf(block);
    if (marker || heading?.runIn || KEPT_ROLES.has(block.role) || line.length > SHORT_LINE) return false;
    return !/[。：]$|(?:报告|总结|计划|方案|通知|请示|纪要|意见|讲话|汇报)$/.test(line);
  }

  /** Index of the last line of the block that holds `index`, going by `step`. Linear in what it passes over. */
  function reach(blocks: readonly Block[], index: number, step: 1 | -1): number {
    let last = index;
    let between = 0;
    for (let at = index + step; at >= 0 && at < blocks.length; at += step) {
      const block = blocks[at]!;
      if (isBlank(block.paragraph)) continue;
      if (pointsOf(block.paragraph) >= KIN) {
        last = at;
        between = 0;
      } else if (++between > 1 || !isShort(block)) return last;
      else if (at === (step > 0 ? blocks.length - 1 : 0)) return at;
    }
    return last;
  }

  function reportBlock(document: Document, first: number, last: number, context: LeftoverContext): void {
    const lines = document.blocks.slice(first, last + 1).filter(({ paragraph }) => !isBlank(paragraph));
    const isOne = lines.length === 1;
    const words = isOne ? foundIn(lines[0]!.paragraph)[0]!.words : contentOf(lines[0]!);
    const isSure = lines.every(({ paragraph }) => pointsOf(paragraph) >= SURE);
    const range = withLineBreak(document, first, last);
    const data = { words, lines: lines.length };
    const deletion = { range, text: '' };
    context.report({
      range,
      message: isOne ? 'leftover' : 'block',
      data,
      ...(isSure ? { fix: deletion } : { suggestions: [{ message: 'delete-lines', data, fix: deletion }] }),
    });
  }

  /** Index of the last line of the block of leftovers that begins at `first`; -1 where none does. */
  function blockFrom({ blocks }: Document, first: number): number {
    if (pointsOf(blocks[first]!.paragraph) < KIN) return -1;
    const last = reach(blocks, first, 1);
    let total = 0;
    for (let at = first; at <= last; at++) total += pointsOf(blocks[at]!.paragraph);
    const isOne = last === first;
    return total >= SURE && (!isOne || foundIn(blocks[first]!.paragraph).length > 0) ? last : -1;
  }

  return (document: Document, context: LeftoverContext): void => {
    const { blocks } = document;
    for (let index = 0; index < blocks.length; index++) {
      const { paragraph, start } = blocks[index]!;
      const last = blockFrom(document, index);
      if (last !== -1) {
        reportBlock(document, reach(blocks, index, -1), last, context);
        index = last;
        continue;
      }
      for (const { range, words, severity } of foundIn(paragraph)) {
        context.report({
          range: [range[0] + start, range[1] + start],
          message: 'leftover',
          data: { words },
          ...(severity && { severity }),
          suggestions: [''],
        });
      }
    }
  };
}
