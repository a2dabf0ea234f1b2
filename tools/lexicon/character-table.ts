/** Compiles the characters with readings, like shapes and known confusions into the candidate file. */
import order from 'cnchar-order';
import { CANDIDATES_MAGIC, DISTANCE_WEIGHT, FAR, STEPS_PER_NAT, VARIANT } from '../../lib/language/candidates.ts';
import { syllableDistance } from '../../lib/language/candidates-sound.ts';
import { type LexiconFile, packLexicon } from '../../lib/language/lexicon-sections.ts';
import componentRows from './component-strokes.tsv';
import { type Reading, readCharMeta, readingsOf } from './pronunciations.ts';
import { ShapePool } from './shape-pool.ts';
import { ShapeTable } from './shapes.ts';
import { readJson, readText } from './sources.ts';

/** Less alike than this is not mistaken by eye. */
const LEAST_LIKENESS = 0.48;
const MOST_SHAPES = 36;
/** What no prose has is in a text only by mistake for something very like it. */
const LEAST_LIKENESS_OF_RARE = 0.62;
const MOST_SHAPES_OF_RARE = 4;
/** A target rarer than this in WHOLE characters is no useful candidate. */
const LEAST_TARGET_COUNT = 20;
/** Of pairs seen in collected misspellings, and of pairs that a published set of like sounds lists. */
const SEEN = 0.55;
const LISTED = 0.75;

type Neighbour = readonly [index: number, distance: number];

interface CharacterRow {
  readonly character: string;
  readonly frequency: number;
  readonly readings: readonly Reading[];
  readonly shapes: readonly Neighbour[];
  readonly confusions: readonly Neighbour[];
}

/**
 * @param counts how often each character stands in WHOLE characters of prose.
 * @param words the lexicon, to sift the collected misspellings by.
 * @param sentences pairs of wrong and right sentences, whose differing characters become confusions.
 */
export function compileCharacters(
  dataFolder: string,
  counts: ReadonlyMap<string, number>,
  words: ReadonlySet<string>,
  sentences: readonly (readonly [wrong: string, right: string])[],
): Uint8Array {
  const meta = readCharMeta(readText(dataFolder, 'lexicon/char-meta.tsv'));
  const characters = chooseCharacters(meta.readings.keys(), counts);
  const frequencies = characters.map((character) => frequencyOf(counts.get(character) ?? 0));
  const likeShapes = shapeFinder(dataFolder, characters, frequencies, meta.descriptions);
  const collected = siftMisspellings(readJson(dataFolder, 'lexicon/word-confusions.json'), words);
  const confusions = confusionFinder(dataFolder, characters, frequencies, [...collected, ...sentences]);
  const rows = characters.map((character, index) => ({
    character,
    frequency: frequencies[index]!,
    readings: readingsOf(character, meta.readings),
    shapes: likeShapes(index),
    confusions: confusions(character),
  }));
  return pack(rows, collected.flat());
}

/** The candidate file with its confusions made anew from the misspellings; all else stays. */
export function replaceConfusions(
  dataFolder: string,
  file: LexiconFile,
  sentences: readonly (readonly [wrong: string, right: string])[],
): Uint8Array {
  const collected = file.table('collected');
  const words = collected.flatMap((wrong, i) => (i % 2 === 0 ? [[wrong, collected[i + 1]!] as const] : []));
  const characters = Array.from(file.u16('characters'), (code) => String.fromCharCode(code));
  const confusionsOf = confusionFinder(dataFolder, characters, [...file.u8('frequency')], [...words, ...sentences]);
  const confusions = characters.map(confusionsOf);
  return packLexicon(
    CANDIDATES_MAGIC,
    file.provenance,
    { syllables: file.table('syllables'), collected },
    {
      characters: file.u16('characters'),
      frequency: file.u8('frequency'),
      readingCounts: file.u8('readingCounts'),
      readings: file.u16('readings'),
      shapeCounts: file.u8('shapeCounts'),
      shapeTargets: file.u16('shapeTargets'),
      shapeSteps: file.u8('shapeSteps'),
      confusionCounts: lengths(confusions),
      confusionTargets: targets(confusions),
      confusionSteps: steps(confusions),
    },
  );
}

/** Quantised log frequency; 0 for what is no target. */
const frequencyOf = (count: number): number =>
  count < LEAST_TARGET_COUNT ? 0 : Math.max(1, Math.min(255, Math.round(Math.log(count) * STEPS_PER_NAT)));

/** Every Han character of the basic plane that has a reading or stands in prose. */
function chooseCharacters(known: Iterable<string>, counts: ReadonlyMap<string, number>): string[] {
  const frequent = [...counts].filter(([, count]) => count >= LEAST_TARGET_COUNT).map(([character]) => character);
  return [...new Set([...known, ...frequent])].filter((text) => /^[\u4E00-\u9FFF]$/.test(text)).sort();
}

function shapeFinder(
  dataFolder: string,
  characters: readonly string[],
  frequencies: readonly number[],
  descriptions: ReadonlyMap<string, string>,
): (index: number) => readonly Neighbour[] {
  const table = new ShapeTable(descriptions, { ...componentStrokes(), ...order.dict.orders });
  const shapes = characters.map((character) => table.shapeOf(character));
  const pool = new ShapePool(
    shapes,
    frequencies.map((frequency) => frequency > 0),
  );
  const listed = bothWays(readJson(dataFolder, 'lexicon/ecspell_shape.json'), characters);
  return (index) => {
    const inSets = listed.get(index) ?? new Set<number>();
    const rare = frequencies[index] === 0 && inSets.size === 0;
    const least = rare ? LEAST_LIKENESS_OF_RARE : LEAST_LIKENESS;
    const near: Neighbour[] = [];
    const sharingStrokes = rare ? [] : pool.sharingStrokes(index);
    for (const other of new Set([...pool.sharingParts(index), ...sharingStrokes, ...inSets])) {
      if (other === index || frequencies[other] === 0) continue;
      const likeness = table.likeness(shapes[index]!, shapes[other]!);
      // The published sets know likenesses of the written form that decompositions do not show.
      if (inSets.has(other)) near.push([other, Math.min(0.55, (1 - likeness) * 0.8)]);
      else if (likeness >= least) near.push([other, 1 - likeness]);
    }
    const usefulness = ([other, distance]: Neighbour): number => frequencies[other]! - DISTANCE_WEIGHT * distance;
    near.sort((a, b) => usefulness(b) - usefulness(a) || a[0] - b[0]);
    const kept = near.slice(0, rare ? MOST_SHAPES_OF_RARE : MOST_SHAPES);
    // Sorted by target, they compress better.
    return kept.sort((a, b) => a[0] - b[0]);
  };
}

/** The published sets as indices, in both directions. */
function bothWays(sets: Record<string, string[]>, characters: readonly string[]): Map<number, Set<number>> {
  const indexOf = new Map(characters.map((character, index) => [character, index]));
  const both = new Map<number, Set<number>>();
  const add = (from: number, to: number): void => {
    if (!both.has(from)) both.set(from, new Set());
    both.get(from)!.add(to);
  };
  for (const [character, list] of Object.entries(sets)) {
    const from = indexOf.get(character);
    for (const other of list) {
      const to = indexOf.get(other);
      if (from === undefined || to === undefined) continue;
      add(from, to);
      add(to, from);
    }
  }
  return both;
}

interface StandardForms {
  readonly tgscc_list: readonly string[];
  readonly traditional_to_simplified: Record<string, string[]>;
  readonly variant_to_simplified: Record<string, string[]>;
}

function confusionFinder(
  dataFolder: string,
  characters: readonly string[],
  frequencies: readonly number[],
  misspellings: readonly (readonly [string, string])[],
): (character: string) => readonly Neighbour[] {
  const indexOf = new Map(characters.map((character, index) => [character, index]));
  const found = new Map<string, Map<number, number>>();
  const add = (from: string, to: string, distance: number): void => {
    const index = indexOf.get(to);
    if (index === undefined || from === to || frequencies[index] === 0) return;
    const known = found.get(from) ?? new Map<number, number>();
    known.set(index, Math.min(distance, known.get(index) ?? 1));
    found.set(from, known);
  };
  const forms = readJson<StandardForms>(dataFolder, 'lexicon/standard-characters.json');
  const standard = new Set(forms.tgscc_list);
  for (const table of [forms.traditional_to_simplified, forms.variant_to_simplified]) {
    for (const [from, list] of Object.entries(table)) {
      if (!standard.has(from)) for (const to of list) add(from, to, VARIANT);
    }
  }
  for (const [wrong, right] of misspellings) {
    for (let i = 0; i < wrong.length; i++) add(wrong[i]!, right[i]!, SEEN);
  }
  for (const [from, list] of Object.entries(
    readJson<Record<string, string[]>>(dataFolder, 'lexicon/ecspell_sound.json'),
  )) {
    for (const to of list) if (!soundAlike(from, to)) add(from, to, LISTED);
  }
  return (character) => [...(found.get(character) ?? [])].sort((a, b) => a[0] - b[0]);
}

/** Whether the readings relate the two anyway. */
function soundAlike(a: string, b: string): boolean {
  const none = new Map<string, string>();
  return readingsOf(a, none).some((x) => readingsOf(b, none).some((y) => syllableDistance(x.syllable, y.syllable) < 1));
}

function componentStrokes(): Record<string, string> {
  const rows = componentRows.trim().split('\n');
  return Object.fromEntries(rows.map((row) => row.split('\t') as [string, string]));
}

/** Misspelt words whose right side is a word, whose wrong side is none, and of which at most half differs. */
function siftMisspellings(pairs: Record<string, string>, words: ReadonlySet<string>): (readonly [string, string])[] {
  return Object.entries(pairs).filter(([wrong, right]) => {
    if (wrong.length !== right.length) return false;
    const differing = [...wrong].filter((character, i) => character !== right[i]).length;
    return words.has(right) && !words.has(wrong) && differing > 0 && differing * 2 <= wrong.length;
  });
}

const lengths = (lists: readonly (readonly unknown[])[]): Uint8Array => Uint8Array.from(lists, (list) => list.length);
const targets = (lists: readonly (readonly Neighbour[])[]): Uint16Array =>
  Uint16Array.from(lists.flatMap((list) => list.map(([target]) => target)));
const steps = (lists: readonly (readonly Neighbour[])[]): Uint8Array =>
  Uint8Array.from(lists.flatMap((list) => list.map(([, distance]) => Math.min(FAR - 1, Math.round(distance * FAR)))));

function pack(rows: readonly CharacterRow[], collected: readonly string[]): Uint8Array {
  const syllables = [...new Set(rows.flatMap((row) => row.readings.map(({ syllable }) => syllable)))].sort();
  const syllableIndex = new Map(syllables.map((syllable, index) => [syllable, index]));
  const shapes = rows.map((row) => row.shapes);
  const confusions = rows.map((row) => row.confusions);
  return packLexicon(
    CANDIDATES_MAGIC,
    [
      'readings: pinyin-pro (MIT), character table of MuCGEC (Apache-2.0)',
      'shapes: MuCGEC (Apache-2.0), cnchar-order (MIT), ECSpell (MIT)',
      'confusions: ECSpell (MIT), macro-correct (Apache-2.0)',
      'characters: Table of General Standard Chinese Characters (2013)',
    ],
    { syllables, collected },
    {
      characters: Uint16Array.from(rows, (row) => row.character.charCodeAt(0)),
      frequency: Uint8Array.from(rows, (row) => row.frequency),
      readingCounts: lengths(rows.map((row) => row.readings)),
      readings: Uint16Array.from(
        rows.flatMap((row) => row.readings.map(({ syllable, tone }) => (syllableIndex.get(syllable)! << 3) | tone)),
      ),
      shapeCounts: lengths(shapes),
      shapeTargets: targets(shapes),
      shapeSteps: steps(shapes),
      confusionCounts: lengths(confusions),
      confusionTargets: targets(confusions),
      confusionSteps: steps(confusions),
    },
  );
}
