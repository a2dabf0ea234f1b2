import type { Lexicon } from './lexicon.ts';

/** A text cut into longest words from left to right. */
export interface Words {
  /** For each code unit, the length of the word that starts there, 0 inside a word. */
  readonly lengths: Uint8Array;
}

export function cutWords(text: string, lexicon: Lexicon): Words {
  const lengths = new Uint8Array(text.length);
  for (let i = 0; i < text.length; ) {
    const length = Math.max(1, lexicon.longestWordAt(text, i));
    lengths[i] = length;
    i += length;
  }
  return { lengths };
}

export const isHan = (code: number): boolean => code >= 0x3400 && code <= 0x9fff;
