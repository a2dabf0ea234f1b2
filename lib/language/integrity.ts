/** Whether a model file is, byte for byte, what was written. Both kinds of file carry their checksum at the same place. */

/** Byte offset of the checksum, a u32. */
const CHECKSUM_AT = 8;
/** Bytes read in one go: some five milliseconds. */
const SLICE = 4 << 20;
const OFFSET_BASIS = 0x811c9dc5;

/** FNV-1a over 32 bits. @param hash of the bytes before these */
export function fnv1a(bytes: Uint8Array, hash = OFFSET_BASIS): number {
  for (let i = 0; i < bytes.length; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
  return hash >>> 0;
}

/** Where the bytes that the checksum is of begin: in a container behind its header, in a lexicon behind the checksum. */
function startOfChecked(view: DataView): number {
  const isContainer = String.fromCharCode(view.getUint8(0), view.getUint8(1), view.getUint8(2)) === 'QYM';
  return isContainer ? 16 + view.getUint32(4, true) : CHECKSUM_AT + 4;
}

/**
 * Reads the whole file, a slice at a time, so that whatever else waits gets its turn.
 * @param pause lets others run
 */
export async function isIntact(file: ArrayBuffer, pause: () => Promise<void>): Promise<boolean> {
  if (file.byteLength < CHECKSUM_AT + 8) return false;
  const view = new DataView(file);
  const start = startOfChecked(view);
  if (start > file.byteLength) return false;
  let hash = OFFSET_BASIS;
  for (let at = start; at < file.byteLength; at += SLICE) {
    if (at > start) await pause();
    hash = fnv1a(new Uint8Array(file, at, Math.min(SLICE, file.byteLength - at)), hash);
  }
  return hash === view.getUint32(CHECKSUM_AT, true);
}
