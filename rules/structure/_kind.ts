import types from '../../assets/document-types.json' with { type: 'json' };
import { isDateLine } from '../../lib/document/roles.ts';
import type { Block, Document, Heading } from '../../lib/document/types.ts';

/** How a part is recognised: a heading or telling words, or one of the parts that every Document finds by itself. */
type Sign = 'section' | 'text' | 'salutation' | 'closing' | 'signature' | 'date';

interface PartType {
  readonly id: string;
  readonly sign: Sign;
  /** Of a heading for `section`, else of the text. */
  readonly pattern?: RegExp;
  /** Words that show a section without a heading of its own. */
  readonly text?: RegExp;
  readonly required: boolean;
}

interface DocumentType {
  readonly id: string;
  readonly title: RegExp;
  readonly parts: readonly PartType[];
}

/** A part that documents of the kind have. Required ones belong to it, the others are usual. */
export interface DescribedPart {
  readonly id: string;
  readonly present: boolean;
  readonly required: boolean;
}

/** What kind of document a text is: one of the 20 of assets/document-types.json. */
export interface DocumentDescription {
  readonly id: string;
  /** The block whose words name the kind. */
  readonly title: Block;
  /** Whether the text looks written to its end, so that what is missing was forgotten and is not still to come. */
  readonly finished: boolean;
  readonly parts: readonly DescribedPart[];
}

const TYPES: readonly DocumentType[] = types.map(({ id, title, parts }) => ({
  id,
  title: new RegExp(title),
  parts: parts.map((part) => ({
    id: part.id,
    sign: part.sign as Sign,
    required: part.required,
    ...('pattern' in part && part.pattern !== undefined && { pattern: new RegExp(part.pattern) }),
    ...('text' in part && part.text !== undefined && { text: new RegExp(part.text) }),
  })),
}));

/** A text shorter than this (UTF-16 units) is a note or the start of a draft. */
const SHORTEST_FINISHED = 400;
/** Where a closing may stand, counted from the end. */
const TAIL = 400;
const HEAD_LINES = 6;
const LONGEST_TITLE = 60;

const contentOf = ({ paragraph: { text, content } }: Block) => text.slice(content[0], content[1]);

/** The title without blanks, remarks in brackets at its end and the mark that should not stand there. */
const bareTitle = (words: string) =>
  words.replace(/[\s\u3000\u200b]/g, '').replace(/(?:[（(][^（）()]{0,30}[）)]|[。．.，,])+$/, '');

/** A sentence of the text, and no title that somebody closed with a full stop. */
const isSentence = (words: string) => /。$/.test(words) && (/[，；：]/.test(words) || !/关于|年|述职|总结/.test(words));

function titleCandidates({ title, blocks }: Document): Block[] {
  const head = blocks
    .filter(({ role, paragraph: { content } }) => role !== 'blank' && content[1] - content[0] <= LONGEST_TITLE)
    .slice(0, HEAD_LINES)
    .filter((block) => block.role !== 'salutation' && !block.paragraph.marker && !isSentence(contentOf(block)));
  return title ? [title, ...head.filter((block) => block !== title)] : head;
}

function findType(document: Document): { type: DocumentType; title: Block } | undefined {
  for (const title of titleCandidates(document)) {
    const words = bareTitle(contentOf(title));
    const type = TYPES.find((candidate) => candidate.title.test(words));
    if (type) return { type, title };
  }
  return undefined;
}

const LONGEST_LINE = 30;

/** A date on a line of its own; below it an attachment or the name of somebody to ask may follow. */
const dateLine = ({ blocks }: Document) =>
  blocks.findLast((block) => {
    const { content } = block.paragraph;
    return content[1] - content[0] <= LONGEST_LINE && isDateLine(contentOf(block));
  });

function hasDate(document: Document): boolean {
  const inByline = ({ role, paragraph }: Block) => role === 'byline' && /年.*月/.test(paragraph.text);
  return document.date !== undefined || dateLine(document) !== undefined || document.blocks.some(inByline);
}

function hasSignature(document: Document): boolean {
  const { blocks, signature } = document;
  if (signature || blocks.some(({ role, paragraph }) => role === 'byline' && !/[〔\d年]/.test(paragraph.text)))
    return true;
  const date = dateLine(document);
  const above = date && blocks.slice(0, date.index).findLast(({ role }) => role !== 'blank');
  return above !== undefined && contentOf(above).length <= LONGEST_LINE && !/[。；：]$/.test(contentOf(above));
}

/** A salutation that does not end in its colon: “各位领导、同志们。”. */
const UNMARKED =
  /^(?:尊敬的)?(?:各位?|全体|同志们)(?:[^。；！？：:]{0,60}?)(?:领导|同志们?|代表|委员|同事|来宾|评委|单位|部门|科室|办事处|人民政府|支部|党委|党组|学校|公司|镇|村|社区|支部)[。，,.；;！!、]?$/;

/** Such a line below the title, above the text. */
export function findUnmarkedSalutation(document: Document): Block | undefined {
  if (document.salutation) return undefined;
  return document.blocks
    .filter(({ role }) => role !== 'blank')
    .slice(1, HEAD_LINES)
    .find((block) => !block.paragraph.marker && UNMARKED.test(contentOf(block)));
}

const headingTitle = (block: Block, { title }: Heading) => block.paragraph.text.slice(title[0], title[1]);

/** What was done goes under headings of any name: “一、打击犯罪”. */
const ANY_NAME: ReadonlySet<string> = new Set(['achievements', 'duties']);

/** Whether a heading names no other part. */
function hasOtherHeading(part: PartType, parts: readonly PartType[], titles: readonly string[]): boolean {
  const others = parts.filter((other) => other !== part && other.sign === 'section');
  return titles.some((title) => !others.some(({ pattern }) => pattern!.test(title)));
}

function isPresent(part: PartType, parts: readonly PartType[], document: Document, titles: readonly string[]): boolean {
  const { text } = document;
  switch (part.sign) {
    case 'salutation':
      return document.salutation !== undefined || findUnmarkedSalutation(document) !== undefined;
    case 'signature':
      return hasSignature(document);
    case 'date':
      return hasDate(document);
    case 'closing':
      return part.pattern!.test(text.slice(-TAIL));
    case 'text':
      return part.pattern!.test(text);
    case 'section':
      return (
        titles.some((title) => part.pattern!.test(title)) ||
        (part.text?.test(text) ?? false) ||
        (ANY_NAME.has(part.id) && hasOtherHeading(part, parts, titles))
      );
  }
}

/** Whether it ends as documents end: with a closing formula, a signature or a date. */
const looksFinished = ({ text, closing, signature, date }: Document) =>
  text.length >= SHORTEST_FINISHED && (closing ?? signature ?? date) !== undefined;

function describe(document: Document): DocumentDescription | undefined {
  const found = findType(document);
  if (!found) return undefined;
  const titles = document.blocks.flatMap((block) =>
    block.role === 'heading' && block.paragraph.heading && block !== found.title
      ? [headingTitle(block, block.paragraph.heading)]
      : [],
  );
  return {
    id: found.type.id,
    title: found.title,
    finished: looksFinished(document),
    parts: found.type.parts.map((part) => ({
      id: part.id,
      required: part.required,
      present: isPresent(part, found.type.parts, document, titles),
    })),
  };
}

/** Fewest lines with words in a text that is asked for its kind: title, and something below it. */
const FEWEST_LINES = 3;
const known = new WeakMap<Document, { description: DocumentDescription | undefined }>();

/**
 * Tells the kind of a document by its title, and which of the kind's parts it has. Undefined for a text without a title that
 * names its kind and for the few lines of a form field. Linear; remembered for as long as the document lives.
 */
export function describeDocument(document: Document): DocumentDescription | undefined {
  let entry = known.get(document);
  if (!entry) {
    const filled = document.blocks.filter(({ role }) => role !== 'blank').length;
    entry = { description: filled >= FEWEST_LINES ? describe(document) : undefined };
    known.set(document, entry);
  }
  return entry.description;
}
