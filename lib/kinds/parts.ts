import { allFound, perChunk } from '../document/chunks.ts';
import { contentOf } from '../document/content.ts';
import { isDateLine } from '../document/roles.ts';
import type { Block, Document, Section } from '../document/types.ts';
import type { PartType } from './kinds.ts';
import { findUnmarkedSalutation } from './salutation.ts';

/** Where a closing may stand, counted from the end (UTF-16 units). */
const TAIL = 400;
const LONGEST_LINE = 30;
/** Shortest paragraph that tells what was done. */
const TELLING = 40;

/** A date on a line of its own; below it an attachment or the name of somebody to ask may follow. */
const dateLinesIn = allFound(({ text, content }) =>
  content[1] - content[0] <= LONGEST_LINE && isDateLine(text.slice(...content)) ? [true] : [],
);

const dateLine = (document: Document) => dateLinesIn(document).at(-1)?.block;

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

/** Makes one function a pattern: what it finds is remembered with the paragraphs, so that an edit asks for the changed ones alone. */
function perPattern<T>(make: (pattern: RegExp) => T): (pattern: RegExp) => T {
  const made = new Map<RegExp, T>();
  return (pattern) => {
    const known = made.get(pattern) ?? make(pattern);
    made.set(pattern, known);
    return known;
  };
}

const saying = perPattern((pattern) => perChunk((paragraphs) => paragraphs.some(({ text }) => pattern.test(text))));

const isSaid = (pattern: RegExp | undefined, document: Document) =>
  pattern !== undefined && saying(pattern)(document).includes(true);

/** Paragraphs whose first sentence, which tells what they are about, fits a pattern. */
const opening = perPattern((pattern) =>
  allFound(({ text, content, sentences }) =>
    pattern.test(text.slice(content[0], sentences[0]?.range[1])) ? [true] : [],
  ),
);

/** The paragraphs of running text that a pattern's matter opens; headings have their own. */
const openedBy = (pattern: RegExp | undefined, document: Document): readonly Block[] =>
  pattern === undefined
    ? []
    : opening(pattern)(document)
        .map(({ block }) => block)
        .filter(({ role }) => role === 'body' || role === 'closing');

export const headingTitle = ({ block: { paragraph }, heading: { title } }: Section) =>
  paragraph.text.slice(title[0], title[1]);

/** What was done goes under headings of any name, “一、打击犯罪”, or under none. */
const ANY_NAME: ReadonlySet<string> = new Set(['achievements', 'duties', 'process']);

/** Whether a section, or a paragraph of a text without sections, is about none of the other parts. */
function hasOtherMatter(part: PartType, parts: readonly PartType[], document: Document): boolean {
  const { outline, blocks } = document;
  const others = parts.filter((other) => other !== part && other.sign === 'section' && other.required);
  const numbered = outline.filter(({ heading }) => heading.level > 0);
  if (numbered.length > 1)
    return numbered.some((section) => !others.some(({ pattern }) => pattern!.test(headingTitle(section))));
  const ofOthers = new Set(others.flatMap((other) => openedBy(other.opening, document)));
  return blocks.some(
    (block) => block.role === 'body' && block.paragraph.text.length >= TELLING && !ofOthers.has(block),
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
  const { pattern, text } = part;
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
        openedBy(part.opening, document).length > 0 ||
        isSaid(text, document) ||
        (ANY_NAME.has(part.id) && hasOtherMatter(part, parts, document))
      );
  }
}
