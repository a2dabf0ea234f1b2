import { allFound } from '../../lib/document/chunks.ts';
import { allMatches } from '../../lib/document/matches.ts';
import { parseNumeral } from '../../lib/document/numerals.ts';
import type { Block, Document, Range } from '../../lib/document/types.ts';

/** One attachment in the list below the text: “附件：1.安全隐患自查表”. */
export interface Listed {
  /** 1 where the only attachment has no number. */
  readonly value: number;
  readonly name: string;
  /** Of the number; of the name where there is none. */
  readonly range: Range;
  /** Of the mark behind the number, and of the one behind the name; empty where there is none. */
  readonly suffix: Range;
  readonly endMark: Range;
}

/** A place that names an attachment: “（见附件3）”. */
export interface Reference {
  readonly value: number;
  readonly range: Range;
  readonly number: Range;
  /** Title in 《》 right before the reference. */
  readonly name: string | undefined;
}

const HEAD = /^附\s*件\s*[：:]\s*/;
const ENTRY = /^(?:([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})\s*([.．、，])\s*)?([^\n]*?)([。；;，]?)$/;
/** “1.自查表 2.汇总表” in one line: not told apart here. */
const SEVERAL_IN_ONE = /[\s\u3000；;，]\d{1,2}[.．、]/;
/** At most this many further lines belong to the list. */
const LONGEST_LIST = 40;

function readEntry(block: Block, from: number): Listed | undefined {
  const { text, content } = block.paragraph;
  const match = ENTRY.exec(text.slice(from, content[1]));
  if (!match) return undefined;
  const [, number, suffix, name = '', endMark = ''] = match;
  if (name === '') return undefined;
  const at = block.start + from;
  const end = block.start + content[1];
  const numberEnd = at + (number?.length ?? 0);
  const suffixAt = number ? at + match[0].indexOf(suffix!) : at;
  return {
    value: number ? parseNumeral(number) : 1,
    name,
    range: number ? [at, numberEnd] : [end - name.length - endMark.length, end - endMark.length],
    suffix: [suffixAt, suffixAt + (number ? 1 : 0)],
    endMark: [end - endMark.length, end],
  };
}

const headsIn = allFound(({ text, content }) => (HEAD.test(text.slice(content[0], content[0] + 12)) ? [true] : []));

/** The attachments listed below the text, in order. Empty without a list. */
export function listAttachments(document: Document): Listed[] {
  const { blocks } = document;
  const first = headsIn(document).at(-1)?.block.index;
  if (first === undefined) return [];
  const listed: Listed[] = [];
  for (const block of blocks.slice(first, first + LONGEST_LIST)) {
    const { text, content, marker } = block.paragraph;
    if (block.index > first && (content[0] === content[1] ? listed.length > 0 : marker?.style !== 'arabic')) break;
    const from = block.index === first ? content[0] + HEAD.exec(text.slice(content[0]))![0].length : content[0];
    const entry = readEntry(block, from);
    if (!entry) continue;
    if (SEVERAL_IN_ONE.test(entry.name)) return [];
    listed.push(entry);
  }
  return listed;
}

const REFERENCE =
  /(?:《([^《》\n]{2,40})》)?[（(]?(?:详)?见?附件\s*([0-9０-９]{1,2}|[一二三四五六七八九十]{1,2})(?![0-9０-９号年月.．、，]|\s*[：:])/g;

const referencesIn = allFound(({ text }) => (text.includes('附件') ? allMatches(text, REFERENCE) : []));

/** Where the text speaks of an attachment by its number. */
export function findReferences(document: Document): Reference[] {
  return referencesIn(document).map(({ block, found: match }) => {
    const number = match[2]!;
    const end = block.start + match.index + match[0].length;
    const start = block.start + match.index + match[0].lastIndexOf('附件');
    return { value: parseNumeral(number), range: [start, end], number: [end - number.length, end], name: match[1] };
  });
}
