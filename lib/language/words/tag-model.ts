/** The tagger's model in memory: a trie of words with their tags, which tag follows which, and how names are made. */
import { Container } from '../container.ts';
import { TAGS } from './tags.ts';

export const TAG_MODEL = { kind: 'tag-model', version: 1 } as const;
/** Costs are negative log-probabilities in steps of this many nats. */
export const COST_STEP = 1 / 12;
/** Cost of what never happens, and of all that costs more. */
export const MOST_COST = 255;
/** Code units that the tables of name characters cover: from the first, so many. */
export const FIRST_HAN = 0x4e00;
export const HAN_COUNT = 0x5200;

export class TagModel {
  readonly container: Container;
  /** Code unit → node of the first level; 0 where no word begins so. */
  readonly roots = new Uint32Array(0x10000);
  readonly characters: Uint16Array;
  /** Children of a node are firstChild[node]…firstChild[node + 1], sorted by character. */
  readonly firstChild: Uint32Array;
  /** Tags of the word that ends at a node are firstEntry[node]…firstEntry[node + 1]. */
  readonly firstEntry: Uint32Array;
  readonly entryTags: Uint8Array;
  /** Of the word, given the tag. */
  readonly entryCosts: Uint8Array;
  /** Of a tag behind another: previous × TAGS.length + tag. */
  readonly transitions: Uint8Array;
  /** Of a character as a surname, a single given name, the first and the second of two, in a transliteration, in a place. */
  readonly surname: Uint8Array;
  readonly single: Uint8Array;
  readonly first: Uint8Array;
  readonly second: Uint8Array;
  readonly foreign: Uint8Array;
  readonly place: Uint8Array;

  /** @throws if the buffer is not such a model, or one of other tags */
  constructor(buffer: ArrayBuffer) {
    const file = new Container(buffer, TAG_MODEL.kind, TAG_MODEL.version);
    this.container = file;
    if (file.provenance.tags !== TAGS.join(' ')) throw new Error('the tag model has other tags');
    this.characters = file.u16('characters');
    this.firstChild = sumsOf(file.u16('child-counts'), 1);
    this.firstEntry = sumsOf(file.u8('entry-counts'), 0);
    this.entryTags = file.u8('entry-tags');
    this.entryCosts = file.u8('entry-costs');
    this.transitions = file.u8('transitions');
    this.surname = file.u8('surname');
    this.single = file.u8('single');
    this.first = file.u8('first');
    this.second = file.u8('second');
    this.foreign = file.u8('foreign');
    this.place = file.u8('place');
    for (let node = this.firstChild[0]!; node < this.firstChild[1]!; node++) this.roots[this.characters[node]!] = node;
  }

  /** The child of a node by its character; 0 where there is none. */
  child(node: number, code: number): number {
    let low = this.firstChild[node]!;
    let high = this.firstChild[node + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = this.characters[middle]!;
      if (found === code) return middle;
      if (found < code) low = middle + 1;
      else high = middle - 1;
    }
    return 0;
  }
}

/** Sums of the counts before each place, and at last of all. */
function sumsOf(counts: Uint8Array | Uint16Array, first: number): Uint32Array {
  const sums = new Uint32Array(counts.length + 1);
  sums[0] = first;
  for (let i = 0; i < counts.length; i++) sums[i + 1] = sums[i]! + counts[i]!;
  return sums;
}
