import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FrameCommand } from '../../../lib/protocol/messages.ts';
import { FakeBrowser } from '../../support/fake-browser.ts';

let browser: FakeBrowser;
beforeEach(() => {
  browser = new FakeBrowser();
  browser.start();
});

const open = (field: number, text: string, version = 0) => ({ type: 'open', field, version, text });

describe('a field', () => {
  it('is checked when it opens and after edits, each answer with its version', () => {
    const frame = browser.frame();
    frame.receive(open(1, '有错字'));
    browser.settle();
    expect(frame.issues(1)).toMatchObject({ version: 0, issues: [{ range: [1, 2] }] });

    frame.receive({ type: 'edit', field: 1, version: 1, start: 0, deleted: 1, inserted: '还有' });
    browser.settle();
    expect(frame.issues(1)).toMatchObject({ version: 1, issues: [{ range: [2, 3] }] });
  });

  it('is checked once for edits that arrive together', () => {
    const frame = browser.frame();
    frame.receive(open(1, ''));
    for (let version = 1; version <= 5; version++) {
      frame.receive({ type: 'edit', field: 1, version, start: version - 1, deleted: 0, inserted: '字' });
    }
    browser.settle();
    expect(browser.checked).toEqual(['字字字字字']);
  });

  it('is asked for anew where an edit does not fit', () => {
    const frame = browser.frame();
    frame.receive(open(1, '一二三'));
    for (const wrong of [
      { version: 2, start: 0, deleted: 0 },
      { version: 1, start: 2, deleted: 2 },
      { version: 1, start: 4, deleted: 0 },
      { version: 1, start: -1, deleted: 0 },
    ]) {
      frame.commands.length = 0;
      frame.receive({ type: 'edit', field: 1, inserted: '四', ...wrong });
      expect(frame.commands).toEqual([{ type: 'resend', field: 1 }]);
    }
    browser.settle();
    expect(browser.checked).toEqual(['一二三']);
  });

  it('holds the same text as the page after any edits', () => {
    const unit = fc.constantFrom('甲', '错', '\n', '😀', '\ud83d');
    const edit = fc.record({ start: fc.nat(), deleted: fc.nat(), inserted: fc.string({ unit, maxLength: 5 }) });
    fc.assert(
      fc.property(fc.string({ unit }), fc.array(edit), (start, edits) => {
        const fresh = new FakeBrowser();
        fresh.start();
        const frame = fresh.frame();
        let text = start;
        frame.receive(open(1, text));
        edits.forEach((wanted, index) => {
          const from = wanted.start % (text.length + 1);
          const deleted = wanted.deleted % (text.length - from + 1);
          text = text.slice(0, from) + wanted.inserted + text.slice(from + deleted);
          frame.receive({
            type: 'edit',
            field: 1,
            version: index + 1,
            start: from,
            deleted,
            inserted: wanted.inserted,
          });
        });
        fresh.settle();
        expect(fresh.checked.at(-1)).toBe(text);
        expect(frame.commands.some(({ type }) => type === 'resend')).toBe(false);
      }),
    );
  });

  it('keeps hints off the page unless they are wanted there', () => {
    const frame = browser.frame();
    frame.receive(open(1, '宜错'));
    browser.settle();
    expect(frame.issues(1)?.issues).toHaveLength(1);
    browser.set({ hintsOnPage: true });
    expect(frame.issues(1)?.issues).toHaveLength(2);
  });

  it('is checked anew when rules or language change', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    browser.settle();
    browser.sessions.recheck();
    browser.settle();
    expect(browser.checked).toEqual(['错', '错']);
  });

  it('closed while its check is due is not answered', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    frame.receive({ type: 'close', field: 1 });
    browser.settle();
    expect(browser.checked).toEqual([]);
  });

  it('is not kept beyond a bound on their number', () => {
    const frame = browser.frame();
    for (let field = 0; field < 600; field++) frame.receive(open(field, '错'));
    browser.settle();
    expect(browser.checked).toHaveLength(500);
  });
});

describe('a broken frame', () => {
  it('is not believed and does no harm', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    fc.assert(fc.property(fc.anything(), (message) => frame.receive(message)));
    browser.settle();
    expect(browser.checked).toEqual(['错']);
  });

  it('that tells of a focus to come does not keep the list from the field that has the focus next', () => {
    const [top, inner] = [browser.frame(), browser.frame(1, { isTop: false })];
    top.receive(open(1, '错'));
    inner.receive(open(1, '疑疑'));
    const checklist = browser.checklist();
    inner.receive({ type: 'focus', field: 1, at: Number.MAX_SAFE_INTEGER });
    browser.settle();
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['疑', '疑']);
    browser.now++;
    top.receive({ type: 'focus', field: 1, at: browser.now });
    browser.settle();
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['错']);
  });

  it('that says nothing of itself first is not served', () => {
    const commands: FrameCommand[] = [];
    const connection = browser.sessions.connectFrame({ tab: 1, frame: 0, host: 'oa.example' }, (command) =>
      commands.push(command),
    );
    connection.receive(open(1, '错'));
    browser.settle();
    expect(commands).toEqual([]);
  });
});

describe('a frame that comes again', () => {
  it('takes the place of its port before, of which the browser has not said that it is dead', () => {
    const dead = browser.frame();
    dead.receive(open(1, '错疑错'));
    const alive = browser.frame();
    alive.receive(open(1, '疑'));
    browser.settle();
    const checklist = browser.checklist();
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['疑']);
    dead.disconnect();
    browser.settle();
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['疑']);
    expect(dead.issues(1)).toBeUndefined();
  });

  it('is found although the checklist that woke it was closed before it spoke', () => {
    const hasty = browser.checklist();
    const commands: FrameCommand[] = [];
    const frame = browser.sessions.connectFrame({ tab: 1, frame: 0, host: 'oa.example' }, (command) =>
      commands.push(command),
    );
    hasty.disconnect();
    frame.receive({ type: 'hello' });
    frame.receive(open(1, '错'));
    browser.settle();
    expect(browser.checklist().ready().issues).toHaveLength(1);
  });
});

describe('after the background was stopped', () => {
  it('a frame that reconnects is answered as before, once', () => {
    const before = browser.frame();
    before.receive(open(1, '错疑'));
    browser.settle();
    browser.start();
    const after = browser.frame();
    after.receive(open(1, '错疑', 7));
    browser.settle();
    expect(after.commands.map(({ type }) => type)).toEqual(['seal', 'enabled', 'issues']);
    expect(after.issues(1)).toEqual({ ...before.issues(1), version: 7 });
    expect(browser.badges.get(1)).toEqual({ count: 2, hasError: true });
  });

  it('the field that had the focus last is known again, in whatever order the frames tell', () => {
    const [top, inner] = [browser.frame(), browser.frame(1, { isTop: false })];
    top.receive(open(1, '错'));
    inner.receive(open(1, '疑疑'));
    inner.receive({ type: 'focus', field: 1, at: 20 });
    top.receive({ type: 'focus', field: 1, at: 10 });
    browser.settle();
    expect(browser.badges.get(1)).toEqual({ count: 2, hasError: false });
  });

  it('an edit to a field not known is answered by asking for its text', () => {
    const frame = browser.frame();
    frame.receive({ type: 'edit', field: 3, version: 9, start: 0, deleted: 0, inserted: '字' });
    expect(frame.commands.at(-1)).toEqual({ type: 'resend', field: 3 });
  });
});

describe('the badge', () => {
  it('counts errors and warnings of the focused field', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错疑宜'));
    frame.receive(open(2, '疑'));
    frame.receive({ type: 'focus', field: 2, at: 1 });
    browser.settle();
    expect(browser.badges.get(1)).toEqual({ count: 1, hasError: false });
    frame.receive({ type: 'focus', field: 1, at: 2 });
    expect(browser.badges.get(1)).toEqual({ count: 2, hasError: true });
  });

  it('goes when the page goes', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    browser.settle();
    frame.disconnect();
    expect(browser.badges.get(1)?.count).toBe(0);
  });
});

describe('a site', () => {
  it('can be turned off and on, and its frames are told', () => {
    const top = browser.frame();
    const inner = browser.frame(1, { host: 'editor.example', isTop: false });
    const other = browser.frame(2, { host: 'other.example' });
    inner.receive(open(1, '错'));
    browser.settle();
    const checklist = browser.checklist();

    checklist.receive({ type: 'site', enabled: false });
    expect(checklist.states.at(-1)).toEqual({ status: 'off', host: 'oa.example', reason: 'site' });
    expect(top.commands.at(-1)).toEqual({ type: 'enabled', enabled: false });
    expect(inner.commands.at(-1)).toEqual({ type: 'enabled', enabled: false });
    expect(other.commands.at(-1)).toEqual({ type: 'enabled', enabled: true });
    expect(browser.badges.get(1)?.count).toBe(0);

    inner.receive(open(2, '错'));
    browser.settle();
    expect(browser.checked).toHaveLength(1);

    checklist.receive({ type: 'site', enabled: true });
    expect(inner.commands.at(-1)).toEqual({ type: 'enabled', enabled: true });
    expect(checklist.status()).toBe('no-field');
  });

  it('holds for frames from elsewhere as soon as the page itself is known', () => {
    browser.set({ whyOff: (host) => (host === 'oa.example' ? 'site' : undefined) });
    const inner = browser.frame(1, { host: 'editor.example', isTop: false });
    expect(inner.commands.slice(1)).toEqual([{ type: 'enabled', enabled: true }]);
    browser.frame(1);
    expect(inner.commands.at(-1)).toEqual({ type: 'enabled', enabled: false });
  });
});

describe('the checklist', () => {
  it('says so where no frame can be reached', async () => {
    const { states } = browser.checklist();
    expect(states).toEqual([{ status: 'loading', host: '' }]);
    await expect.poll(() => states.at(-1)).toEqual({ status: 'unsupported' });
  });

  it('says so where the page was opened before this version came', async () => {
    browser.wakes = 'older';
    const { states } = browser.checklist();
    await expect.poll(() => states.at(-1)).toEqual({ status: 'unsupported', isOlder: true });
  });

  it('waits for a frame that was woken', async () => {
    browser.wakes = 'heard';
    const checklist = browser.checklist();
    await Promise.resolve();
    browser.frame();
    expect(checklist.states).toEqual([
      { status: 'loading', host: '' },
      { status: 'no-field', host: 'oa.example' },
    ]);
  });

  it('goes from loading to ready', () => {
    const frame = browser.frame();
    const checklist = browser.checklist();
    frame.receive(open(1, '本月有错字。'));
    expect(checklist.status()).toBe('loading');
    browser.settle();
    expect(checklist.ready()).toMatchObject({
      length: 6,
      cleared: 0,
      issues: [{ before: '本月有', matched: '错', after: '字。' }],
    });
  });

  it('tells of an editor that cannot be read, unless a field has the focus', () => {
    const frame = browser.frame();
    frame.receive(open(1, '搜索'));
    frame.receive({ type: 'unreadable', editor: 'WPS' });
    const checklist = browser.checklist();
    expect(checklist.states.at(-1)).toEqual({ status: 'unreadable', host: 'oa.example', editor: 'WPS' });
    browser.settle();
    frame.receive({ type: 'focus', field: 1, at: 3 });
    expect(checklist.status()).toBe('ready');
  });

  it('says of a text that it is too long, until it is shortened or left', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    frame.receive(open(2, '疑'));
    frame.receive({ type: 'focus', field: 1, at: 3 });
    browser.settle();
    const checklist = browser.checklist();
    frame.receive({ type: 'too-long', field: 1 });
    expect(checklist.states.at(-1)).toEqual({ status: 'too-long', host: 'oa.example' });
    expect(browser.badges.get(1)).toEqual({ count: 0, hasError: false });
    frame.receive({ type: 'focus', field: 2, at: 4 });
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['疑']);
    frame.receive({ type: 'focus', field: 1, at: 5 });
    expect(checklist.status()).toBe('too-long');
    frame.receive(open(1, '错', 9));
    browser.settle();
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['错']);
  });

  it('says so too where no field had the focus, and no more when the field is gone', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    frame.receive({ type: 'too-long', field: 2 });
    browser.settle();
    const checklist = browser.checklist();
    expect(checklist.status()).toBe('too-long');
    frame.receive({ type: 'close', field: 2 });
    expect(checklist.status()).toBe('ready');
  });

  it('shows the longest field until one is focused', () => {
    const frame = browser.frame();
    frame.receive(open(1, '短'));
    frame.receive(open(2, '这是长文'));
    browser.settle();
    expect(browser.checklist().ready().length).toBe(4);
    frame.receive({ type: 'focus', field: 1, at: 4 });
    expect(browser.checklist().ready().length).toBe(1);
  });

  it('sends a fix to the field with the version it belongs to', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错疑', 4));
    browser.settle();
    const checklist = browser.checklist();
    const [certain, doubtful] = checklist.ready().issues;
    checklist.receive({ type: 'fix', key: certain!.key, start: 0 });
    expect(frame.commands.at(-1)).toEqual({
      type: 'fix',
      field: 1,
      request: 1,
      version: 4,
      fixes: [{ range: [0, 1], text: '对' }],
    });
    checklist.receive({ type: 'fix', key: doubtful!.key, start: 1, suggestion: 0 });
    expect(frame.commands.at(-1)).toMatchObject({ request: 2, fixes: [{ range: [1, 2], text: '信' }] });
    frame.commands.length = 0;
    checklist.receive({ type: 'fix', key: doubtful!.key, start: 1, suggestion: 5 });
    checklist.receive({ type: 'fix', key: 'unknown', start: 1 });
    expect(frame.commands).toEqual([]);
  });

  it('fixes all issues of one cause by the same choice', () => {
    const frame = browser.frame();
    frame.receive(open(1, '同甲，错字，同乙'));
    browser.settle();
    const checklist = browser.checklist();
    const fixes = [
      { range: [0, 1], text: '各' },
      { range: [6, 7], text: '各' },
    ];
    checklist.receive({ type: 'fix', key: '同甲', start: 0 });
    expect(frame.commands.at(-1)).toMatchObject({ fixes });
    checklist.receive({ type: 'fix', key: '同乙', start: 6, suggestion: 0 });
    expect(frame.commands.at(-1)).toMatchObject({ request: 2, fixes });
  });

  it('means the nearest of equal issues', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错字，错字，错字'));
    browser.settle();
    const checklist = browser.checklist();
    checklist.receive({ type: 'fix', key: '错字', start: 3 });
    expect(frame.commands.at(-1)).toMatchObject({ fixes: [{ range: [3, 4] }] });
  });

  it('fixes all that is certain and tells what was refused', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错疑错'));
    browser.settle();
    const checklist = browser.checklist();
    checklist.receive({ type: 'fix-all' });
    expect(frame.commands.at(-1)).toMatchObject({ fixes: [{ range: [0, 1] }, { range: [2, 3] }] });
    frame.receive({ type: 'fixed', field: 1, request: 99, applied: 0, refused: 2, covered: false });
    expect(checklist.ready().refused).toBeUndefined();
    frame.receive({ type: 'fixed', field: 1, request: 1, applied: 1, refused: 1, covered: false });
    expect(checklist.ready().refused).toBe(1);
    frame.receive({ type: 'edit', field: 1, version: 1, start: 0, deleted: 1, inserted: '对' });
    browser.settle();
    expect(checklist.ready()).toMatchObject({ cleared: 1, refused: 1 });
    checklist.receive({ type: 'fix-all' });
    frame.receive({ type: 'fixed', field: 1, request: 2, applied: 1, refused: 0, covered: false });
    expect(checklist.ready().refused).toBeUndefined();
  });

  it('fixes what is ticked, place by place, as far as it is still there', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错疑错错字'));
    browser.settle();
    browser.checklist().receive({
      type: 'fix-chosen',
      choices: [
        { key: '错错', start: 2 },
        { key: '疑错', start: 1, suggestion: 0 },
        // Not certain, of no issue, of a suggestion that there is not, and once more.
        { key: '疑错', start: 1 },
        { key: '没有', start: 0 },
        { key: '错字', start: 3, suggestion: 7 },
        { key: '错错', start: 2 },
      ],
    });
    expect(frame.commands.at(-1)).toMatchObject({
      fixes: [
        { range: [1, 2], text: '信' },
        { range: [2, 3], text: '对' },
      ],
    });
  });

  it('takes back the last fixes, one step after the other, while the text is as they left it', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错疑错'));
    browser.settle();
    const checklist = browser.checklist();
    const edit = (version: number, start: number, deleted: number, inserted: string) => {
      frame.receive({ type: 'edit', field: 1, version, start, deleted, inserted });
      browser.settle();
    };
    expect(checklist.ready().undoable).toBeUndefined();
    checklist.receive({ type: 'fix-all' });
    edit(1, 0, 3, '对疑对');
    expect(checklist.ready().undoable).toBe(2);
    const { key } = checklist.ready().issues[0]!;
    checklist.receive({ type: 'fix', key, start: 1, suggestion: 0 });
    edit(2, 1, 1, '信');
    expect(checklist.ready().undoable).toBe(1);

    checklist.receive({ type: 'undo' });
    expect(frame.commands.at(-1)).toMatchObject({ type: 'fix', fixes: [{ range: [1, 2], text: '疑' }] });
    edit(3, 1, 1, '疑');
    expect(checklist.ready().undoable).toBe(2);
    edit(4, 3, 0, '。');
    expect(checklist.ready().undoable).toBeUndefined();
    const posted = frame.commands.length;
    checklist.receive({ type: 'undo' });
    expect(frame.commands).toHaveLength(posted);
  });

  it('tells what cannot be found yet', () => {
    const frame = browser.frame();
    frame.receive(open(1, '好'));
    browser.settle();
    const checklist = browser.checklist();
    expect(checklist.ready()).toMatchObject({ model: { status: 'idle' }, rulesOff: 0 });
    browser.sessions.tellModel({ status: 'ready' });
    browser.set({ rulesOff: 2 });
    expect(checklist.ready()).toMatchObject({ model: { status: 'ready' }, rulesOff: 2 });
  });

  it('lets fixes of a text that has changed wait for the check that is due', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    browser.settle();
    const checklist = browser.checklist();
    const [issue] = checklist.ready().issues;
    frame.receive({ type: 'edit', field: 1, version: 1, start: 0, deleted: 0, inserted: '没' });
    checklist.receive({ type: 'fix', key: issue!.key, start: 0 });
    expect(frame.commands.some(({ type }) => type === 'fix')).toBe(false);
    browser.settle();
    expect(frame.commands.at(-1)).toMatchObject({ type: 'fix', version: 1, fixes: [{ range: [1, 2], text: '对' }] });
  });

  it.each<[string, (frame: ReturnType<FakeBrowser['frame']>) => void]>([
    ['is gone', (frame) => frame.receive({ type: 'edit', field: 1, version: 1, start: 0, deleted: 1, inserted: '' })],
    ['is in a field that was closed', (frame) => frame.receive({ type: 'close', field: 1 })],
  ])('sends no fix of an issue that %s when the check is done', (_, change) => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    browser.settle();
    const checklist = browser.checklist();
    change(frame);
    checklist.receive({ type: 'fix-all' });
    browser.settle();
    expect(frame.commands.some(({ type }) => type === 'fix')).toBe(false);
  });

  it('counts an ignored issue as cleared and does not show it again', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错字疑'));
    browser.settle();
    const checklist = browser.checklist();
    checklist.receive({ type: 'ignore', keys: ['错字'], ignored: true });
    expect(checklist.ready()).toMatchObject({ cleared: 1, issues: [{ matched: '疑' }] });
    expect(frame.issues(1)?.issues).toHaveLength(1);
    expect(browser.badges.get(1)).toEqual({ count: 1, hasError: false });
    browser.start();
    const again = browser.frame();
    again.receive(open(1, '错字疑'));
    browser.settle();
    expect(again.issues(1)?.issues).toHaveLength(1);
  });

  it('shows an ignored issue again when that is taken back', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错字疑'));
    browser.settle();
    const checklist = browser.checklist();
    checklist.receive({ type: 'ignore', keys: ['错字'], ignored: true });
    checklist.receive({ type: 'ignore', keys: ['错字'], ignored: false });
    expect(checklist.ready()).toMatchObject({ cleared: 0, issues: [{ matched: '错' }, { matched: '疑' }] });
  });

  it('tells what was ignored and where, also when a frame names only the key', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错字疑'));
    browser.settle();
    frame.receive({ type: 'ignore', field: 1, keys: ['错字', 'of no issue'] });
    browser.checklist().receive({ type: 'ignore', keys: ['疑'], ignored: true });
    expect([...browser.ignored.values()]).toEqual([
      { key: '错字', ruleId: 'typo/a', words: '错', host: 'oa.example' },
      { key: 'of no issue' },
      { key: '疑', ruleId: 'typo/b', words: '疑', host: 'oa.example' },
    ]);
  });

  it('silences a rule about some words, and turns it off', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错错疑'));
    browser.settle();
    const checklist = browser.checklist();
    checklist.receive({ type: 'silence', ruleId: 'typo/a', words: '错', silenced: true });
    expect(checklist.ready().issues.map(({ matched }) => matched)).toEqual(['疑']);
    checklist.receive({ type: 'silence', ruleId: 'typo/a', words: '错', silenced: false });
    expect(checklist.ready().issues).toHaveLength(3);
    checklist.receive({ type: 'rule', ruleId: 'typo/b', on: false });
    expect(browser.rules).toEqual([['typo/b', false]]);
  });

  it('adds the word of an issue that a frame names, and no other', () => {
    const frame = browser.frame();
    frame.receive(open(1, '查错别字'));
    browser.settle();
    const [issue] = frame.issues(1)!.issues;
    // The issue doubts no word.
    frame.receive({ type: 'own-word', field: 1, key: issue!.key });
    frame.receive({ type: 'own-word', field: 1, key: 'no such issue' });
    frame.receive({ type: 'own-word', field: 2, key: issue!.key });
    expect(browser.words).toEqual([]);

    browser.doubted = '查错别字';
    frame.receive({ type: 'edit', field: 1, version: 1, start: 0, deleted: 0, inserted: '再' });
    frame.receive({ type: 'own-word', field: 1, key: issue!.key });
    browser.settle();
    expect(browser.words).toEqual([['查错别字', true]]);
  });

  it('does what the writer chooses on the card, and takes it back', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错乙，疑丙'));
    browser.settle();
    const keys = frame.issues(1)!.issues.map(({ key }) => key);
    frame.receive({ type: 'silence', field: 1, key: keys[0] });
    expect(frame.issues(1)!.issues.map(({ message }) => message)).toEqual(['疑']);
    frame.receive({ type: 'take-back', choice: { kind: 'silence', ruleId: 'typo/a', words: '错' } });
    expect(frame.issues(1)!.issues).toHaveLength(2);
    frame.receive({ type: 'ignore', field: 1, keys });
    expect(frame.issues(1)!.issues).toEqual([]);
    frame.receive({ type: 'take-back', choice: { kind: 'ignore', keys } });
    expect(frame.issues(1)!.issues).toHaveLength(2);
    frame.receive({ type: 'rule-off', field: 1, key: keys[1] });
    frame.receive({ type: 'rule-off', field: 1, key: 'no such issue' });
    frame.receive({ type: 'take-back', choice: { kind: 'rule', ruleId: 'typo/b' } });
    expect(browser.rules).toEqual([
      ['typo/b', false],
      ['typo/b', true],
    ]);
  });

  it('says why, and opens what the writer asks for', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错'));
    frame.receive({ type: 'explain', ruleId: 'typo/a' });
    frame.receive({ type: 'explain', ruleId: 'typo/none' });
    expect(frame.commands.filter(({ type }) => type === 'reason')).toEqual([
      { type: 'reason', ruleId: 'typo/a', reason: { title: '甲', description: '甲是错的。' } },
    ]);
    frame.receive({ type: 'open-list', field: 1 });
    frame.receive({ type: 'open-rule', ruleId: 'typo/a' });
    expect(browser.opened).toEqual(['list 1', 'rule typo/a']);
  });

  it('tells the frame which field an open checklist is about', () => {
    const frame = browser.frame();
    const watched = () => frame.commands.flatMap((command) => (command.type === 'watched' ? [command.field] : []));
    frame.receive(open(1, '错'));
    frame.receive(open(2, '错错'));
    frame.receive({ type: 'focus', field: 1, at: 1 });
    browser.settle();
    expect(watched()).toEqual([]);
    const checklist = browser.checklist();
    frame.receive({ type: 'focus', field: 2, at: 2 });
    checklist.disconnect();
    expect(watched()).toEqual([1, 2, null]);
  });

  it('tells frames whether the seal is shown, and when the model is ready', () => {
    const frame = browser.frame();
    const seals = () => frame.commands.filter(({ type }) => type === 'seal');
    expect(seals()).toEqual([{ type: 'seal', shown: true, model: 'idle' }]);
    browser.sessions.tellModel({ status: 'ready' });
    browser.sessions.tellModel({ status: 'ready' });
    frame.receive({ type: 'seal-off', where: 'site' });
    expect(seals().slice(1)).toEqual([
      { type: 'seal', shown: true, model: 'ready' },
      { type: 'seal', shown: false, model: 'ready' },
    ]);
  });

  it('starts progress anew in an emptied field', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错错'));
    browser.settle();
    frame.receive({ type: 'edit', field: 1, version: 1, start: 0, deleted: 2, inserted: '' });
    browser.settle();
    expect(browser.checklist().ready()).toMatchObject({ cleared: 0, length: 0 });
  });

  it('reveals places within the text only', () => {
    const frame = browser.frame();
    frame.receive(open(1, '错字'));
    browser.settle();
    const checklist = browser.checklist();
    checklist.receive({ type: 'reveal', range: [0, 1] });
    expect(frame.commands.at(-1)).toEqual({ type: 'reveal', field: 1, range: [0, 1] });
    const count = frame.commands.length;
    checklist.receive({ type: 'reveal', range: [0, 3] });
    expect(frame.commands).toHaveLength(count);
  });
});
