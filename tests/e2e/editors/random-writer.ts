/** A writer who types, fixes, undoes and composes at random, and knows what the text must be after each step. */
import fc from 'fast-check';
import { shiftRange } from '../../../lib/document/splice.ts';
import type { Range } from '../../../lib/document/types.ts';
import type { Checker } from '../../../lib/engine/checker.ts';
import { applyFixes, certainFixes } from '../../../lib/engine/fix.ts';
import type { Fix, Issue } from '../../../lib/engine/types.ts';
import { nextFrame, paintedTexts } from '../harness/highlights.ts';
import { type Content, plainText } from './page-contract.ts';
import type { Workbench } from './workbench.ts';

/** `at` and `which` choose among the places and issues that there are by then. */
export type Step =
  | { readonly does: 'type'; readonly at: number; readonly words: string }
  | { readonly does: 'erase'; readonly at: number }
  | { readonly does: 'fix'; readonly which: number }
  /** Does not wait for the check of what it has just typed. */
  | { readonly does: 'type and fix'; readonly at: number; readonly words: string; readonly which: number }
  | { readonly does: 'fix all' }
  | { readonly does: 'undo'; readonly times: number }
  | { readonly does: 'redo' }
  | { readonly does: 'compose'; readonly at: number; readonly stages: readonly string[]; readonly commits: boolean }
  | { readonly does: 're-create' };

const words = fc.constantFrom('新', '，', '了不起', 'ab', '帮扶帮扶', '推进推进', '布署', '开展', '𠮷');
const stages = fc.constantFrom(['z', 'zhu', '帮扶'], ['落实', '落实落实'], ['布署']);
const number = fc.nat(10_000);

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: fc.record({ does: fc.constant('type' as const), at: number, words }) },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('erase' as const), at: number }) },
    { weight: 4, arbitrary: fc.record({ does: fc.constant('fix' as const), which: number }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('type and fix' as const), at: number, words, which: number }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('fix all' as const) }) },
    { weight: 3, arbitrary: fc.record({ does: fc.constant('undo' as const), times: fc.integer({ min: 1, max: 3 }) }) },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('redo' as const) }) },
    {
      weight: 2,
      arbitrary: fc.record({ does: fc.constant('compose' as const), at: number, stages, commits: fc.boolean() }),
    },
    { weight: 1, arbitrary: fc.record({ does: fc.constant('re-create' as const) }) },
  ),
  { minLength: 4, maxLength: 8 },
);

/** Milliseconds within which a fix that is not refused has been made. */
const FIX_TIME = 2_000;
/** Readings alike, a frame apart, by which an editor is taken to have come to rest. */
const RESTS = 3;

const FILLER = /[\u200b\u2060\ufeff]/g;
const insert = (text: string, at: number, inserted: string) => text.slice(0, at) + inserted + text.slice(at);
const offered = ({ fix, suggestions }: Issue): Fix | undefined => fix ?? suggestions?.[0]?.fix;

export class RandomWriter {
  readonly #bench: Workbench;
  readonly #checker: Checker;
  /** What the editor must hold. */
  #text = '';
  /** Every text that it has held: undoing and redoing, however the editor groups its steps, leads to one of them. */
  #held = new Set<string>();

  constructor(bench: Workbench, checker: Checker) {
    this.#bench = bench;
    this.#checker = checker;
  }

  /** Makes the editor, takes the steps, and in the end sees that text and paint are as they must be. */
  async write(content: Content, steps: readonly Step[]): Promise<void> {
    await this.#create(content);
    for (const step of steps) await this.#take(step);
    await this.#bench.hasText(this.#text);
    await this.#isPainted();
    await this.#bench.unmount();
  }

  async #create(content: Content): Promise<void> {
    await this.#bench.page.bringToFront();
    await this.#bench.mount(content);
    this.#text = plainText(content);
    this.#held = new Set([this.#text]);
    await this.#bench.hasText(this.#text);
  }

  async #take(step: Step): Promise<void> {
    switch (step.does) {
      case 'type':
        return this.#type(this.#placeAt(step.at), step.words);
      case 'erase':
        return this.#erase(step.at);
      case 'fix':
        return this.#fix(step.which);
      case 'type and fix':
        return this.#typeAndFix(this.#placeAt(step.at), step.words, step.which);
      case 'fix all':
        return this.#fixAll();
      case 'undo':
        for (let time = 0; time < step.times; time++) await this.#travel(this.#bench.undo);
        return;
      case 'redo':
        return this.#travel(this.#bench.redo);
      case 'compose':
        return this.#compose(this.#placeAt(step.at), step.stages, step.commits);
      case 're-create': {
        await this.#bench.unmount();
        await this.#create(this.#text.split('\n').map((text) => [{ text }]));
      }
    }
  }

  /** An offset behind a character of a line, so that the caret's place in the page is not in doubt. */
  #placeAt(at: number): number {
    const places = [...this.#text].reduce<{ offset: number; found: number[] }>(
      ({ offset, found }, character) => ({
        offset: offset + character.length,
        found: character === '\n' ? found : [...found, offset + character.length],
      }),
      { offset: 0, found: [] },
    ).found;
    return places[at % places.length]!;
  }

  async #becomes(text: string): Promise<void> {
    await this.#bench.hasText(text);
    this.#text = text;
    this.#held.add(text);
  }

  async #type(at: number, words: string): Promise<void> {
    await this.#bench.placeCaretAt(at);
    await this.#bench.type(words);
    // The browser may type even the halves of a character one by one.
    for (let typed = 1; typed < words.length; typed++) this.#held.add(insert(this.#text, at, words.slice(0, typed)));
    await this.#becomes(insert(this.#text, at, words));
  }

  async #erase(at: number): Promise<void> {
    const end = this.#placeAt(at);
    const last = [...this.#text.slice(0, end)].at(-1)!;
    const start = end - last.length;
    // The last character of a line stays: what is left of an empty line is another matter with each editor.
    if ((start === 0 || this.#text[start - 1] === '\n') && (this.#text[end] ?? '\n') === '\n') return;
    await this.#bench.placeCaretAt(end);
    await this.#bench.press('Backspace');
    await this.#becomes(this.#text.slice(0, start) + this.#text.slice(end));
  }

  /** Issues that are painted once the text has been checked. */
  #onPage = (text = this.#text): readonly Issue[] =>
    this.#checker.check(text).filter(({ severity }) => severity !== 'hint');

  /** Waits until what is painted is exactly what a check of this text finds. */
  async #isPainted(): Promise<void> {
    const issues = this.#onPage();
    const expected = issues
      .flatMap(({ range }) => this.#text.slice(...range).split('\n'))
      .filter((line) => line !== '');
    const wanted = JSON.stringify(expected.sort());
    const frame = await this.#bench.frame();
    const deadline = Date.now() + 10_000;
    for (;;) {
      const painted = (await paintedTexts(frame)).map((text) => text.replace(FILLER, ''));
      const found = JSON.stringify(painted.sort());
      if (found === wanted) return;
      if (Date.now() > deadline) throw new Error(`painted ${found}, expected ${wanted} in ${this.#text}`);
      await nextFrame(this.#bench.page);
    }
  }

  async #fix(which: number): Promise<void> {
    const issues = this.#onPage();
    const inOneLine = ({ range }: Issue) => range[1] > range[0] && !this.#text.slice(...range).includes('\n');
    // With the caret in it, an issue is the one that the card is about, unless an earlier one reaches as far.
    const isChosen = (issue: Issue) => issues.find(({ range }) => range[1] > issue.range[0]) === issue;
    const fixable = issues.filter((issue) => offered(issue) && inOneLine(issue) && isChosen(issue));
    const issue = fixable[which % fixable.length];
    if (!issue) return;
    await this.#isPainted();
    await this.#bench.placeCaretAt(issue.range[0] + 1);
    await this.#bench.fixAtCaret();
    await this.#becomes(applyFixes(this.#text, [offered(issue)!]));
  }

  async #typeAndFix(at: number, words: string, which: number): Promise<void> {
    // What is offered may have been found before, at any point of the typing, or behind it.
    const characters = [...words];
    const counts = Array.from({ length: characters.length + 1 }, (_, count) => count);
    const fixes = counts.flatMap((count) => {
      const typed = characters.slice(0, count).join('');
      const rest = { start: at + typed.length, deleted: 0, inserted: characters.slice(count).join('') };
      return this.#onPage(insert(this.#text, at, typed)).flatMap((issue) => {
        const fix = offered(issue);
        const range = fix && shiftRange(fix.range, rest);
        return range ? [{ range, text: fix.text }] : [];
      });
    });
    await this.#type(at, words);
    const fix = fixes[which % fixes.length];
    if (!fix) return;
    await this.#bench.placeCaretAt(this.#inLine(fix.range));
    const before = this.#text;
    if (!(await this.#bench.fixIfOffered(FIX_TIME))) return;
    await this.#comesToRest(new Set([before, ...fixes.map((each) => applyFixes(before, [each]))]));
  }

  #inLine([start, end]: Range): number {
    return Math.min(start + 1, Math.max(end, 1));
  }

  async #fixAll(): Promise<void> {
    const issues = this.#checker.check(this.#text);
    const fixes = certainFixes(issues);
    if (fixes.length === 0) return;
    await this.#isPainted();
    await this.#bench.placeCaretAt(this.#placeAt(0));
    await this.#bench.watch(issues.length);
    // In rich text each is an edit of its own, from the last to the first.
    for (let from = fixes.length - 1; from > 0; from--) this.#held.add(applyFixes(this.#text, fixes.slice(from)));
    if ((await this.#bench.command('fix-all')) === 0) return this.#becomes(applyFixes(this.#text, fixes));
    // What was edited so short a time ago that the list did not know of it was refused, or all of it.
    let subsets: Fix[][] = [[]];
    for (const fix of fixes) subsets = subsets.concat(subsets.map((set) => set.concat(fix)));
    await this.#comesToRest(new Set(subsets.map((set) => applyFixes(this.#text, set))));
  }

  async #travel(press: () => Promise<void>): Promise<void> {
    if (this.#bench.editor.mixesUndo) return;
    await press();
    await this.#comesToRest(this.#held);
  }

  async #compose(at: number, stages: readonly string[], commits: boolean): Promise<void> {
    const committed = stages.at(-1)!;
    if (this.#bench.browser.name === 'firefox') return this.#type(at, committed);
    await this.#bench.placeCaretAt(at);
    for (const stage of stages) {
      await this.#bench.compose(stage);
      this.#held.add(insert(this.#text, at, stage));
    }
    if (commits) {
      await this.#bench.commit(committed);
      await this.#becomes(insert(this.#text, at, committed));
    } else {
      await this.#bench.compose('');
      await this.#becomes(this.#text);
    }
  }

  /** Waits until the editor rests at one of these texts, and takes that for what it must hold from now on. */
  async #comesToRest(allowed: ReadonlySet<string>): Promise<void> {
    const deadline = Date.now() + 5_000;
    let last: string | undefined;
    for (let alike = 0; alike < RESTS || !allowed.has(last!); ) {
      const text = await this.#bench.text();
      alike = text === last ? alike + 1 : 0;
      last = text;
      if (Date.now() > deadline) {
        throw new Error(`the editor holds ${JSON.stringify(last)}, none of ${JSON.stringify([...allowed])}`);
      }
      await this.#bench.settle();
    }
    this.#text = last!;
    this.#held.add(this.#text);
  }
}
