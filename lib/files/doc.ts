/** The text of a .doc or Kingsoft .wps file, after [MS-DOC]: pieces of text, in order, each in one byte or two a character. */
import { UnreadableFile } from '../docx/types.ts';

const WORD_97 = 0xa5ec;
/** The first version whose layout this is. */
const FIRST_VERSION = 0x00c1;

const ENCRYPTED = 0x0100;
const SECOND_TABLE = 0x0200;
const COMPRESSED = 1 << 30;

/** Lengths of the stories, in the order in which their text stands: body, notes, headers, macros, comments, endnotes, boxes. */
const LENGTHS = [0x4c, 0x50, 0x54, 0x58, 0x5c, 0x60, 0x64] as const;
/** Those that are read: body, footnotes, endnotes and text boxes. */
const READ: ReadonlySet<number> = new Set([0, 1, 5, 6]);

const damaged = (detail: string) => new UnreadableFile('damaged', detail);
const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Where the piece table stands in the second stream's text properties, behind what formats them. */
function pieceTable(clx: Uint8Array): DataView {
  const view = viewOf(clx);
  let at = 0;
  while (view.getUint8(at) === 1) at += 3 + view.getUint16(at + 1, true);
  if (view.getUint8(at) !== 2) throw damaged('no piece table');
  const length = view.getUint32(at + 1, true);
  return viewOf(clx.subarray(at + 5, at + 5 + length));
}

function piecesOf(document: Uint8Array, pieces: DataView): string {
  const count = Math.floor((pieces.byteLength - 4) / 12);
  const texts: string[] = [];
  let read = 0;
  for (let index = 0; index < count; index++) {
    const length = pieces.getUint32(index * 4 + 4, true) - pieces.getUint32(index * 4, true);
    const place = pieces.getUint32((count + 1) * 4 + index * 8 + 2, true);
    const isCompressed = (place & COMPRESSED) !== 0;
    const start = isCompressed ? (place & ~COMPRESSED) >>> 1 : place;
    const size = isCompressed ? length : length * 2;
    read += size;
    if (length < 0 || start + size > document.length) throw damaged('a piece lies outside the text');
    if (read > document.length) throw damaged('pieces overlap');
    const bytes = document.subarray(start, start + size);
    texts.push(new TextDecoder(isCompressed ? 'windows-1252' : 'utf-16le').decode(bytes));
  }
  return texts.join('');
}

/** Word's own marks as the text of other files has them; the instructions of fields left out. */
function readable(story: string): string {
  let text = '';
  /** For each field that is open, whether its result has begun. */
  const fields: boolean[] = [];
  for (const character of story) {
    if (character === '\x13') fields.push(false);
    else if (character === '\x14' && fields.length > 0) fields[fields.length - 1] = true;
    else if (character === '\x15') fields.pop();
    else if (fields.includes(false)) continue;
    else if (character === '\r' || character === '\x07') text += '\n';
    else if (character === '\x1e') text += '\u2011';
    else if (character === '\x01') text += '\ufffc';
    else if (character >= ' ' || '\t\v\f'.includes(character)) text += character;
  }
  return text;
}

/**
 * The text of a Word 97–2003 file: body, then footnotes, endnotes and text boxes. Automatic numbers are not in it, and text
 * that somebody has deleted with changes tracked still is. Throws `UnreadableFile`.
 * @param stream reads one of the file's streams
 */
export function readDoc(stream: (name: string) => Uint8Array | undefined): string {
  const document = stream('WordDocument');
  if (!document || document.length < 0x1aa) throw new UnreadableFile('unknown-doc');
  const view = viewOf(document);
  if (view.getUint16(0, true) !== WORD_97 || view.getUint16(2, true) < FIRST_VERSION) {
    throw new UnreadableFile('unknown-doc', 'older than Word 97');
  }
  const flags = view.getUint16(0x0a, true);
  if (flags & ENCRYPTED) throw new UnreadableFile('encrypted');
  const table = stream(flags & SECOND_TABLE ? '1Table' : '0Table');
  const start = view.getUint32(0x1a2, true);
  const length = view.getUint32(0x1a6, true);
  if (!table || start + length > table.length) throw damaged('no text properties');
  try {
    const text = piecesOf(document, pieceTable(table.subarray(start, start + length)));
    let at = 0;
    const stories: string[] = [];
    LENGTHS.forEach((place, index) => {
      const end = at + view.getUint32(place, true);
      if (READ.has(index) && end > at) stories.push(readable(text.slice(at, end)).replace(/\n$/, ''));
      at = end;
    });
    return stories.join('\n');
  } catch (error) {
    if (error instanceof RangeError) throw damaged(error.message);
    throw error;
  }
}
