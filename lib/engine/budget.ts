/**
 * How long rules may take. A rule runs to its end or not at all, so none can be stopped in the middle: one that takes far too long
 * is left out from then on, and the writer is told. A regular expression that never returns is beyond this; none may be
 * written, which tests/unit/patterns.test.ts sees to.
 */

/** Milliseconds that a rule may take whatever the text: a busy machine may leave it waiting for as long. */
const ALWAYS = 400;
/** Milliseconds for each UTF-16 code unit: some fifty times what the slowest rule needs. */
const PER_CODE_UNIT = 0.02;
/** So many times over its share, in one call or in several, a rule is stopped. */
const TIMES_OVER = 3;

/** Milliseconds that a rule may take for a paragraph or document of that length. */
export const shareOf = (length: number): number => ALWAYS + PER_CODE_UNIT * length;

/** Watches the rules on one text over its life. */
export class RuleWatch {
  readonly #over = new Map<string, number>();
  readonly #stopped = new Set<string>();

  /** Ids of the rules that are not to run on this text any more. */
  get stopped(): ReadonlySet<string> {
    return this.#stopped;
  }

  /**
   * Takes note of how long a rule took.
   * @param length of what it checked, in UTF-16 code units
   * @returns whether that was once too often
   */
  took(ruleId: string, milliseconds: number, length: number): boolean {
    const times = Math.floor(milliseconds / shareOf(length));
    if (times === 0) return false;
    const over = (this.#over.get(ruleId) ?? 0) + times;
    this.#over.set(ruleId, over);
    if (over < TIMES_OVER) return false;
    this.#stopped.add(ruleId);
    return true;
  }
}
