import { contentOf } from '../document/content.ts';
import type { Block, Document } from '../document/types.ts';
import { KINDS, type Kind, type PartType } from './kinds.ts';
import { isPresent } from './parts.ts';

/** A part that documents of the kind have. Required ones belong to it, the others are usual. */
export interface DescribedPart extends PartType {
  readonly present: boolean;
}

/** What kind of document a text is: one of those in assets/document-types.json. */
export interface DocumentDescription {
  readonly id: string;
  readonly kind: Kind;
  /** The block whose words name the kind. */
  readonly title: Block;
  /** Whether the text looks written to its end, so that what is missing was forgotten and is not still to come. */
  readonly finished: boolean;
  /** Whether it is said to listeners. Nobody signs and dates what they say. */
  readonly spoken: boolean;
  readonly parts: readonly DescribedPart[];
}

/** A text shorter than this (UTF-16 units) is a note or the start of a draft. */
const SHORTEST_FINISHED = 400;
const HEAD_LINES = 6;
const LONGEST_TITLE = 60;

/** The title without blanks, remarks in brackets at its end and the mark that should not stand there. */
const bareTitle = (words: string) =>
  words.replace(/[\s\u3000\u200b]/g, '').replace(/(?:[（(][^（）()]{0,30}[）)]|[。．.：:]){1,8}$/, '');

/** A sentence of the text, and no title that somebody closed with a full stop. */
const isSentence = (words: string) =>
  /[。.．：:]$/.test(words) &&
  (/[，,；、：:].|[《了们]|应当/.test(words) || !/关于|年|季度|述职|总结|书.$/.test(words));

const mayBeTitle = (block: Block) =>
  block.role !== 'salutation' && block.role !== 'contents' && !block.paragraph.marker && !isSentence(contentOf(block));

function titleCandidates({ title, blocks }: Document): Block[] {
  const head = blocks
    .filter(({ role, paragraph: { content } }) => role !== 'blank' && content[1] - content[0] <= LONGEST_TITLE)
    .slice(0, HEAD_LINES)
    .filter(mayBeTitle);
  return title && mayBeTitle(title) ? [title, ...head.filter((block) => block !== title)] : head;
}

function findKind(document: Document): { kind: Kind; title: Block } | undefined {
  for (const title of titleCandidates(document)) {
    const words = bareTitle(contentOf(title));
    const kind = KINDS.find((candidate) => candidate.title.test(words));
    if (kind) return { kind, title };
  }
  return undefined;
}

const GREETING =
  /(?:大家|各位(?:领导|同事|来宾|老师|同学|朋友)?)(?:早上|上午|中午|下午|晚上)?好[！!，,。]|(?:上午|下午|晚上)好[！!，,。]/;
const THANKS = /(?:谢谢|感谢)(?:大家|各位(?:领导|同事|老师|同学|评委)?)?(?:的?聆听)?[！!。]?$/;
const FIRST_LINES = 8;

/** Whether listeners are greeted at the beginning or thanked at the end. */
function isSpoken({ blocks }: Document): boolean {
  const filled = blocks.filter(({ role }) => role !== 'blank');
  const last = filled.findLast(({ role }) => role !== 'signature' && role !== 'date');
  return (
    (last !== undefined && last.index > FIRST_LINES / 2 && THANKS.test(contentOf(last).slice(-16))) ||
    filled.slice(0, FIRST_LINES).some((block) => GREETING.test(contentOf(block)))
  );
}

const ENDS_WRITING: ReadonlySet<string> = new Set(['signature', 'date']);

function describe(document: Document): DocumentDescription | undefined {
  const found = findKind(document);
  if (!found) return undefined;
  const { kind, title } = found;
  const { text, closing, signature, date } = document;
  const headings = document.headings.filter(({ block }) => block !== title);
  const spoken = isSpoken(document);
  return {
    id: kind.id,
    kind,
    title,
    spoken,
    // It ends as documents end: with a closing formula, a signature or a date.
    finished: text.length >= SHORTEST_FINISHED && (spoken || (closing ?? signature ?? date) !== undefined),
    parts: kind.parts
      .map((part) => ({ ...part, present: isPresent(part, kind.parts, document, title, headings) }))
      .filter(({ sign, present }) => present || !spoken || !ENDS_WRITING.has(sign)),
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
