/** The check of one file: of its document, and of what stands beside it, as two texts of the background's. */

import type { Range } from '../document/types.ts';
import { checkedTexts } from '../docx/checked-texts.ts';
import type { WordParagraph } from '../docx/types.ts';
import { placedBy } from '../engine/issue.ts';
import type { KeyedIssue } from '../engine/types.ts';
import type { TextSync } from '../protocol/text-sync.ts';
import type { Findings, ProofPort } from './proof-port.ts';

/** Milliseconds without an edit before the text is sent: half a word is not worth checking. */
const TYPING_PAUSE = 250;
/** Milliseconds after which a text that never rests is sent all the same. */
const LONGEST_WAIT = 3000;

type Paragraphs = readonly Pick<WordParagraph, 'isBody'>[];

interface Part {
  readonly sync: TextSync;
  done: number;
  isFound: boolean;
}

export class FileProof {
  readonly #port: ProofPort;
  readonly #paragraphs: Paragraphs | undefined;
  readonly #changed: () => void;
  readonly #parts: readonly Part[];
  /** Where a range of each part stands in the file. */
  #places: readonly ((range: Range) => Range)[] = [];
  #issues: readonly KeyedIssue[] = [];
  #findings: Findings = {};
  #timer: ReturnType<typeof setTimeout> | undefined;
  #firstUnsent: number | undefined;
  #isStopped = false;

  /**
   * Begins to check.
   *
   * @param paragraphs of a Word file; a plain text is a document as a whole
   * @param changed something of what is known has changed: issues, findings or progress
   */
  constructor(port: ProofPort, text: string, paragraphs: Paragraphs | undefined, changed: () => void) {
    this.#port = port;
    this.#paragraphs = paragraphs;
    this.#changed = changed;
    this.#parts = this.#textsOf(text).map(({ scope, text: ofPart }): Part => {
      const part: Part = {
        done: 0,
        isFound: false,
        sync: port.open(ofPart, scope, {
          progressed: (done) => {
            part.done = done;
            this.#changed();
          },
          found: (findings) => {
            part.done = 1;
            part.isFound = true;
            if (scope === 'document') this.#findings = findings;
            this.#gather();
            this.#changed();
          },
        }),
      };
      return part;
    });
    for (const { sync } of this.#parts) sync.push();
  }

  /** Issues by place; ranges are offsets into the text last given. */
  get issues(): readonly KeyedIssue[] {
    return this.#issues;
  }

  /** Whether the whole text has been checked at least once. */
  get hasFindings(): boolean {
    return this.#parts.every(({ isFound }) => isFound);
  }

  /** Whether edits have made the text longer than what is checked. */
  get isTooLong(): boolean {
    return this.#parts.some(({ sync }) => sync.isTooLong);
  }

  get findings(): Findings {
    return this.#findings;
  }

  /** How much of the text has been checked, from 0 to 1; 1 also when the check was stopped. */
  get progress(): number {
    if (this.#isStopped) return 1;
    const whole = this.#parts.reduce((sum, { sync }) => sum + sync.text.length, 0);
    if (!this.#parts.some(({ sync }) => sync.isWaiting) || whole === 0) return 1;
    return this.#parts.reduce((sum, { sync, done }) => sum + sync.text.length * (sync.isWaiting ? done : 1), 0) / whole;
  }

  /** Whether the person has stopped the check; the next edit does not begin it again, `resume` does. */
  get isStopped(): boolean {
    return this.#isStopped;
  }

  #textsOf(text: string) {
    if (!this.#paragraphs) {
      this.#places = [(range) => range];
      return [{ scope: 'document' as const, text }];
    }
    const texts = checkedTexts(text, this.#paragraphs);
    this.#places = texts.map(({ toFile }) => toFile);
    return texts;
  }

  /** The text is this now: issues move along, and it is checked when it rests. */
  update(text: string): void {
    for (const [index, { text: ofPart }] of this.#textsOf(text).entries()) this.#parts[index]!.sync.update(ofPart);
    this.#gather();
    if (!this.#isStopped) this.#pushSoon();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#isStopped = true;
    for (const { sync } of this.#parts) sync.close();
    this.#gather();
    this.#changed();
  }

  resume(): void {
    this.#isStopped = false;
    for (const part of this.#parts) {
      part.done = 0;
      part.sync.push();
    }
    this.#changed();
  }

  close(): void {
    clearTimeout(this.#timer);
    for (const { sync } of this.#parts) this.#port.close(sync);
  }

  #pushSoon(): void {
    clearTimeout(this.#timer);
    const now = performance.now();
    this.#firstUnsent ??= now;
    const wait = Math.min(TYPING_PAUSE, Math.max(0, this.#firstUnsent + LONGEST_WAIT - now));
    this.#timer = setTimeout(() => {
      this.#firstUnsent = undefined;
      for (const part of this.#parts) {
        part.done = 0;
        part.sync.push();
      }
      // What was taken back before it was sent brings its issues back without an answer.
      this.#gather();
      this.#changed();
    }, wait);
  }

  #gather(): void {
    const issues = this.#parts.flatMap(({ sync }, index) =>
      sync.issues.map((issue) => placedBy(issue, this.#places[index]!)),
    );
    this.#issues = issues.sort((a, b) => a.range[0] - b.range[0] || a.range[1] - b.range[1]);
  }
}
