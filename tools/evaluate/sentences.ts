/**
 * Scores a checker on sentences whose right form is known. A sentence is corrected when, after all its edits, it equals
 * the right form exactly; detected when the edits change the right places and no others. Only issues of category typo
 * and of error or warning severity count, by their fix or else their first suggestion.
 */
import type { Checker } from '../../lib/engine/checker.ts';
import { applyFixes } from '../../lib/engine/fix.ts';
import type { Fix, Issue, Severity } from '../../lib/engine/types.ts';
import { areEqual, changedPlaces, editDistance } from './differences.ts';

/** `wrong` and `right` are equal where the sentence is free of errors. */
export interface SentencePair {
  readonly wrong: string;
  readonly right: string;
}

export interface Share {
  hits: number;
  of: number;
}

export interface Measure {
  readonly precision: Share;
  readonly recall: Share;
}

export type ErrorKind = (typeof ERROR_KINDS)[number];
export const ERROR_KINDS = ['same-sound', 'near-sound', 'shape', 'other', 'length'] as const;

export interface KindTally {
  errors: number;
  corrected: number;
  /** Changed, but to something else. */
  detected: number;
}

export interface Scores {
  sentences: number;
  readonly detection: Measure;
  readonly correction: Measure;
  readonly characterDetection: Measure;
  readonly characterCorrection: Measure;
  /** Error-free sentences that were changed, of all error-free ones. */
  readonly falsePositives: Share;
  /** Issues in error-free sentences, for each of their Chinese characters. */
  readonly alarms: Share;
  readonly bySeverity: Record<Severity, Share>;
  readonly byKind: Record<ErrorKind, KindTally>;
}

/** The kind of a mistaken character. */
export type DescribeError = (wrong: number, right: number) => Exclude<ErrorKind, 'length'>;

const share = (): Share => ({ hits: 0, of: 0 });
const measure = (): Measure => ({ precision: share(), recall: share() });
const kindTally = (): KindTally => ({ errors: 0, corrected: 0, detected: 0 });

export function scoreSentences(
  pairs: readonly SentencePair[],
  checkerOf: (pair: SentencePair) => Pick<Checker, 'check'>,
  describe: DescribeError,
): Scores {
  const scores: Scores = {
    sentences: pairs.length,
    detection: measure(),
    correction: measure(),
    characterDetection: measure(),
    characterCorrection: measure(),
    falsePositives: share(),
    alarms: share(),
    bySeverity: { error: share(), warning: share(), hint: share() },
    byKind: {
      'same-sound': kindTally(),
      'near-sound': kindTally(),
      shape: kindTally(),
      other: kindTally(),
      length: kindTally(),
    },
  };
  for (const pair of pairs) scoreSentence(pair, checkerOf(pair), describe, scores);
  return scores;
}

function scoreSentence(
  { wrong, right }: SentencePair,
  checker: Pick<Checker, 'check'>,
  describe: DescribeError,
  scores: Scores,
): void {
  const typos = checker.check(wrong).filter((issue) => issue.category === 'typo');
  const counted = typos.filter(({ severity }) => severity !== 'hint');
  const predicted = applyFixes(wrong, withoutOverlaps(counted.flatMap((issue) => editOf(issue) ?? [])));
  const changed = changedPlaces(wrong, predicted);
  const gold = changedPlaces(wrong, right);
  const isFree = wrong === right;
  const isChanged = predicted !== wrong;

  count(scores.detection, !isFree && areEqual(changed, gold), isChanged, !isFree);
  count(scores.correction, !isFree && predicted === right, isChanged, !isFree);
  if (isFree) {
    scores.falsePositives.of++;
    if (isChanged) scores.falsePositives.hits++;
    scores.alarms.hits += counted.length;
    scores.alarms.of += chineseCharacters(wrong);
  }
  countCharacters(wrong, right, predicted, changed, gold, scores);
  for (const issue of typos) {
    scores.bySeverity[issue.severity].of++;
    if (isRight(issue, wrong, right)) scores.bySeverity[issue.severity].hits++;
  }
  countKinds(wrong, right, predicted, changed, gold, describe, scores);
}

function count({ precision, recall }: Measure, isHit: boolean, isPredicted: boolean, isExpected: boolean): void {
  if (isPredicted) precision.of++;
  if (isExpected) recall.of++;
  if (!isHit) return;
  precision.hits++;
  recall.hits++;
}

function countCharacters(
  wrong: string,
  right: string,
  predicted: string,
  changed: ReadonlySet<number>,
  gold: ReadonlySet<number>,
  scores: Scores,
): void {
  const inPlace = wrong.length === right.length && wrong.length === predicted.length;
  for (const place of new Set([...changed, ...gold])) {
    const isBoth = changed.has(place) && gold.has(place);
    const isCorrected = isBoth && (inPlace ? predicted[place] === right[place] : predicted === right);
    count(scores.characterDetection, isBoth, changed.has(place), gold.has(place));
    count(scores.characterCorrection, isCorrected, changed.has(place), gold.has(place));
  }
}

function countKinds(
  wrong: string,
  right: string,
  predicted: string,
  changed: ReadonlySet<number>,
  gold: ReadonlySet<number>,
  describe: DescribeError,
  scores: Scores,
): void {
  const isLength = wrong.length !== right.length;
  for (const place of isLength ? [Math.min(...gold)] : gold) {
    const kind = isLength ? 'length' : describe(wrong.charCodeAt(place), right.charCodeAt(place));
    const tally = scores.byKind[kind];
    tally.errors++;
    if (isLength ? predicted === right : predicted.length === right.length && predicted[place] === right[place]) {
      tally.corrected++;
    } else if (changed.has(place)) tally.detected++;
  }
}

export const editOf = (issue: Issue): Fix | undefined => issue.fix ?? issue.suggestions?.[0]?.fix;

/** Issues of several rules may meet; the first keeps its edit. */
function withoutOverlaps(edits: readonly Fix[]): Fix[] {
  let end = -1;
  return [...edits]
    .sort((a, b) => a.range[0] - b.range[0])
    .filter(({ range }) => {
      if (range[0] < end) return false;
      end = range[1];
      return true;
    });
}

/** Whether the issue's edit alone takes away as many errors as it changes characters. */
function isRight(issue: Issue, wrong: string, right: string): boolean {
  const edit = editOf(issue);
  if (!edit || wrong === right) return false;
  const own = editDistance(wrong.slice(...edit.range), edit.text);
  return editDistance(applyFixes(wrong, [edit]), right) === editDistance(wrong, right) - own;
}

/** Han characters of the basic plane and its first extension. */
export const chineseCharacters = (text: string): number => text.match(/[\u3400-\u9FFF]/g)?.length ?? 0;
