import { perParagraph, remembering } from './per-paragraph.ts';
import type { Block, Chunk, Document, Paragraph } from './types.ts';

/** Paragraphs in a chunk that is made anew: the fewer, the less an edit computes again, and the more must be looked at. */
const SIZE = 48;
/** A chunk that edits have made smaller than this is joined with its neighbour. */
const SMALLEST = 16;

/** The chunks of a document before an edit, and how many paragraphs at its start and at its end the edit left alone. */
interface Before {
  readonly chunks: readonly Chunk[];
  readonly head: number;
  readonly rest: number;
}

/** How many chunks, one behind the other from `first` on in steps of `step`, lie wholly within so many paragraphs. */
function wholeChunks(
  chunks: readonly Chunk[],
  paragraphs: number,
  first: number,
  step: 1 | -1,
): [chunks: number, paragraphs: number] {
  let [count, covered] = [0, 0];
  for (let index = first; chunks[index] && covered + chunks[index]!.paragraphs.length <= paragraphs; index += step) {
    covered += chunks[index]!.paragraphs.length;
    count++;
  }
  return [count, covered];
}

/** The paragraphs in chunks: those of the document before that the edit left alone, the others new. */
export function chunksOf(paragraphs: readonly Paragraph[], before: Before = { chunks: [], head: 0, rest: 0 }): Chunk[] {
  const { chunks, head, rest } = before;
  let [kept, start] = wholeChunks(chunks, head, 0, 1);
  const [after, behind] = wholeChunks(chunks.slice(kept), rest, chunks.length - kept - 1, -1);
  const end = paragraphs.length - behind;
  if (end > start && end - start < SMALLEST && kept > 0) start -= chunks[--kept]!.paragraphs.length;
  const fresh: Chunk[] = [];
  const count = Math.ceil((end - start) / (2 * SIZE));
  for (let number = 0; number < count; number++) {
    const [from, to] = [number, number + 1].map((share) => start + Math.floor(((end - start) * share) / count));
    fresh.push({ paragraphs: paragraphs.slice(from, to), memory: [] });
  }
  return [...chunks.slice(0, kept), ...fresh, ...chunks.slice(chunks.length - after)];
}

/**
 * Remembers what `compute` says of each chunk of a document. An edit leaves all other chunks the same objects, so whoever
 * puts a document together from its chunks pays for few of its paragraphs.
 * @returns what it says of the chunks, in order
 */
export function perChunk<T>(compute: (paragraphs: readonly Paragraph[]) => T): (document: Document) => readonly T[] {
  const ofChunk = remembering(({ paragraphs }: Chunk) => compute(paragraphs));
  return ({ chunks }) => chunks.map(ofChunk);
}

/** Something found in a paragraph, and where this stands. */
export interface Found<T> {
  readonly block: Block;
  readonly found: T;
}

/**
 * What `find` sees in the paragraphs of a document, in order. Costs what it finds, whatever the length of the document:
 * paragraphs in which nothing is found are not even looked at again.
 */
export function allFound<T>(find: (paragraph: Paragraph) => readonly T[]): (document: Document) => Found<T>[] {
  const inParagraph = perParagraph(find);
  const inChunk = remembering(({ paragraphs }: Chunk) =>
    paragraphs.flatMap((paragraph, index) => inParagraph(paragraph).map((found) => ({ index, found }))),
  );
  return ({ chunks, blocks }) => {
    const all: Found<T>[] = [];
    let first = 0;
    for (const chunk of chunks) {
      for (const { index, found } of inChunk(chunk)) all.push({ block: blocks[first + index]!, found });
      first += chunk.paragraphs.length;
    }
    return all;
  };
}
