/** The shipped data, loaded once for the tests that ask what they know. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { loadCandidates } from '../../../lib/language/candidates.ts';
import { loadLexicon } from '../../../lib/language/lexicon.ts';

export function bufferOf(name: string): ArrayBuffer {
  const path = fileURLToPath(new URL(`../../../assets/models/${name}`, import.meta.url));
  return new Uint8Array(readFileSync(path)).buffer;
}

export const candidates = loadCandidates(bufferOf('candidates.bin'));
export const lexicon = loadLexicon(bufferOf('lexicon.bin'));
