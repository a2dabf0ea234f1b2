import type { Range } from '../../lib/document/types.ts';

/** A mark of a pair as it is written: opening, closing, or a straight quotation mark that may be either. */
export interface Mark {
  readonly at: number;
  readonly written: 'open' | 'close' | 'either';
  /** Surely without another half of its kind. */
  readonly lone?: boolean;
}

/** A mark as it was surely meant. */
export interface PairedMark extends Mark {
  readonly meant: 'open' | 'close';
  /** Index of the other half among the marks; undefined where it is missing. */
  readonly partner: number | undefined;
  /** How many pairs of the same kind stand around it. */
  readonly depth: number;
}

const DEEPEST = 3;
/** Costs of what a writer may have done, in units of one turned mark; the cheapest story that explains all marks wins. */
const TURNED = 1;
/** Both halves of a pair are turned by one slip, and so are all marks of a paragraph. */
const PAIR_TURNED = 1.5;
const ALL_TURNED = 1.5;
const MISSING_PARTNER = 1.2;
const STRAIGHT = 0.2;
/** A pair that holds a full stop, with more than this many UTF-16 units inside, is seldom a pair. */
const USUAL_SPAN = 40;
const LONG_SPAN = 0.3;
/** A pair with a turned half hardly ever holds more than a sentence. */
const TURNED_ROUND_STOP = 1;
/** What stands between two quotations seldom stands in one: “，推行”, “制度和”. */
const AWKWARD = 1.2;
const AWKWARD_START = /^(?:[，。；、：！？]|[的和与及].)/s;
const AWKWARD_END = /(?:[，、：；]|..[和与及])$/s;
/** A pair inside one of its kind seldom holds clauses; in units of its nesting. */
const CLAUSES_INSIDE = 1.5;

type Move = 'open' | 'close' | 'lone';

interface Step {
  readonly cost: number;
  readonly move: Move;
  readonly before: Step | undefined;
  /** The pairs still open, innermost first. */
  readonly open: Opened | undefined;
}

/** An open half, with the places of the next full stop and the next clause mark behind it. */
interface Opened {
  readonly mark: Mark;
  readonly stop: number;
  readonly clause: number;
  readonly rest: Opened | undefined;
}

const turnCost = ({ written }: Mark, as: 'open' | 'close') =>
  written === as ? 0 : written === 'either' ? STRAIGHT : TURNED;

/** Place of the next of these marks, asked for from left to right; infinity where there is none. */
function nextOf(text: string, marks: RegExp): (at: number) => number {
  const search = new RegExp(marks, 'g');
  let found = -1;
  return (at) => {
    if (found < at) {
      search.lastIndex = at;
      found = search.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    return found;
  };
}

interface Reading {
  /** Cost of a pair inside another one of its kind. */
  readonly nesting: number;
  /** The marks are given turned round. */
  readonly allTurned: boolean;
}

/** What closing a pair costs; infinite where a half is turned and nothing stands between: （（ is no （）. */
function closingCost(
  text: string,
  { mark: open, stop, clause, rest }: Opened,
  close: Mark,
  { nesting, allTurned }: Reading,
): number {
  const [left, right] = [turnCost(open, 'open'), turnCost(close, 'close')];
  const isTurned = left === TURNED || right === TURNED;
  if ((isTurned || allTurned) && close.at === open.at + 1) return Number.POSITIVE_INFINITY;
  let cost = left === TURNED && right === TURNED ? PAIR_TURNED - left : right;
  if (stop < close.at - 2) cost += isTurned ? TURNED_ROUND_STOP : close.at - open.at > USUAL_SPAN ? LONG_SPAN : 0;
  const end = text.slice(Math.max(open.at + 1, close.at - 3), close.at);
  if (AWKWARD_END.test(end)) cost += AWKWARD;
  if (rest && clause < close.at) cost += nesting * CLAUSES_INSIDE;
  return cost;
}

/** The cheapest reading of the marks (Viterbi over the depth of nesting). */
function read(text: string, marks: readonly Mark[], reading: Reading): Step {
  const nextStop = nextOf(text, /。/);
  const nextClause = nextOf(text, /[，。；：！？]/);
  let steps: (Step | undefined)[] = [{ cost: 0, move: 'lone', before: undefined, open: undefined }];
  for (const mark of marks) {
    const [stop, clause] = [nextStop(mark.at), nextClause(mark.at)];
    const next: (Step | undefined)[] = [];
    const reach = (depth: number, cost: number, move: Move, before: Step, open: Step['open']) => {
      const known = next[depth];
      if (!known || known.cost > cost) next[depth] = { cost, move, before, open };
    };
    for (let depth = 0; depth <= DEEPEST; depth++) {
      const step = steps[depth];
      if (!step) continue;
      const { cost, open } = step;
      reach(depth, cost + MISSING_PARTNER, 'lone', step, open);
      if (mark.lone) continue;
      if (depth < DEEPEST) {
        const awkward = AWKWARD_START.test(text.slice(mark.at + 1, mark.at + 3)) ? AWKWARD : 0;
        const more = cost + turnCost(mark, 'open') + awkward + (depth > 0 ? reading.nesting : 0);
        reach(depth + 1, more, 'open', step, { mark, stop, clause, rest: open });
      }
      if (open) reach(depth - 1, cost + closingCost(text, open, mark, reading), 'close', step, open.rest);
    }
    steps = next;
  }
  return steps[0]!;
}

const TURNED_ROUND = { open: 'close', close: 'open', either: 'either' } as const;

/**
 * Pairs the marks of one kind in a paragraph by the least costly reading, so that a turned mark and a missing one are told
 * apart by what follows. Linear in the number of marks.
 * @param nesting cost of a pair inside another one of its kind
 */
export function pairMarks(text: string, marks: readonly Mark[], nesting: number): PairedMark[] {
  const asWritten = read(text, marks, { nesting, allTurned: false });
  const turned = marks.map((mark) => ({ ...mark, written: TURNED_ROUND[mark.written] }));
  const allTurned = asWritten.cost > ALL_TURNED ? read(text, turned, { nesting, allTurned: true }) : undefined;
  return allTurned && allTurned.cost + ALL_TURNED < asWritten.cost
    ? readBack(marks, turned, allTurned)
    : readBack(marks, marks, asWritten);
}

/** Walks the cheapest reading from its end to its start, then joins the halves. `read` are the marks as they were read. */
function readBack(marks: readonly Mark[], read: readonly Mark[], last: Step): PairedMark[] {
  const moves: Move[] = [];
  for (let step: Step | undefined = last; step?.before; step = step.before) moves.push(step.move);
  moves.reverse();
  const open: number[] = [];
  const paired: PairedMark[] = [];
  marks.forEach((mark, index) => {
    const move = moves[index]!;
    const meant = move === 'lone' ? (read[index]!.written === 'close' ? 'close' : 'open') : move;
    const partner = move === 'close' ? open.pop() : undefined;
    paired.push({ ...mark, meant, partner, depth: open.length });
    if (partner !== undefined) paired[partner] = { ...paired[partner]!, partner: index };
    if (move === 'open') open.push(index);
  });
  return paired;
}

/** Whether a pair stands straight within another of its kind: ““…””. That is one pair, its marks typed twice. */
export function isDoubled(marks: readonly PairedMark[], open: number): boolean {
  const inner = marks[open]!;
  const outer = marks[open - 1];
  if (inner.partner === undefined || outer?.partner === undefined || outer.at !== inner.at - 1) return false;
  return outer.partner === inner.partner + 1 && marks[outer.partner]!.at === marks[inner.partner]!.at + 1;
}

/** Pairs of one kind as ranges with their marks, outer before inner. */
export function pairRanges(paired: readonly PairedMark[]): Range[] {
  return paired.flatMap((mark) =>
    mark.meant === 'open' && mark.partner !== undefined ? [[mark.at, paired[mark.partner]!.at + 1] as const] : [],
  );
}
