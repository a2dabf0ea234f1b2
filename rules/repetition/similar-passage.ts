import { perChunk } from '../../lib/document/chunks.ts';
import { HashIndex } from '../../lib/document/hash-index.ts';
import type { Block, Document, Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { hashOf, isLaw, skeletonOf } from './_passages.ts';

/** Characters in one shingle. */
const SHINGLE = 4;
/** One shingle in so many, chosen by its hash, stands for its passage in the index. */
const SAMPLING = 4;
/** The same for passages long enough to be told by fewer. */
const SPARSE_SAMPLING = 12;
/** Shortest passages that are compared, in bearing characters. */
const SHORTEST_SENTENCE = 22;
const SHORTEST_PARAGRAPH = 60;
/** Share of a passage's sampled shingles that an earlier one must hold before the two are compared in full. */
const CANDIDATE = 0.4;
/** Dice coefficient of the character pairs of two passages from which on they say the same. */
const SIMILAR = 0.78;
/** Paragraphs as much alike as this are two drafts of one. */
const ALMOST_EQUAL = 0.88;

function sampleOf(words: string): Int32Array {
  const isLong = words.length >= SHORTEST_PARAGRAPH;
  const sampling = isLong ? SPARSE_SAMPLING : SAMPLING;
  const sample = new Set<number>();
  for (let at = 0; at + SHINGLE <= words.length; at++) {
    const hash = hashOf(words, at, SHINGLE);
    // Paragraphs and sentences are not compared with each other: their shingles have nothing in common.
    if ((hash >>> 0) % sampling === 0) sample.add(isLong ? ~hash || 1 : hash);
  }
  return Int32Array.from(sample);
}

/** Every two neighbouring characters as one number, in the order of the numbers. */
function pairsOf(words: string): Uint32Array {
  const pairs = new Uint32Array(Math.max(0, words.length - 1));
  for (let at = 0; at < pairs.length; at++) pairs[at] = words.charCodeAt(at) * 0x10000 + words.charCodeAt(at + 1);
  return pairs.sort();
}

/** Whether two passages differ in figures only, as entries of a list do. */
const isListEntry = (a: string, b: string) => /\d/.test(a) && a.replace(/\d+/g, '#') === b.replace(/\d+/g, '#');

class Passage {
  readonly words: string;
  /** In the paragraph's text. */
  readonly range: Range;
  readonly sample: Int32Array;
  #pairs: Uint32Array | undefined;
  #compared: { readonly other: Passage; readonly score: number } | undefined;

  constructor(words: string, range: Range) {
    this.words = words;
    this.range = range;
    this.sample = sampleOf(words);
  }

  /** Made when the passage is first compared with another, which most never are. */
  get pairs(): Uint32Array {
    this.#pairs ??= pairsOf(this.words);
    return this.#pairs;
  }

  /** How much it says the same as an earlier passage. The last answer is kept, for most edits leave both as they are. */
  similarityTo(other: Passage): number {
    if (this.#compared?.other !== other) {
      // Equal passages are the business of repeated-sentence.
      const isOther = other.words !== this.words && !isListEntry(other.words, this.words);
      this.#compared = { other, score: isOther ? similarity(other.pairs, this.pairs) : 0 };
    }
    return this.#compared.score;
  }
}

/** The whole paragraph and each of its sentences, where they are long enough. */
const passagesOf = perParagraph((paragraph: Paragraph): readonly Passage[] => {
  const { text, places } = skeletonOf(paragraph);
  const passages: Passage[] = [];
  const add = (from: number, to: number, shortest: number) => {
    if (to - from < shortest) return;
    passages.push(new Passage(text.slice(from, to), [places[from]!, places[to - 1]! + 1]));
  };
  add(0, text.length, SHORTEST_PARAGRAPH);
  let from = 0;
  for (const { range } of paragraph.sentences) {
    let to = from;
    while (to < places.length && places[to]! < range[1]) to++;
    if (to - from < text.length) add(from, to, SHORTEST_SENTENCE);
    from = to;
  }
  return passages;
});

/** Whether a passage is compared as a paragraph, and not as a sentence. */
const isLong = ({ words }: Passage) => words.length >= SHORTEST_PARAGRAPH;

/** Sørensen–Dice coefficient of the pairs of neighbouring characters: 1 for equal passages, 0 for strangers. */
function similarity(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let inA = 0, inB = 0; inA < a.length && inB < b.length; ) {
    const [pairOfA, pairOfB] = [a[inA]!, b[inB]!];
    if (pairOfA === pairOfB) common++;
    if (pairOfA <= pairOfB) inA++;
    if (pairOfB <= pairOfA) inB++;
  }
  return (2 * common) / Math.max(1, a.length + b.length);
}

interface Match {
  readonly first: Range;
  readonly second: Range;
  readonly score: number;
  readonly isParagraph: boolean;
}

/** The passages of a chunk in order, their samples one behind the other, so that all of them are read in one go. */
interface Sampled {
  readonly passages: readonly Passage[];
  /** By passage: number of its paragraph in the chunk; whether it is long; where its sample ends. */
  readonly hostOf: Int32Array;
  readonly isLong: Uint8Array;
  readonly endOf: Int32Array;
  readonly samples: Int32Array;
}

const sampledIn = perChunk((paragraphs): Sampled => {
  const passages = paragraphs.map(passagesOf);
  const all = passages.flat();
  const samples = new Int32Array(all.reduce((sum, { sample }) => sum + sample.length, 0));
  let end = 0;
  const endOf = Int32Array.from(all, ({ sample }) => {
    samples.set(sample, end);
    end += sample.length;
    return end;
  });
  return {
    passages: all,
    hostOf: Int32Array.from(passages.flatMap((ofOne, host) => ofOne.map(() => host))),
    isLong: Uint8Array.from(all, (passage) => (isLong(passage) ? 1 : 0)),
    endOf,
    samples,
  };
});

/** A passage at its place in the document. */
interface Placed {
  readonly passage: Passage;
  readonly block: Block;
}

/** Passages by their sampled shingles, in the order of the text; each shingle stands for the first passage that holds it. */
class PassageIndex {
  readonly #index: HashIndex;
  readonly #passages: Passage[] = [];
  readonly #blockOf: Int32Array;
  /** By passage, the shingles that it shares with the one that is being looked up; and which share any. */
  readonly #shared: Int32Array;
  readonly #sharing: Int32Array;
  readonly #blocks: readonly Block[];

  constructor(sampled: readonly Sampled[], blocks: readonly Block[]) {
    const passages = sampled.reduce((sum, { hostOf }) => sum + hostOf.length, 0);
    this.#index = new HashIndex(
      sampled.reduce((sum, { samples }) => sum + samples.length, 0),
      1,
    );
    this.#blockOf = new Int32Array(passages);
    this.#shared = new Int32Array(passages);
    this.#sharing = new Int32Array(passages);
    this.#blocks = blocks;
  }

  /**
   * Enters the next passage, whose sample stands between two places of `samples`.
   * @param block index of the block in which it stands
   * @param apart blocks, at least, between two passages that are compared
   * @returns the earlier passage that shares most sampled shingles with it, if it shares enough
   */
  enter(
    passage: Passage,
    samples: Int32Array,
    from: number,
    to: number,
    block: number,
    apart: number,
  ): Placed | undefined {
    const [index, blockOf, shared, sharing] = [this.#index, this.#blockOf, this.#shared, this.#sharing];
    const number = this.#passages.push(passage) - 1;
    blockOf[number] = block;
    let found = 0;
    for (let at = from; at < to; at++) {
      if (index.enter(samples[at]!, number) === 0) continue;
      const earlier = index.earlier[0]!;
      if (blockOf[earlier]! > block - apart) continue;
      if (shared[earlier] === 0) sharing[found++] = earlier;
      shared[earlier]!++;
    }
    let best = -1;
    let most = Math.max(2, (to - from) * CANDIDATE);
    for (let at = 0; at < found; at++) {
      const earlier = sharing[at]!;
      if (shared[earlier]! >= most) {
        most = shared[earlier]!;
        best = earlier;
      }
      shared[earlier] = 0;
    }
    return best === -1 ? undefined : { passage: this.#passages[best]!, block: this.#blocks[blockOf[best]!]! };
  }
}

const isPlain = ({ role, paragraph }: Block) =>
  role === 'body' || role === 'attachment' || (role === 'heading' && paragraph.heading?.runIn === true);

const rangeIn = ({ block: { start }, passage: { range } }: Placed): Range => [start + range[0], start + range[1]];

function findSimilar(document: Document, report: (match: Match) => void): void {
  const { blocks, chunks } = document;
  const sampled = sampledIn(document);
  const index = new PassageIndex(sampled, blocks);
  let firstBlock = 0;
  let reportedUpTo = 0;
  sampled.forEach(({ passages, hostOf, isLong, endOf, samples }, chunk) => {
    for (let at = 0; at < passages.length; at++) {
      const block = blocks[firstBlock + hostOf[at]!]!;
      if (!isPlain(block)) continue;
      const passage = passages[at]!;
      const isParagraph = isLong[at] === 1;
      // Neighbours list like things in like words: the first group does this, the second group that.
      const apart = isParagraph ? 1 : 2;
      const first = index.enter(passage, samples, at > 0 ? endOf[at - 1]! : 0, endOf[at]!, block.index, apart);
      // A paragraph that is told is not told again by its sentences.
      if (!first || block.start + passage.range[1] <= reportedUpTo) continue;
      const score = passage.similarityTo(first.passage);
      if (score < SIMILAR) continue;
      const second = rangeIn({ passage, block });
      reportedUpTo = second[1];
      report({ first: rangeIn(first), second, score, isParagraph });
    }
    firstBlock += chunks[chunk]!.paragraphs.length;
  });
}

/**
 * A sentence or paragraph that says almost the same as an earlier one. Shingles find the candidates (Broder 1997, “On the
 * resemblance and containment of documents”), so cost grows with the text, not with its square.
 */
export default defineRule({
  id: 'repetition/similar-passage',
  messages: { sentence: 'hint', paragraph: 'warning' },
  notes: ['first'],
  scope: 'document',
  examples: [
    {
      wrong:
        '（一）理论学习不够深入。学习系统性、针对性不强，存在以干代学现象，把学习成果转化为工作举措还不多。\n（二）作风建设还有差距。对苗头性问题提醒不够及时。\n（三）原因分析。⟦学习的系统性和针对性都不强，存在以干代学的现象，把学习成果转化为工作举措不够多⟧。',
    },
    {
      right:
        '（一）青溪镇。建成蓄水池12座，解决了320户群众的饮水问题，受到群众好评。\n（二）全县统一验收。\n（三）白石镇。建成蓄水池15座，解决了280户群众的饮水问题，受到群众好评。',
    },
    {
      right:
        '坚持把学习摆在首位，组织集体学习12次，开展专题研讨6次。\n完善制度。\n坚持把安全放在心上，排查隐患32处，整改到位30处。',
    },
    {
      wrong:
        '园林所全年新建步道三条，改造公园两座，组织义务植树四次，栽植乔木一千株，受理群众诉求三百件并全部办结，社会各界反响良好，群众满意度稳步提升。\n下一步补齐人手。\n⟦园林所一年来新建步道三条，改造公园两座，组织义务植树四次，栽植乔木一千株，受理群众诉求三百件并全部办结，社会各界反响良好，群众满意度持续提升⟧。',
    },
  ],
  check(document, context) {
    if (isLaw(document)) return;
    findSimilar(document, ({ first, second, score, isParagraph }) => {
      context.report({
        range: second,
        message: isParagraph ? 'paragraph' : 'sentence',
        severity: isParagraph && score >= ALMOST_EQUAL ? 'warning' : 'hint',
        related: [{ range: first, message: 'first' }],
      });
    });
  },
});
