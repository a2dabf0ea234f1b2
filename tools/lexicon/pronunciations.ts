/** Readings of single characters from pinyin-pro, and from the MuCGEC character table for what it lacks. */
import { pinyin } from 'pinyin-pro';

export interface Reading {
  /** Without tone, ü as v. */
  readonly syllable: string;
  /** 1…4, 0 for the neutral tone. */
  readonly tone: number;
}

const MOST_READINGS = 4;

/** Readings, commonest first. */
export function readingsOf(character: string, charMeta: ReadonlyMap<string, string>): readonly Reading[] {
  const fromPackage = pinyin(character, { multiple: true, toneType: 'num', type: 'array', v: true });
  const readings = fromPackage.flatMap(parseNumbered);
  const found = readings.length > 0 ? readings : (charMeta.get(character) ?? '').split(',').flatMap(parseAccented);
  const seen = new Set<string>();
  return found
    .filter(({ syllable, tone }) => !seen.has(syllable + tone) && seen.add(syllable + tone))
    .slice(0, MOST_READINGS);
}

function parseNumbered(text: string): Reading[] {
  const match = /^([a-zü]+)([0-5])$/.exec(text);
  return match && isSyllable(match[1]!) ? [{ syllable: match[1]!.replace('ü', 'v'), tone: Number(match[2]) % 5 }] : [];
}

const ACCENTS = ['\u0304', '\u0301', '\u030C', '\u0300'];

function parseAccented(text: string): Reading[] {
  const decomposed = text.normalize('NFD').replace(/u\u0308/g, 'v');
  const tone = ACCENTS.findIndex((accent) => decomposed.includes(accent)) + 1;
  const syllable = decomposed.replace(/[\u0300-\u036F]/g, '');
  return isSyllable(syllable) ? [{ syllable, tone }] : [];
}

/** Interjections such as 'hm', 'ng' are no syllables that anyone types for a word. */
const isSyllable = (text: string): boolean => /^[a-zü]*[aeiouvü][a-zü]*$/.test(text);

/** Character → first column of readings in char-meta.tsv. */
export function readCharMeta(text: string): { readings: Map<string, string>; descriptions: Map<string, string> } {
  const readings = new Map<string, string>();
  const descriptions = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, character, sounds, description] = line.split('\t');
    if (character?.length !== 1) continue;
    const mandarin = sounds?.split(';')[0];
    if (mandarin && mandarin !== 'null') readings.set(character, mandarin);
    if (description) descriptions.set(character, description);
  }
  return { readings, descriptions };
}
