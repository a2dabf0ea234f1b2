import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applySplice, spliceBetween } from '../../../lib/document/splice.ts';
import type { KeyedIssue } from '../../../lib/engine/types.ts';
import { keptIssues, withKeptIssues } from '../../../lib/protocol/issue-changes.ts';
import { MAX_TEXT_LENGTH } from '../../../lib/protocol/limits.ts';
import type { FrameCommand, FrameMessage } from '../../../lib/protocol/messages.ts';
import { TextSync } from '../../../lib/protocol/text-sync.ts';
import { FakeBrowser, findIn } from '../../support/fake-browser.ts';

const shownOf = (text: string, hints: boolean) => findIn(text).filter(({ severity }) => hints || severity !== 'hint');

/** A page with one text, a background, and a port between them whose messages arrive when the test says so. */
class Line {
  readonly background = new FakeBrowser();
  readonly page: TextSync;
  toBackground: FrameMessage[] = [];
  toPage: FrameCommand[] = [];
  #connection!: { receive(message: unknown): void; disconnect(): void };
  #isEnabled = false;

  constructor(text: string) {
    this.background.start();
    this.page = new TextSync(1, text, (message) => this.#isEnabled && this.toBackground.push(message));
    this.connect();
  }

  connect(): void {
    this.toBackground = [];
    this.toPage = [];
    this.#isEnabled = false;
    this.page.disconnect();
    const { receive, disconnect } = this.background.sessions.connectFrame(
      { tab: 1, frame: 0, host: 'oa.example' },
      (command) => {
        if (command.type !== 'seal') this.toPage.push(command);
      },
    );
    this.#connection = { receive, disconnect };
    this.#connection.receive({ type: 'hello' });
  }

  deliverToBackground(): void {
    const message = this.toBackground.shift();
    if (message) this.#connection.receive(message);
  }

  deliverToPage(command = this.toPage.shift()): void {
    if (command?.type === 'enabled') {
      this.#isEnabled = true;
      this.page.open();
    } else if (command?.type === 'resend') this.page.open();
    else if (command?.type === 'issues') this.page.receive(command);
  }

  /** Everything that is on its way arrives, and is answered. */
  drain(): void {
    while (this.toBackground.length + this.toPage.length + this.background.tasks.length > 0) {
      while (this.toBackground.length > 0) this.deliverToBackground();
      this.background.settle();
      while (this.toPage.length > 0) this.deliverToPage();
    }
  }

  write(place: number, deleted: number, inserted: string): void {
    const { text } = this.page;
    const start = place % (text.length + 1);
    this.page.update(applySplice(text, { start, deleted: deleted % (text.length - start + 1), inserted }));
  }
}

const words = fc.string({ unit: fc.constantFrom('甲', '错', '疑', '宜', '同', '\n', '😀', '\ud83d'), maxLength: 6 });
const event = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constant('write' as const), fc.nat(40), fc.nat(5), words) },
  // Written, sent and checked: answers heap up on their way to the page.
  { weight: 12, arbitrary: fc.tuple(fc.constant('edit' as const), fc.nat(40), fc.nat(2), words) },
  { weight: 4, arbitrary: fc.constant(['push'] as const) },
  { weight: 6, arbitrary: fc.constant(['to background'] as const) },
  { weight: 4, arbitrary: fc.constant(['check'] as const) },
  { weight: 6, arbitrary: fc.constant(['to page'] as const) },
  { weight: 2, arbitrary: fc.constant(['double an answer'] as const) },
  { weight: 6, arbitrary: fc.constant(['reorder answers'] as const) },
  { weight: 1, arbitrary: fc.constant(['lose the port'] as const) },
  { weight: 1, arbitrary: fc.constant(['stop the background'] as const) },
  { weight: 1, arbitrary: fc.constant(['other settings'] as const) },
  { weight: 1, arbitrary: fc.constant(['other rules'] as const) },
);

describe('both ends', () => {
  it('hold the writer’s text and its issues in the end, whatever happens to the messages', () => {
    fc.assert(
      fc.property(words, fc.array(event, { maxLength: 60 }), (text, events) => {
        const line = new Line(text);
        for (const [what, ...how] of events) {
          if (what === 'write') line.write(...(how as [number, number, string]));
          else if (what === 'edit') {
            line.write(...(how as [number, number, string]));
            line.page.push();
            while (line.toBackground.length > 0) line.deliverToBackground();
            line.background.settle();
          } else if (what === 'push') line.page.push();
          else if (what === 'to background') line.deliverToBackground();
          else if (what === 'check') line.background.settle();
          else if (what === 'to page') line.deliverToPage();
          else if (what === 'double an answer') {
            const answer = line.toPage.find(({ type }) => type === 'issues');
            if (answer) line.toPage.push(answer);
          } else if (what === 'reorder answers') line.toPage.reverse();
          else if (what === 'lose the port') line.connect();
          else if (what === 'stop the background') {
            line.background.start();
            line.connect();
          } else if (what === 'other settings') {
            line.background.set({ hintsOnPage: !line.background.settings.hintsOnPage });
          } else line.background.sessions.recheck();
          // Whatever is painted is painted on its own words.
          for (const { range, message } of line.page.issues) {
            expect(line.page.text.slice(...range)).toBe(message);
          }
        }
        line.drain();
        line.page.push();
        line.drain();
        expect(line.page.isWaiting).toBe(false);
        expect(line.background.checked.at(-1)).toBe(line.page.text);
        expect(line.page.issues).toEqual(shownOf(line.page.text, line.background.settings.hintsOnPage));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('the page’s end', () => {
  function opened(text: string) {
    const line = new Line(text);
    line.drain();
    return line;
  }

  it('sends the whole text once, and then edits', () => {
    const line = opened('甲错');
    line.write(2, 0, '乙');
    line.page.push();
    expect(line.toBackground).toEqual([{ type: 'edit', field: 1, version: 2, start: 2, deleted: 0, inserted: '乙' }]);
    line.drain();
    expect(line.page.push()).toBe(false);
  });

  it('moves issues with an edit, and drops the ones that it touches', () => {
    const { page } = opened('错甲错');
    page.update('乙错甲错');
    page.update('乙错甲甲');
    expect(page.issues).toMatchObject([{ range: [1, 2], fix: { range: [1, 2] } }]);
  });

  it('has its issues back when an edit is taken back before it was sent', () => {
    const { page } = opened('甲错');
    page.update('甲');
    expect(page.issues).toEqual([]);
    page.update('甲错');
    expect(page.push()).toBe(false);
    expect(page.issues).toHaveLength(1);
  });

  it('waits from what it sends to the answer', () => {
    const line = new Line('错');
    expect(line.page.isWaiting).toBe(false);
    line.deliverToPage();
    expect(line.page.isWaiting).toBe(true);
    line.drain();
    expect(line.page.isWaiting).toBe(false);
    line.write(0, 0, '甲');
    line.page.push();
    expect(line.page.isWaiting).toBe(true);
  });

  it('brings fixes forward to the present text, but for those near an edit', () => {
    const line = opened(`错${'甲'.repeat(20)}错`);
    const fixes = line.page.issues.map(({ fix }) => fix!);
    line.write(3, 0, '乙');
    expect(line.page.bringForward(1, fixes)).toEqual([{ range: [22, 23], text: '对' }]);
    expect(line.page.bringForward(7, fixes)).toEqual([]);
  });
});

describe('an answer', () => {
  it('that rests on one which has not come has the text opened anew', () => {
    const line = new Line('错');
    line.drain();
    const edit = () => {
      line.write(0, 0, '疑');
      line.page.push();
      line.deliverToBackground();
      line.background.settle();
    };
    edit();
    edit();
    const [missing, ...later] = line.toPage;
    line.toPage = later;
    line.deliverToPage();
    expect(line.toBackground).toMatchObject([{ type: 'open', text: '疑疑错' }]);
    line.drain();
    line.deliverToPage(missing);
    expect(line.page.issues).toEqual(findIn('疑疑错'));
    expect(line.toBackground).toEqual([]);
  });

  it('says only what differs from the one before', () => {
    const line = new Line('错甲，错乙，错丙');
    line.drain();
    line.write(5, 0, '丁疑');
    line.page.push();
    line.deliverToBackground();
    line.background.settle();
    expect(line.toPage).toMatchObject([
      { number: 2, kept: { front: 2, back: 1, shift: 2 }, issues: [{ range: [6, 7] }] },
    ]);
    line.drain();
    expect(line.page.issues.map(({ range }) => range[0])).toEqual([0, 3, 6, 8]);
  });

  it('is put together again from what is kept', () => {
    /** Two issues of a repetition point at each other. */
    const related = (issues: readonly KeyedIssue[]) =>
      issues.map((issue, index): KeyedIssue => {
        const other = issues[issues.length - 1 - index]!;
        return { ...issue, related: [{ range: other.range, message: '另一处' }] };
      });
    fc.assert(
      fc.property(words, words, (before, after) => {
        const [old, present] = [related(findIn(before)), related(findIn(after))];
        const kept = keptIssues(old, present, after.length - before.length);
        const between = present.slice(kept.front, present.length - kept.back);
        expect(withKeptIssues(old, kept, between)).toEqual(present);
        if (!spliceBetween(before, after)) expect(between).toEqual([]);
      }),
    );
  });
});

describe('a text that is too long', () => {
  const long = '长'.repeat(MAX_TEXT_LENGTH);

  /** Writes, and sends what there is to send. */
  function rest(line: Line, text: string): FrameMessage[] {
    line.page.update(text);
    line.page.push();
    const sent = [...line.toBackground];
    line.drain();
    return sent;
  }

  it('is told once, has no issues, and is told and checked as a whole once it is short enough', () => {
    const line = new Line('错');
    line.drain();
    expect(line.page.issues).toHaveLength(1);

    expect(rest(line, `错${long}`)).toEqual([{ type: 'too-long', field: 1 }]);
    expect(line.page.issues).toEqual([]);
    expect(line.page.isWaiting).toBe(false);
    expect(rest(line, `错了${long}`)).toEqual([]);
    expect(rest(line, `错了${long}。`)).toEqual([]);

    expect(rest(line, '还有错字')).toMatchObject([{ type: 'open', text: '还有错字' }]);
    expect(line.page.issues).toMatchObject([{ range: [2, 3] }]);
    expect(rest(line, '还有错疑')).toMatchObject([{ type: 'edit' }]);
    expect(line.page.issues).toHaveLength(2);
  });

  it('shows nothing of an answer that comes late', () => {
    const line = new Line('错');
    line.deliverToPage();
    line.deliverToBackground();
    line.background.settle();
    line.page.update(`错${long}`);
    line.deliverToPage();
    expect(line.page.issues).toEqual([]);
  });

  it('is told again to a background that was started anew', () => {
    const line = new Line(`${long}。`);
    line.drain();
    line.background.start();
    line.connect();
    line.deliverToPage();
    expect(line.toBackground).toEqual([{ type: 'too-long', field: 1 }]);
    line.drain();
    expect(line.background.checklist().status()).toBe('too-long');
  });
});
