import iconv from 'iconv-lite';
import type { DecodedText } from '../../lib/files/encoding.ts';

/** The bytes of a text in the encoding in which it was read. */
export const encodeText = (text: string, { encoding, hasByteOrderMark }: DecodedText): Uint8Array =>
  iconv.encode(text, encoding, { addBOM: hasByteOrderMark });
