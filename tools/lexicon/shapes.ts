/**
 * How like two characters look, from their decompositions (ideographic description sequences: ⿰木且) and from their
 * strokes in order, a letter a stroke.
 */
export interface Shape {
  /** The same for shapes of the same decomposition. */
  readonly id: number;
  readonly text: string;
  /** The describing operator, '' for what is not taken apart. */
  readonly operator: string;
  readonly parts: readonly Shape[];
  readonly strokes: string;
}

const OPERATORS: Readonly<Record<string, number>> = {
  '⿰': 2,
  '⿱': 2,
  '⿲': 3,
  '⿳': 3,
  '⿴': 2,
  '⿵': 2,
  '⿶': 2,
  '⿷': 2,
  '⿸': 2,
  '⿹': 2,
  '⿺': 2,
  '⿻': 2,
};

/** More than there are decompositions. */
const MOST_SHAPES = 2 ** 20;
/** Of a part that no table knows. */
const UNKNOWN_STROKES = '?';

export class ShapeTable {
  readonly #descriptions: ReadonlyMap<string, string>;
  readonly #orders: Readonly<Record<string, string>>;
  readonly #shapes = new Map<string, Shape>();
  readonly #ids = new Map<string, number>();
  /** Of pairs of parts: these come up again and again. */
  readonly #likeness = new Map<number, number>();

  constructor(descriptions: ReadonlyMap<string, string>, strokeOrders: Readonly<Record<string, string>>) {
    this.#descriptions = descriptions;
    this.#orders = strokeOrders;
  }

  shapeOf(character: string): Shape {
    let shape = this.#shapes.get(character);
    if (!shape) {
      const description = (this.#descriptions.get(character) ?? character).replace(/\[[A-Z]+\]/g, '');
      const parsed = this.#parse([...description]) ?? this.#leaf(character);
      shape = { ...parsed, strokes: this.#orders[character] ?? parsed.strokes };
      this.#shapes.set(character, shape);
    }
    return shape;
  }

  /** Likeness in 0…1; 1 means the same decomposition. Symmetric. */
  likeness(a: Shape, b: Shape): number {
    if (a.id === b.id) return 1;
    return Math.max(this.#byStructure(a, b), this.#contained(a, b), this.#contained(b, a), byStrokes(a, b));
  }

  #likenessOfParts(a: Shape, b: Shape): number {
    if (a.id === b.id) return 1;
    const key = a.id < b.id ? a.id * MOST_SHAPES + b.id : b.id * MOST_SHAPES + a.id;
    let likeness = this.#likeness.get(key);
    if (likeness === undefined) {
      likeness = this.likeness(a, b);
      this.#likeness.set(key, likeness);
    }
    return likeness;
  }

  #byStructure(a: Shape, b: Shape): number {
    if (a.operator !== b.operator || a.parts.length !== b.parts.length || a.parts.length === 0) return 0;
    let likeness = 0;
    let weights = 0;
    for (let i = 0; i < a.parts.length; i++) {
      const weight = share(a.parts[i]!, a) + share(b.parts[i]!, b);
      likeness += weight * this.#likenessOfParts(a.parts[i]!, b.parts[i]!);
      weights += weight;
    }
    return likeness / weights;
  }

  /** The whole of `part` looks like one part of `whole`: the rest was added or dropped. */
  #contained(whole: Shape, part: Shape): number {
    let best = 0;
    for (const inner of whole.parts) {
      const most = 0.35 + 0.65 * share(inner, whole);
      if (most > best) best = Math.max(best, this.#likenessOfParts(inner, part) * most);
    }
    return best;
  }

  #parse(symbols: readonly string[]): Shape | undefined {
    let position = 0;
    const next = (): Shape | undefined => {
      const symbol = symbols[position++];
      if (symbol === undefined) return undefined;
      const count = OPERATORS[symbol];
      if (!count) return this.#leaf(symbol);
      const parts: Shape[] = [];
      for (let i = 0; i < count; i++) {
        const part = next();
        if (!part) return undefined;
        parts.push(part);
      }
      const text = symbol + parts.map((part) => part.text).join('');
      return {
        id: this.#idOf(text),
        text,
        operator: symbol,
        parts,
        strokes: parts.map((part) => part.strokes).join(''),
      };
    };
    const shape = next();
    return position === symbols.length ? shape : undefined;
  }

  #idOf(text: string): number {
    let id = this.#ids.get(text);
    if (id === undefined) {
      id = this.#ids.size;
      this.#ids.set(text, id);
    }
    return id;
  }

  #leaf(text: string): Shape {
    return { id: this.#idOf(text), text, operator: '', parts: [], strokes: this.#orders[text] ?? UNKNOWN_STROKES };
  }
}

/** Share of the whole's strokes that the part has. */
export const share = (part: Shape, whole: Shape): number =>
  Math.min(1, part.strokes.length / Math.max(1, whole.strokes.length));

/** Strokes that differ only by a hook or a slant: half a difference. */
const ALIKE = ['ji', 'fgh', 'kld', 'crexp', 'buvyotw'];
const COST = strokeCosts();

/** In simple characters one stroke more or less weighs relatively less on the eye: 日 and 目, 土 and 上. */
const SIMPLICITY = 1;
/** The same strokes in another arrangement are not quite the same. */
const ARRANGEMENT = 0.05;

function byStrokes(a: Shape, b: Shape): number {
  const longest = Math.max(a.strokes.length, b.strokes.length);
  if (Math.min(a.strokes.length, b.strokes.length) * 2 < longest) return 0;
  return 1 - editDistance(a.strokes, b.strokes) / (longest + SIMPLICITY) - ARRANGEMENT;
}

/** Cost of writing one stroke for another, by the low five bits of their letters. */
function strokeCosts(): Float64Array {
  const cost = new Float64Array(32 * 32).fill(1);
  const bits = (letter: string): number => letter.charCodeAt(0) & 31;
  for (const kind of ALIKE) for (const a of kind) for (const b of kind) cost[bits(a) * 32 + bits(b)] = 0.5;
  for (let i = 1; i <= 26; i++) cost[i * 32 + i] = 0;
  return cost;
}

const ROW = new Float64Array(128);

function editDistance(a: string, b: string): number {
  const width = Math.min(b.length, ROW.length - 1);
  for (let j = 0; j <= width; j++) ROW[j] = j;
  for (let i = 0; i < a.length; i++) {
    const costs = (a.charCodeAt(i) & 31) * 32;
    let diagonal = i;
    ROW[0] = i + 1;
    for (let j = 1; j <= width; j++) {
      const replaced = diagonal + COST[costs + (b.charCodeAt(j - 1) & 31)]!;
      diagonal = ROW[j]!;
      ROW[j] = Math.min(replaced, diagonal + 1, ROW[j - 1]! + 1);
    }
  }
  return ROW[width]!;
}
