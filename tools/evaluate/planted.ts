/** Recall: plants mistakes one at a time in clean documents and counts those that the checker finds. */
import type { Range } from '../../lib/document/types.ts';
import type { Checker, CheckSession } from '../../lib/engine/checker.ts';
import { applyFixes } from '../../lib/engine/fix.ts';
import { CATEGORIES, type Category, type KeyedIssue } from '../../lib/engine/types.ts';
import { randomSource } from '../train/boosting.ts';
import type { Kind } from './planting/index.ts';
import { type CleanText, type Mistake, type Planted, plant } from './planting/mistake.ts';
import type { Share } from './sentences.ts';

export interface PlantingOptions {
  /** Mistakes of each kind, spread over the documents. */
  readonly places: number;
  /** The same seed plants the same mistakes, whatever other kinds there are. */
  readonly seed: number;
}

/** One mistake of a kind, in one of the documents. */
export interface Trial {
  readonly kind: Kind;
  readonly clean: CleanText;
  readonly planted: Planted;
}

export interface Recall {
  /** By any message. */
  readonly any: Share;
  /** By an error or a warning. */
  readonly loud: Share;
  /** The fix, or the first suggestion where there is none, gives the text as it was. */
  readonly fixed: Share;
}

export interface KindRecall extends Recall {
  readonly kind: Kind;
}

export interface PlantedScores {
  readonly documents: number;
  readonly characters: number;
  readonly kinds: readonly KindRecall[];
  readonly families: readonly (Recall & { readonly family: Category; readonly kinds: number })[];
  readonly total: Recall;
}

/** A document that gives the same mistake so often in a row has no other of the kind. */
const MOST_REPEATS = 4;
/** A mark may be so much wider than the mistake, in UTF-16 units: this many times, and this much more. */
const WIDTH_FACTOR = 4;
const WIDTH_MARGIN = 12;

/** FNV-1a: a seed of its own for each kind. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

/** Different mistakes of one kind, taken from the documents in turn. */
export function plantKind(kind: Kind, documents: readonly CleanText[], { places, seed }: PlantingOptions): Trial[] {
  const random = randomSource(hashOf(kind.id) + seed);
  const trials: Trial[] = [];
  let turn = shuffled(documents, random);
  const known = new Map<CleanText, Set<string>>(documents.map((clean) => [clean, new Set()]));
  while (turn.length > 0 && trials.length < places) {
    turn = turn.filter((clean) => {
      if (trials.length >= places) return false;
      const mistake = newMistake(kind, clean, known.get(clean)!, random);
      if (mistake) trials.push({ kind, clean, planted: plant(clean, mistake) });
      return mistake !== undefined;
    });
  }
  return trials;
}

function newMistake(kind: Kind, clean: CleanText, known: Set<string>, random: () => number): Mistake | undefined {
  for (let tries = 0; tries < MOST_REPEATS; tries++) {
    const mistake = kind.planter(clean, random);
    if (!mistake) return undefined;
    const key = `${mistake.range} ${mistake.text}`;
    if (!known.has(key)) {
      known.add(key);
      return mistake;
    }
  }
  return undefined;
}

/** Ranges that overlap; one without width, as where something is missing, may touch. */
const meet = ([a, b]: Range, [c, d]: Range) => (a === b || c === d ? a <= d && c <= b : a < d && c < b);

const isAt = (issue: KeyedIssue, places: readonly Range[]): boolean =>
  places.some(
    (place) =>
      meet(issue.range, place) &&
      issue.range[1] - issue.range[0] <= WIDTH_FACTOR * (place[1] - place[0]) + WIDTH_MARGIN,
  );

/** Issues that the mistake has brought about, where it is. */
function issuesOf({ planted }: Trial, before: readonly KeyedIssue[], after: readonly KeyedIssue[]): KeyedIssue[] {
  const old = new Set(
    before.map(({ ruleId, range }) => `${ruleId} ${planted.shift(range[0])} ${planted.shift(range[1])}`),
  );
  return after.filter(
    (issue) => !old.has(`${issue.ruleId} ${issue.range[0]} ${issue.range[1]}`) && isAt(issue, planted.places),
  );
}

function isFixed({ planted }: Trial, { fix, suggestions }: KeyedIssue): boolean {
  const offered = fix ?? suggestions?.[0]?.fix;
  return offered !== undefined && planted.corrections.includes(applyFixes(planted.text, [offered]));
}

export interface Outcome {
  readonly any: boolean;
  readonly loud: boolean;
  readonly fixed: boolean;
}

function outcomeOf(trial: Trial, session: CheckSession, before: readonly KeyedIssue[]): Outcome {
  const issues = issuesOf(trial, before, session.check(trial.planted.text));
  return {
    any: issues.length > 0,
    loud: issues.some(({ severity }) => severity !== 'hint'),
    fixed: issues.some((issue) => isFixed(trial, issue)),
  };
}

const share = (outcomes: readonly Outcome[], field: keyof Outcome): Share => ({
  hits: outcomes.filter((outcome) => outcome[field]).length,
  of: outcomes.length,
});
const recallOf = (outcomes: readonly Outcome[]): Recall => ({
  any: share(outcomes, 'any'),
  loud: share(outcomes, 'loud'),
  fixed: share(outcomes, 'fixed'),
});

const EXCERPT = 14;

/** One line of a list: kind, outcome, and the place as “before[right→wrong]behind”. */
export function trialLine({ kind, clean, planted }: Trial, { any, loud, fixed }: Outcome): string {
  const [start, end] = planted.places[0]!;
  const meant = clean.text.slice(start, end - (planted.text.length - clean.text.length));
  const before = planted.text.slice(Math.max(0, start - EXCERPT), start);
  const behind = planted.text.slice(end, end + EXCERPT);
  const found = loud ? 'loud' : any ? 'hint' : 'missed';
  const excerpt = `${before}[${meant}→${planted.text.slice(start, end)}]${behind}`.replaceAll('\n', '⏎');
  return `${kind.id}\t${found}\t${fixed ? 'fixed' : '–'}\t${excerpt}\n`;
}

/** Plants mistakes of each kind and has them looked for. Kinds for which no document has a place are left out. */
export function scorePlanted(
  kinds: readonly Kind[],
  documents: readonly CleanText[],
  checker: Checker,
  options: PlantingOptions,
  onOutcome: (trial: Trial, outcome: Outcome) => void = () => {},
): PlantedScores {
  const trials = kinds.flatMap((kind) => plantKind(kind, documents, options));
  const outcomes = new Map<Trial, Outcome>();
  // Document by document: what a mistake leaves alone is then checked once.
  for (const clean of documents) {
    const session = checker.open();
    const before = session.check(clean.text);
    for (const trial of trials) {
      if (trial.clean !== clean) continue;
      const outcome = outcomeOf(trial, session, before);
      outcomes.set(trial, outcome);
      onOutcome(trial, outcome);
    }
  }
  const ofKinds = (isMeant: (kind: Kind) => boolean) =>
    trials.filter(({ kind }) => isMeant(kind)).map((trial) => outcomes.get(trial)!);
  const planted = kinds.filter((kind) => trials.some((trial) => trial.kind === kind));
  return {
    documents: documents.length,
    characters: documents.reduce((sum, { text }) => sum + (text.match(/[\u4E00-\u9FFF]/g)?.length ?? 0), 0),
    kinds: planted.map((kind) => ({ kind, ...recallOf(ofKinds((other) => other === kind)) })),
    families: CATEGORIES.map((family) => ({
      family,
      kinds: planted.filter((kind) => kind.family === family).length,
      ...recallOf(ofKinds((kind) => kind.family === family)),
    })),
    total: recallOf([...outcomes.values()]),
  };
}
