/** How a file was written, so that a corrected one can be written the same way. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'utf8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly hasByteOrderMark: boolean;
}

const MARKS = [
  { encoding: 'utf8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

/** The commonest characters of Chinese text; a wrong decoding shows few of them. */
const COMMON = /[的一是在和有人为了，。、\n]/g;

function tryDecode(bytes: Uint8Array, encoding: DecodedText['encoding']): string | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : text;
  } catch {
    return undefined; // `fatal` tells of bytes that are not of this encoding: the next one is tried
  }
}

/** Nearly any bytes are valid UTF-16, so without a mark it must show that it is Chinese. */
function guess(bytes: Uint8Array): DecodedText | undefined {
  let best: DecodedText | undefined;
  let bestCount = 0;
  for (const encoding of ['gb18030', 'utf-16le', 'utf-16be'] as const) {
    const text = tryDecode(bytes, encoding);
    if (text === undefined || /[\u0001-\u0008\u000e-\u001f]/.test(text)) continue;
    const count = text.match(COMMON)?.length ?? 0;
    if (count <= bestCount && (best || encoding !== 'gb18030')) continue;
    best = { text, encoding, hasByteOrderMark: false };
    bestCount = count;
  }
  return best;
}

/**
 * Reads UTF-8, GBK, GB18030 and UTF-16, with or without byte order mark. Undefined for bytes that are no text in any of
 * them.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const mark = MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark) {
    const text = tryDecode(bytes, mark.encoding);
    return text === undefined ? undefined : { text, encoding: mark.encoding, hasByteOrderMark: true };
  }
  const utf8 = tryDecode(bytes, 'utf8');
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf8', hasByteOrderMark: false };
  return guess(bytes);
}
