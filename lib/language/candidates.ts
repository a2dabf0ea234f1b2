/**
 * What a character may have been mistaken for: characters of the same or a near sound, of a like shape, and pairs that
 * collected misspellings show. Compiled by `tools/lexicon`; lists are built when first asked for and then kept.
 */
import { NEAREST_SYLLABLE, syllableDistance } from './candidates-sound.ts';
import { easilyWrittenFor } from './function-characters.ts';
import { LexiconFile } from './lexicon-sections.ts';

export const CANDIDATES_MAGIC = 'QYCD';

export type CandidateKind = 'same-sound' | 'near-sound' | 'shape' | 'confusion';

export interface Candidate {
  /** One character. */
  readonly text: string;
  /** Its UTF-16 code unit. */
  readonly code: number;
  /** The nearest of the relations. */
  readonly kind: CandidateKind;
  /** 0…1, of sound and shape together: 0 the same sound and tone, 1 unrelated. */
  readonly distance: number;
  /** Distance by sound in 0…1; 1 where the sounds have nothing in common. */
  readonly sound: number;
  /** Distance by shape in 0…1; 1 where the shapes have nothing in common. */
  readonly shape: number;
}

/** The candidates for one character, most useful first, as columns: hardly any of them is ever looked at closely. */
export interface CandidateList {
  /** UTF-16 code units. */
  readonly codes: Uint16Array;
  /** 0…1, as in `Candidate`. */
  readonly distances: Float64Array;
  at(index: number): Candidate;
}

export interface CandidateSource {
  /** Checksum of the data, for provenance. */
  readonly checksum: number;
  /** Candidates for a UTF-16 code unit; empty for what is no known character. Kept once they are built. */
  listFor(code: number): CandidateList;
  /** The same, described one by one. */
  forCharacter(code: number): Candidate[];
  /** Distance by sound of two code units in 0…1: 0 the same syllable and tone, 1 unrelated or unknown. */
  soundDistance(a: number, b: number): number;
  /** Distance by shape of two code units in 0…1: 0 the same, 1 unrelated or unknown. */
  shapeDistance(a: number, b: number): number;
  /** All syllables without tone; elsewhere they go by their place here. */
  readonly syllables: readonly string[];
  /** How many readings a code unit has, commonest first; 0 for what has none. */
  readingCount(code: number): number;
  /** The syllable of one of these readings. */
  syllableOf(code: number, reading: number): number;
  /** The standard form of a traditional or variant character; undefined for one that is standard itself. */
  standardForm(code: number): string | undefined;
  /** Natural log of the code unit's share of all characters in prose; -Infinity for what prose hardly ever has. */
  logFrequency(code: number): number;
  /** What a collection of misspelt words gives for `text.slice(start, end)`; undefined where it lacks it. */
  collectedCorrection(text: string, start: number, end: number): string | undefined;
}

/** Longest list: what comes later was hardly ever meant, and each candidate costs the decoder time. */
export const LONGEST_LIST = 90;
/** Another tone is nearer than any other syllable. */
const OTHER_TONE = 0.1;
/** Each reading that is rarer than the first is a little farther. */
const RARER_READING = 0.06;
/** What part of the nearer distance is left where the other is 0 as well. */
const LEAST_SHARE = 0.6;
/** Distances are stored in steps of 1/50; FAR is 1, unrelated. */
export const FAR = 50;
/** Distance of a traditional or variant form to the standard one; nothing else that is listed comes so near. */
export const VARIANT = 0.1;
/** Distance of characters that are easily written for each other, whatever they sound and look like. */
const EASILY_WRITTEN = 0.2;
/** Frequencies are stored as the log of the count in WHOLE characters, in steps of 1/16 nat. */
export const STEPS_PER_NAT = 16;
export const WHOLE = 1e8;
const LOG_OF_WHOLE = Math.log(WHOLE);
/** Targets less useful than this, by frequency and distance, never make a list. */
const LEAST_USEFULNESS = 50;
/** How much of its usefulness (in log frequency steps) a candidate loses from distance 0 to 1. */
export const DISTANCE_WEIGHT = 190;

/** @throws Error where the buffer is not a candidate file. */
export function loadCandidates(buffer: ArrayBuffer): CandidateSource {
  return new CompiledCandidates(new LexiconFile(buffer, CANDIDATES_MAGIC));
}

class CompiledCandidates implements CandidateSource {
  readonly checksum: number;
  readonly syllables: readonly string[];
  readonly #characters: Uint16Array;
  readonly #frequency: Uint8Array;
  readonly #readingStart: Uint32Array;
  readonly #readings: Uint16Array;
  readonly #shapeStart: Uint32Array;
  readonly #shapeTargets: Uint16Array;
  readonly #shapeDistances: Uint8Array;
  readonly #confusionStart: Uint32Array;
  readonly #confusionTargets: Uint16Array;
  readonly #confusionDistances: Uint8Array;
  /** Code unit → index + 1; 0 for unknown. */
  readonly #indexOf = new Uint16Array(0x10000);
  /** Syllable → its characters and their places among the readings, by counting sort. */
  readonly #bySyllableStart: Uint32Array;
  readonly #bySyllable: Uint16Array;
  readonly #bySyllableReading: Uint32Array;
  /** Distance of each two syllables in steps; FAR for unrelated. A row is filled when first asked for. */
  readonly #syllableSteps: (Uint8Array | undefined)[];
  /** Distances of the list being built, by index: left at FAR between calls. */
  readonly #soundSteps: Uint8Array;
  readonly #shapeSteps: Uint8Array;
  readonly #confusionSteps: Uint8Array;
  readonly #lists: (CandidateList | undefined)[];
  readonly #collected = new Map<string, string>();
  /** 1 for the hash of each collected string: most of what is asked for is none, and need not be cut out of its text. */
  readonly #collectedBits = new Uint8Array(HASHES);

  constructor(file: LexiconFile) {
    this.checksum = file.checksum;
    this.#characters = file.u16('characters');
    this.#frequency = file.u8('frequency');
    this.syllables = file.table('syllables');
    this.#readingStart = startsOf(file.u8('readingCounts'));
    this.#readings = file.u16('readings');
    this.#shapeStart = startsOf(file.u8('shapeCounts'));
    this.#shapeTargets = file.u16('shapeTargets');
    this.#shapeDistances = file.u8('shapeSteps');
    this.#confusionStart = startsOf(file.u8('confusionCounts'));
    this.#confusionTargets = file.u16('confusionTargets');
    this.#confusionDistances = file.u8('confusionSteps');
    const collected = file.table('collected');
    for (let i = 0; i + 1 < collected.length; i += 2) {
      const wrong = collected[i]!;
      this.#collected.set(wrong, collected[i + 1]!);
      this.#collectedBits[hashOf(wrong, 0, wrong.length)] = 1;
    }
    const count = this.#characters.length;
    for (let i = 0; i < count; i++) this.#indexOf[this.#characters[i]!] = i + 1;
    this.#lists = new Array(count);
    this.#syllableSteps = new Array(this.syllables.length);
    this.#soundSteps = new Uint8Array(count).fill(FAR);
    this.#shapeSteps = new Uint8Array(count).fill(FAR);
    this.#confusionSteps = new Uint8Array(count).fill(FAR);
    [this.#bySyllableStart, this.#bySyllable, this.#bySyllableReading] = this.#sortBySyllable();
  }

  listFor(code: number): CandidateList {
    const index = this.#indexOf[code]! - 1;
    if (index < 0) return NO_CANDIDATES;
    this.#lists[index] ??= this.#buildList(index);
    return this.#lists[index];
  }

  forCharacter(code: number): Candidate[] {
    const list = this.listFor(code);
    return Array.from(list.codes, (_, i) => list.at(i));
  }

  soundDistance(a: number, b: number): number {
    const indexA = this.#indexOf[a]! - 1;
    const indexB = this.#indexOf[b]! - 1;
    if (indexA < 0 || indexB < 0) return 1;
    let nearest = FAR;
    for (let i = this.#readingStart[indexA]!; i < this.#readingStart[indexA + 1]!; i++) {
      const steps = this.#stepsFrom(this.#readings[i]! >> 3);
      for (let j = this.#readingStart[indexB]!; j < this.#readingStart[indexB + 1]!; j++) {
        const step = steps[this.#readings[j]! >> 3]!;
        if (step === FAR) continue;
        const rank = i - this.#readingStart[indexA]! + (j - this.#readingStart[indexB]!);
        nearest = Math.min(nearest, this.#readingSteps(i, j, step, rank));
      }
    }
    return nearest / FAR;
  }

  shapeDistance(a: number, b: number): number {
    if (a === b) return 0;
    const indexA = this.#indexOf[a]! - 1;
    const indexB = this.#indexOf[b]! - 1;
    if (indexA < 0 || indexB < 0) return 1;
    return Math.min(this.#listedShape(indexA, indexB), this.#listedShape(indexB, indexA));
  }

  readingCount(code: number): number {
    const index = this.#indexOf[code]! - 1;
    return index < 0 ? 0 : this.#readingStart[index + 1]! - this.#readingStart[index]!;
  }

  syllableOf(code: number, reading: number): number {
    return this.#readings[this.#readingStart[this.#indexOf[code]! - 1]! + reading]! >> 3;
  }

  standardForm(code: number): string | undefined {
    const index = this.#indexOf[code]! - 1;
    if (index < 0) return undefined;
    for (let i = this.#confusionStart[index]!; i < this.#confusionStart[index + 1]!; i++) {
      if (this.#confusionDistances[i] === VARIANT * FAR) {
        return String.fromCharCode(this.#characters[this.#confusionTargets[i]!]!);
      }
    }
    return undefined;
  }

  logFrequency(code: number): number {
    const index = this.#indexOf[code]! - 1;
    const frequency = index < 0 ? 0 : this.#frequency[index]!;
    return frequency === 0 ? Number.NEGATIVE_INFINITY : frequency / STEPS_PER_NAT - LOG_OF_WHOLE;
  }

  collectedCorrection(text: string, start: number, end: number): string | undefined {
    if (this.#collectedBits[hashOf(text, start, end)] === 0) return undefined;
    return this.#collected.get(text.slice(start, end));
  }

  #listedShape(from: number, to: number): number {
    for (let i = this.#shapeStart[from]!; i < this.#shapeStart[from + 1]!; i++) {
      if (this.#shapeTargets[i] === to) return this.#shapeDistances[i]! / FAR;
    }
    return 1;
  }

  #buildList(index: number): CandidateList {
    const related: number[] = [];
    this.#relateBySound(index, related);
    this.#relateListed(index, related);
    // Usefulness and target in one number: typed arrays sort numbers several times faster than any comparison does.
    const order = new Int32Array(related.length);
    for (let i = 0; i < related.length; i++) {
      const target = related[i]!;
      const distance = distanceOf(this.#soundSteps[target]!, this.#shapeSteps[target]!, this.#confusionSteps[target]!);
      const usefulness = this.#frequency[target]! - DISTANCE_WEIGHT * distance;
      order[i] = (Math.round(-4 * usefulness) << 15) | target;
    }
    order.sort();
    const list = new CandidateColumns(Math.min(order.length, LONGEST_LIST));
    for (let i = 0; i < list.codes.length; i++) {
      const target = order[i]! & 0x7fff;
      list.codes[i] = this.#characters[target]!;
      list.soundSteps[i] = this.#soundSteps[target]!;
      list.shapeSteps[i] = this.#shapeSteps[target]!;
      list.distances[i] = distanceOf(list.soundSteps[i]!, list.shapeSteps[i]!, this.#confusionSteps[target]!);
    }
    for (let i = 0; i < related.length; i++) {
      const target = related[i]!;
      this.#soundSteps[target] = this.#shapeSteps[target] = this.#confusionSteps[target] = FAR;
    }
    return list;
  }

  #isUnrelated(target: number): boolean {
    return this.#soundSteps[target] === FAR && this.#shapeSteps[target] === FAR && this.#confusionSteps[target] === FAR;
  }

  #relateBySound(index: number, related: number[]): void {
    const start = this.#readingStart[index]!;
    for (let i = start; i < this.#readingStart[index + 1]!; i++) {
      const steps = this.#stepsFrom(this.#readings[i]! >> 3);
      for (let syllable = 0; syllable < steps.length; syllable++) {
        if (steps[syllable] !== FAR) this.#relateSyllable(index, i, syllable, steps[syllable]!, related);
      }
    }
  }

  #relateSyllable(index: number, reading: number, syllable: number, step: number, related: number[]): void {
    // However rare a target is, at this distance it must be as common as that to be listed at all.
    const least = LEAST_USEFULNESS + (DISTANCE_WEIGHT * LEAST_SHARE * step) / FAR;
    for (let k = this.#bySyllableStart[syllable]!; k < this.#bySyllableStart[syllable + 1]!; k++) {
      const target = this.#bySyllable[k]!;
      if (target === index || this.#frequency[target]! <= least) continue;
      const other = this.#bySyllableReading[k]!;
      const rank = reading - this.#readingStart[index]! + (other - this.#readingStart[target]!);
      const steps = this.#readingSteps(reading, other, step, rank);
      if (steps === FAR) continue;
      if (this.#isUnrelated(target)) related.push(target);
      if (steps < this.#soundSteps[target]!) this.#soundSteps[target] = steps;
    }
  }

  #relateListed(index: number, related: number[]): void {
    for (let i = this.#shapeStart[index]!; i < this.#shapeStart[index + 1]!; i++) {
      const target = this.#shapeTargets[i]!;
      if (this.#isUnrelated(target)) related.push(target);
      this.#shapeSteps[target] = this.#shapeDistances[i]!;
    }
    for (let i = this.#confusionStart[index]!; i < this.#confusionStart[index + 1]!; i++) {
      const target = this.#confusionTargets[i]!;
      if (this.#isUnrelated(target)) related.push(target);
      this.#confusionSteps[target] = this.#confusionDistances[i]!;
    }
    for (const code of easilyWrittenFor(this.#characters[index]!)) {
      const target = this.#indexOf[code]! - 1;
      if (target < 0) continue;
      if (this.#isUnrelated(target)) related.push(target);
      this.#confusionSteps[target] = Math.min(this.#confusionSteps[target]!, EASILY_WRITTEN * FAR);
    }
  }

  /** Distance in steps of two readings, by their places in the table; `step` is the distance of their syllables. */
  #readingSteps(a: number, b: number, step: number, rank: number): number {
    const tone = (this.#readings[a]! & 7) === (this.#readings[b]! & 7) ? 0 : OTHER_TONE * (1 - step / FAR);
    return Math.min(FAR, step + Math.round((tone + RARER_READING * Math.min(rank, 3)) * FAR));
  }

  #stepsFrom(syllable: number): Uint8Array {
    let steps = this.#syllableSteps[syllable];
    if (!steps) {
      steps = new Uint8Array(this.syllables.length);
      for (let other = 0; other < steps.length; other++) {
        // Distances are the same both ways: half of them are known from the other side.
        const known = this.#syllableSteps[other];
        steps[other] = known
          ? known[syllable]!
          : Math.round(syllableDistance(this.syllables[syllable]!, this.syllables[other]!) * FAR);
      }
      this.#syllableSteps[syllable] = steps;
    }
    return steps;
  }

  #sortBySyllable(): [Uint32Array, Uint16Array, Uint32Array] {
    const start = new Uint32Array(this.syllables.length + 1);
    for (const reading of this.#readings) start[(reading >> 3) + 1]!++;
    for (let s = 1; s < start.length; s++) start[s]! += start[s - 1]!;
    const next = start.slice();
    const characters = new Uint16Array(this.#readings.length);
    const places = new Uint32Array(this.#readings.length);
    for (let index = 0; index < this.#characters.length; index++) {
      for (let i = this.#readingStart[index]!; i < this.#readingStart[index + 1]!; i++) {
        const place = next[this.#readings[i]! >> 3]!++;
        characters[place] = index;
        places[place] = i;
      }
    }
    return [start, characters, places];
  }
}

const HASHES = 2 ** 15;

function hashOf(text: string, start: number, end: number): number {
  let hash = 0;
  for (let i = start; i < end; i++) hash = Math.imul(hash, 0x9e3779b1) + text.charCodeAt(i);
  return Math.imul(hash, 0x9e3779b1) >>> 17;
}

/** Of sound, shape and collected misspellings together, in 0…1; the arguments are in steps. */
function distanceOf(sound: number, shape: number, confusion: number): number {
  // Alike for ear and eye is more easily mistaken than either alone.
  const alike = Math.min(sound, shape) * (LEAST_SHARE + ((1 - LEAST_SHARE) * Math.max(sound, shape)) / FAR);
  return Math.min(alike, confusion) / FAR;
}

class CandidateColumns implements CandidateList {
  readonly codes: Uint16Array;
  readonly distances: Float64Array;
  readonly soundSteps: Uint8Array;
  readonly shapeSteps: Uint8Array;

  constructor(length: number) {
    this.codes = new Uint16Array(length);
    this.distances = new Float64Array(length);
    this.soundSteps = new Uint8Array(length);
    this.shapeSteps = new Uint8Array(length);
  }

  at(index: number): Candidate {
    const code = this.codes[index]!;
    const soundSteps = this.soundSteps[index]!;
    const shapeSteps = this.shapeSteps[index]!;
    const bySound = soundSteps / FAR < NEAREST_SYLLABLE ? 'same-sound' : 'near-sound';
    const isNear = Math.min(soundSteps, shapeSteps) < FAR;
    return {
      text: String.fromCharCode(code),
      code,
      kind: isNear ? (soundSteps > shapeSteps ? 'shape' : bySound) : 'confusion',
      distance: this.distances[index]!,
      sound: soundSteps / FAR,
      shape: shapeSteps / FAR,
    };
  }
}

const NO_CANDIDATES: CandidateList = new CandidateColumns(0);

/** Where each list starts, from their lengths, and at the end where the last one ends. */
function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (let i = 0; i < counts.length; i++) starts[i + 1] = starts[i]! + counts[i]!;
  return starts;
}
