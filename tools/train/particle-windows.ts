/**
 * How a corpus uses 的, 地 and 得, one record for each, for `tools/train/neural/particles.py` to learn from:
 *
 *   2 × REACH units, u16: what is on the left from the place outwards, then what is on the right
 *   outcome, u8   source, u8: number of the file   held out, u8   weight, u8: how many like it the record stands for
 *
 * Little-endian, without a header. 的 is so common that of long files and of all but its hardest uses only a share is kept.
 */
import { closeSync, openSync, writeSync } from 'node:fs';
import { REACH, readWindow } from '../../lib/language/choice-network.ts';
import type { Lexicon } from '../../lib/language/lexicon.ts';
import { isNoParticle, OUTCOMES, particleOf } from '../../lib/language/particles.ts';
import { Segmenter } from '../../lib/language/segmentation.ts';
import { randomSource } from './boosting.ts';
import { type CorpusFile, isHeldOut } from './corpus.ts';
import { progress } from './progress.ts';

export const RECORD_BYTES = 2 * REACH * 2 + 4;
/** UTF-16 units of a file of which every 的 may be kept; of more, only so large a share. */
const UNITS_PER_FILE = 8_000_000;
/** One 的 in so many is kept, and one 地 that is part of a noun, and one 得 within a word. */
const PLAIN = 2;
const IN_NOUN = 12;
const IN_WORD = 3;
const MOST_WEIGHT = 255;

/** What stands behind 地 where it is a place, and hardly ever behind an adverbial. */
const BEHIND_PLACE = new Set('的、）；。');
/** A word is the name of a kind of place (猎捕地) if 地 behind it is followed so in this share of its uses, or oftener. */
const PLACE_SHARE = 0.2;

/** Where 地 is no particle although no noun of the lexicon says so: behind words that it makes into places. */
class Places {
  readonly #segmenter: Segmenter;
  readonly #uses = new Map<string, { uses: number; places: number }>();

  constructor(segmenter: Segmenter) {
    this.#segmenter = segmenter;
  }

  count(line: string, at: number): void {
    const word = this.#wordBefore(line, at);
    const known = this.#uses.get(word) ?? { uses: 0, places: 0 };
    known.uses++;
    if (isFollowedAsPlace(line, at)) known.places++;
    this.#uses.set(word, known);
  }

  isPlace(line: string, at: number): boolean {
    if (isFollowedAsPlace(line, at)) return true;
    const { uses, places } = this.#uses.get(this.#wordBefore(line, at)) ?? { uses: 1, places: 0 };
    return places > 1 && places / uses >= PLACE_SHARE;
  }

  #wordBefore(line: string, at: number): string {
    const { offsets } = this.#segmenter.cut(line, Math.max(0, at - REACH), at);
    return line.slice(offsets[offsets.length - 2] ?? at, at);
  }
}

const isFollowedAsPlace = (line: string, at: number) => at + 1 === line.length || BEHIND_PLACE.has(line[at + 1]!);

/** @returns how many records were written */
export function writeParticleWindows(corpus: readonly CorpusFile[], lexicon: Lexicon, path: string): number {
  const segmenter = new Segmenter(lexicon);
  const places = new Places(segmenter);
  for (const { read } of corpus) {
    for (const line of read().split('\n')) {
      for (let at = line.indexOf('地'); at >= 0; at = line.indexOf('地', at + 1)) {
        if (!isNoParticle(lexicon, segmenter, line, at)) places.count(line, at);
      }
    }
  }
  const random = randomSource(29);
  const units = new Uint16Array(2 * REACH);
  const file = openSync(path, 'w');
  let written = 0;
  corpus.forEach(({ name, read }, source) => {
    const text = read();
    const share = Math.min(1, UNITS_PER_FILE / text.length);
    const records: Buffer[] = [];
    for (const line of text.split('\n')) {
      const held = isHeldOut(line);
      for (let at = 0; at < line.length; at++) {
        const particle = particleOf(line.charCodeAt(at));
        if (particle < 0) continue;
        let outcome: number = particle;
        let oneIn = 1;
        const inWord = isNoParticle(lexicon, segmenter, line, at);
        if (particle === OUTCOMES.attribute && inWord) continue;
        if (particle === OUTCOMES.attribute) oneIn = PLAIN / share;
        else if (particle === OUTCOMES.complement && inWord) oneIn = IN_WORD;
        else if (particle === OUTCOMES.adverbial && (inWord || places.isPlace(line, at))) {
          outcome = OUTCOMES.ground;
          if (inWord) oneIn = IN_NOUN;
        }
        if (oneIn > 1 && !held && random() * oneIn >= 1) continue;
        readWindow(line, at, units);
        const record = Buffer.alloc(RECORD_BYTES);
        units.forEach((unit, i) => {
          record.writeUInt16LE(unit, 2 * i);
        });
        record[4 * REACH] = outcome;
        record[4 * REACH + 1] = source;
        record[4 * REACH + 2] = held ? 1 : 0;
        record[4 * REACH + 3] = Math.min(MOST_WEIGHT, Math.round(oneIn));
        records.push(record);
      }
    }
    writeSync(file, Buffer.concat(records));
    written += records.length;
    progress(`${name}: ${written} records`);
  });
  closeSync(file);
  return written;
}
