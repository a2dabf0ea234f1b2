import { contentOf } from '../document/content.ts';
import { isDateLine } from '../document/roles.ts';
import type { Block, Document, Paragraph, Section } from '../document/types.ts';
import type { PartType } from './kinds.ts';
import { findUnmarkedSalutation } from './salutation.ts';

/** Where a closing may stand, counted from the end (UTF-16 units). */
const TAIL = 400;
const LONGEST_LINE = 30;
/** Shortest paragraph that tells what was done. */
const TELLING = 40;

/** A date on a line of its own; below it an attachment or the name of somebody to ask may follow. */
const dateLine = ({ blocks }: Document) =>
  blocks.findLast((block) => {
    const { content } = block.paragraph;
    return content[1] - content[0] <= LONGEST_LINE && isDateLine(contentOf(block));
  });

function hasDate(document: Document): boolean {
  const inByline = ({ role, paragraph }: Block) => role === 'byline' && /年.{0,20}月|\d{4}[./-]\d/.test(paragraph.text);
  return document.date !== undefined || dateLine(document) !== undefined || document.blocks.some(inByline);
}

function hasSignature(document: Document): boolean {
  const { blocks, signature } = document;
  if (signature || blocks.some(({ role, paragraph }) => role === 'byline' && !/[〔\d年]/.test(paragraph.text)))
    return true;
  const date = dateLine(document);
  const above = date && blocks.slice(0, date.index).findLast(({ role }) => role !== 'blank');
  return above !== undefined && contentOf(above).length <= LONGEST_LINE && !/[。；：！]$/.test(contentOf(above));
}

const matched = new WeakMap<Paragraph, Map<RegExp, boolean>>();

/** Whether a pattern fits the words of a paragraph; remembered, so that an edit asks for the changed ones alone. */
function fits(pattern: RegExp, paragraph: Paragraph, words: string): boolean {
  let answers = matched.get(paragraph);
  if (!answers) {
    answers = new Map();
    matched.set(paragraph, answers);
  }
  let answer = answers.get(pattern);
  if (answer === undefined) {
    answer = pattern.test(words);
    answers.set(pattern, answer);
  }
  return answer;
}

const isSaid = (pattern: RegExp | undefined, { blocks }: Document) =>
  pattern !== undefined && blocks.some(({ paragraph }) => fits(pattern, paragraph, paragraph.text));

/** First sentence of a paragraph, which tells what it is about; undefined for headings and blank lines. */
function openingOf({ role, paragraph: { text, content, sentences } }: Block): string | undefined {
  if (role !== 'body' && role !== 'closing') return undefined;
  return text.slice(content[0], sentences[0]?.range[1]);
}

function opens(pattern: RegExp | undefined, block: Block): boolean {
  const opening = openingOf(block);
  return pattern !== undefined && opening !== undefined && fits(pattern, block.paragraph, opening);
}

export const headingTitle = ({ block: { paragraph }, heading: { title } }: Section) =>
  paragraph.text.slice(title[0], title[1]);

/** What was done goes under headings of any name, “一、打击犯罪”, or under none. */
const ANY_NAME: ReadonlySet<string> = new Set(['achievements', 'duties', 'process']);

/** Whether a section, or a paragraph of a text without sections, is about none of the other parts. */
function hasOtherMatter(part: PartType, parts: readonly PartType[], { outline, blocks }: Document): boolean {
  const others = parts.filter((other) => other !== part && other.sign === 'section' && other.required);
  const numbered = outline.filter(({ heading }) => heading.level > 0);
  if (numbered.length > 1)
    return numbered.some((section) => !others.some(({ pattern }) => pattern!.test(headingTitle(section))));
  return blocks.some(
    (block) =>
      block.role === 'body' &&
      block.paragraph.text.length >= TELLING &&
      !others.some(({ opening }) => opens(opening, block)),
  );
}

/** Whether a document has a part. `headings` are all but its title, `title` the block that names its kind. */
export function isPresent(
  part: PartType,
  parts: readonly PartType[],
  document: Document,
  title: Block,
  headings: readonly Section[],
): boolean {
  const { pattern, opening, text } = part;
  switch (part.sign) {
    case 'salutation':
      return document.salutation !== undefined || findUnmarkedSalutation(document, title) !== undefined;
    case 'signature':
      return hasSignature(document);
    case 'date':
      return hasDate(document);
    case 'closing':
      return pattern!.test(document.text.slice(-TAIL));
    case 'text':
      return isSaid(pattern, document);
    case 'section':
      return (
        headings.some((section) => pattern!.test(headingTitle(section))) ||
        document.blocks.some((block) => opens(opening, block)) ||
        isSaid(text, document) ||
        (ANY_NAME.has(part.id) && hasOtherMatter(part, parts, document))
      );
  }
}
