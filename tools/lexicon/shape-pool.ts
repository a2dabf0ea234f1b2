/** Finds among many shapes those worth comparing: that share a weighty part, or most strokes. */
import { type Shape, share } from './shapes.ts';

/** A part with fewer of a character's strokes, such as 氵 in most, makes no likeness. */
const WEIGHTY = 0.38;
const LETTERS = 27;
/** Most strokes that two bags may differ in, as a share of both together. */
const BAG_DIFFERENCE = 0.26;

export class ShapePool {
  readonly shapes: readonly Shape[];
  readonly #byPart = new Map<string, number[]>();
  /** Parts of the first level of any weight, for characters that are a part of another. */
  readonly #byDirectPart = new Map<string, number[]>();
  readonly #byText = new Map<string, number[]>();
  /** For each shape how many strokes of each letter it has. */
  readonly #bags: Uint8Array;

  readonly #targets: readonly number[];

  /** @param isTarget only these are compared by strokes. */
  constructor(shapes: readonly Shape[], isTarget: readonly boolean[]) {
    this.#targets = shapes.flatMap((_, index) => (isTarget[index] ? [index] : []));
    this.shapes = shapes;
    this.#bags = new Uint8Array(shapes.length * LETTERS);
    shapes.forEach((shape, index) => {
      for (const stroke of shape.strokes) this.#bags[index * LETTERS + letterOf(stroke)]!++;
      for (const part of weightyParts(shape)) if (!this.#byPart.has(part)) this.#byPart.set(part, []);
      if (!isTarget[index]) return;
      for (const part of weightyParts(shape)) this.#byPart.get(part)!.push(index);
      for (const part of shape.parts) addTo(this.#byDirectPart, part.text, index);
      addTo(this.#byText, shape.text, index);
    });
  }

  /** Indices of shapes that share a part with this one. */
  sharingParts(index: number): Set<number> {
    const shape = this.shapes[index]!;
    const like = new Set<number>();
    for (const part of weightyParts(shape)) for (const other of this.#byPart.get(part)!) like.add(other);
    for (const other of this.#byDirectPart.get(shape.text) ?? []) like.add(other);
    for (const part of shape.parts) for (const other of this.#byText.get(part.text) ?? []) like.add(other);
    return like;
  }

  /** Indices of shapes that have most of this one's strokes. */
  sharingStrokes(index: number): Set<number> {
    const length = this.shapes[index]!.strokes.length;
    const like = new Set<number>();
    for (const other of this.#targets) {
      const otherLength = this.shapes[other]!.strokes.length;
      const most = Math.max(1, Math.floor(BAG_DIFFERENCE * (length + otherLength)));
      if (Math.abs(length - otherLength) > most) continue;
      if (this.#bagDifference(index, other, most) <= most) like.add(other);
    }
    return like;
  }

  #bagDifference(a: number, b: number, most: number): number {
    let difference = 0;
    for (let letter = 0; letter < LETTERS && difference <= most; letter++) {
      difference += Math.abs(this.#bags[a * LETTERS + letter]! - this.#bags[b * LETTERS + letter]!);
    }
    return difference;
  }
}

function addTo(lists: Map<string, number[]>, key: string, index: number): void {
  const known = lists.get(key);
  if (known) known.push(index);
  else lists.set(key, [index]);
}

const letterOf = (stroke: string): number => (stroke < 'a' ? 0 : stroke.charCodeAt(0) - 96);

function weightyParts(shape: Shape): Set<string> {
  const found = new Set<string>([shape.text]);
  const visit = (part: Shape): void => {
    if (share(part, shape) < WEIGHTY) return;
    found.add(part.text);
    for (const inner of part.parts) visit(inner);
  };
  for (const part of shape.parts) visit(part);
  return found;
}
