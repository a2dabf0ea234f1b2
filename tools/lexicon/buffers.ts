import { readFileSync } from 'node:fs';

/** A file as an ArrayBuffer of its own: Node's Buffers may be slices of a shared pool. */
export function readBuffer(path: string): ArrayBuffer {
  const bytes = readFileSync(path);
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
}
