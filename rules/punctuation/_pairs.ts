import type { Range } from '../../lib/document/types.ts';

/** A mark of a pair as it is written: opening, closing, or a straight quotation mark that may be either. */
export interface Mark {
  readonly at: number;
  readonly written: 'open' | 'close' | 'either';
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
const MISSING_PARTNER = 1.2;
const STRAIGHT = 0.2;
/** A pair that holds a full stop, with more than this many UTF-16 units inside, is seldom a pair. */
const USUAL_SPAN = 40;
const LONG_SPAN = 0.3;

type Move = 'open' | 'close' | 'lone';

interface Step {
  readonly cost: number;
  readonly move: Move;
  readonly before: Step | undefined;
  /** Places of the pairs still open, innermost first, each with the full stop that follows it. */
  readonly open: { at: number; stop: number; rest: Step['open'] } | undefined;
}

const turnCost = ({ written }: Mark, as: 'open' | 'close') =>
  written === as ? 0 : written === 'either' ? STRAIGHT : TURNED;

/** Place of the next full stop, or infinity. */
function fullStopBehind(text: string, at: number): number {
  const stop = text.indexOf('。', at);
  return stop === -1 ? Number.POSITIVE_INFINITY : stop;
}

/**
 * Pairs the marks of one kind in a paragraph by the least costly reading (Viterbi over the depth of nesting), so that a turned
 * mark and a missing one are told apart by what follows. Linear in the number of marks.
 * @param nesting cost of a pair inside another one of its kind
 */
export function pairMarks(text: string, marks: readonly Mark[], nesting: number): PairedMark[] {
  let steps: (Step | undefined)[] = [{ cost: 0, move: 'lone', before: undefined, open: undefined }];
  let stop = -1;
  for (const mark of marks) {
    if (stop < mark.at) stop = fullStopBehind(text, mark.at);
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
      if (depth < DEEPEST) {
        const more = cost + turnCost(mark, 'open') + (depth > 0 ? nesting : 0);
        reach(depth + 1, more, 'open', step, { at: mark.at, stop, rest: open });
      }
      if (open) {
        const isLong = mark.at - open.at > USUAL_SPAN && open.stop < mark.at - 2;
        reach(depth - 1, cost + turnCost(mark, 'close') + (isLong ? LONG_SPAN : 0), 'close', step, open.rest);
      }
    }
    steps = next;
  }
  return readBack(marks, steps[0]);
}

/** Walks the cheapest reading from its end to its start, then joins the halves. */
function readBack(marks: readonly Mark[], last: Step | undefined): PairedMark[] {
  const moves: Move[] = [];
  for (let step = last; step?.before; step = step.before) moves.push(step.move);
  moves.reverse();
  const open: number[] = [];
  const paired: PairedMark[] = [];
  marks.forEach((mark, index) => {
    const move = moves[index] ?? 'lone';
    const meant = move === 'lone' ? (mark.written === 'close' ? 'close' : 'open') : move;
    const partner = move === 'close' ? open.pop() : undefined;
    paired.push({ ...mark, meant, partner, depth: open.length });
    if (partner !== undefined) paired[partner] = { ...paired[partner]!, partner: index };
    if (move === 'open') open.push(index);
  });
  return paired;
}

/** Pairs of one kind as ranges with their marks, outer before inner. */
export function pairRanges(paired: readonly PairedMark[]): Range[] {
  return paired.flatMap((mark) =>
    mark.meant === 'open' && mark.partner !== undefined ? [[mark.at, paired[mark.partner]!.at + 1] as const] : [],
  );
}
