/**
 * How far two Mandarin syllables are apart for an ear or for hands on an input method: 0 the same, 1 unrelated.
 * Syllables are written without tone, ü as v ('lv').
 */
import { remembering } from './remember.ts';

/** Initials that dialects merge, after the fuzzy settings of the common input methods, with how far they are apart. */
const INITIAL_PAIRS: readonly (readonly [string, string, number])[] = [
  ['zh', 'z', 0.3],
  ['ch', 'c', 0.3],
  ['sh', 's', 0.3],
  ['n', 'l', 0.35],
  ['f', 'h', 0.4],
  ['l', 'r', 0.45],
  ['b', 'p', 0.55],
  ['d', 't', 0.55],
  ['g', 'k', 0.55],
  ['j', 'q', 0.55],
  ['zh', 'ch', 0.55],
  ['z', 'c', 0.6],
  ['j', 'x', 0.6],
  ['q', 'x', 0.6],
  ['ch', 'sh', 0.6],
  ['zh', 'sh', 0.6],
  ['j', 'zh', 0.6],
  ['q', 'ch', 0.6],
  ['x', 'sh', 0.6],
  ['k', 'h', 0.6],
  ['g', 'h', 0.65],
  ['w', 'h', 0.6],
];

const FINAL_PAIRS: readonly (readonly [string, string, number])[] = [
  ['in', 'ing', 0.25],
  ['en', 'eng', 0.25],
  ['an', 'ang', 0.3],
  ['ian', 'iang', 0.3],
  ['uan', 'uang', 0.3],
  ['un', 'ong', 0.55],
  ['eng', 'ong', 0.45],
  ['i', 'v', 0.5],
  ['ie', 've', 0.5],
  ['in', 'vn', 0.5],
  ['ian', 'van', 0.5],
  ['ei', 'ui', 0.55],
  ['en', 'un', 0.55],
  ['o', 'e', 0.5],
  ['uo', 'e', 0.5],
  ['uo', 'o', 0.4],
  ['uo', 'ou', 0.6],
  ['u', 'v', 0.6],
  ['i', 'ei', 0.6],
  ['an', 'uan', 0.6],
  ['ian', 'an', 0.6],
  ['iao', 'ao', 0.6],
  ['ia', 'a', 0.6],
  ['ai', 'ei', 0.6],
  ['ou', 'u', 0.6],
  ['iu', 'ou', 0.6],
];

/** No two different syllables are nearer than this: what is nearer differs in tone or in how common the reading is. */
export const NEAREST_SYLLABLE = 0.25;
/** One letter too many, too few or two letters swapped in the typed pinyin. */
const SLIP = 0.65;

type DistanceTable = ReadonlyMap<string, ReadonlyMap<string, number>>;

function table(pairs: readonly (readonly [string, string, number])[]): DistanceTable {
  const distances = new Map<string, Map<string, number>>();
  const row = (name: string) => distances.get(name) ?? distances.set(name, new Map()).get(name)!;
  for (const [a, b, distance] of pairs) {
    row(a).set(b, distance);
    row(b).set(a, distance);
  }
  return distances;
}
const initials = table(INITIAL_PAIRS);
const finals = table(FINAL_PAIRS);

const partDistance = (distances: DistanceTable, a: string, b: string): number =>
  a === b ? 0 : (distances.get(a)?.get(b) ?? 1);

/** Splits a syllable in initial and final; the final of ju, qu, xu, yu is ü as spoken, that of zi, zhi… is its own. */
export function splitSyllable(syllable: string): readonly [initial: string, final: string] {
  const initial = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/.exec(syllable)![0];
  let final = syllable.slice(initial.length);
  if (/^[jqxy]$/.test(initial) && final.startsWith('u')) final = `v${final.slice(1)}`;
  if (/^(?:zh|ch|sh|[zcsr])$/.test(initial) && final === 'i') final = '-i';
  return [initial, final];
}

/** There are some four hundred syllables; each is asked for with each other. */
const partsOf = remembering(1024, splitSyllable);

/** Distance of two syllables without tone in 0…1. */
export function syllableDistance(a: string, b: string): number {
  if (a === b) return 0;
  const [initialA, finalA] = partsOf(a);
  const [initialB, finalB] = partsOf(b);
  const heard = partDistance(initials, initialA, initialB) + partDistance(finals, finalA, finalB);
  if (heard <= SLIP) return heard;
  return isOneSlip(a, b) ? SLIP : Math.min(1, heard);
}

function isOneSlip(a: string, b: string): boolean {
  if (a.length === b.length) return isTransposition(a, b);
  if (Math.abs(a.length - b.length) !== 1) return false;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  // A first letter is seldom dropped: the result is another word altogether.
  return i > 0 && long.endsWith(short.slice(i));
}

function isTransposition(a: string, b: string): boolean {
  for (let i = 0; i + 1 < a.length; i++) {
    if (a[i] !== b[i]) return a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2);
  }
  return false;
}

/**
 * Classes of syllables that sound alike: all syllables that dialects and fuzzy input merge have one class. Whole words
 * are found by the classes of their syllables.
 */
export function soundClass(syllable: string): string {
  const [initial, final] = splitSyllable(syllable);
  const merged: Readonly<Record<string, string>> = { zh: 'z', ch: 'c', sh: 's', n: 'l', r: 'l', f: 'h' };
  return (merged[initial] ?? initial) + final.replace(/^(.*[aei]n)g$/, '$1');
}
