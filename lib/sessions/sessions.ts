/**
 * What the background knows of open pages: tabs, their frames, the fields in them, and the checklists that watch. Knows
 * nothing of the browser: ports, storage, badge and timers come in through `Surroundings`, so that all of it runs
 * in a test. It holds nothing that cannot be had again: after the background was stopped, each frame reconnects
 * and sends its texts.
 */
import type { Range } from '../document/types.ts';
import { apart, certainFixes, groupFixes } from '../engine/fix.ts';
import { choiceOf, choicesOf, groupOf } from '../engine/group.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import type { ModelState } from '../language/model-loader.ts';
import { excerpt } from '../protocol/excerpt.ts';
import { FieldSession, type TextCheck } from '../protocol/field-session.ts';
import { MAX_FIELDS_PER_FRAME } from '../protocol/limits.ts';
import type {
  ChecklistIssue,
  ChecklistMessage,
  ChecklistState,
  Choice,
  FieldId,
  FixChoice,
  FrameCommand,
  FrameMessage,
  OffReason,
  Reason,
} from '../protocol/messages.ts';
import { namedField, parseChecklistMessage, parseFrameMessage } from '../protocol/validate.ts';

/** What a tab's toolbar button tells. */
export interface Badge {
  /** Errors and warnings in the focused field. */
  readonly count: number;
  /** Whether one of them is an error. */
  readonly hasError: boolean;
}

/** Whether frames of a tab have heard; 'older': none is there since its page was opened before this version came. */
export type Waking = 'heard' | 'older' | 'none';

export interface Surroundings {
  /** Opens the check of one text. */
  openCheck(): TextCheck;
  showBadge(tab: number, badge: Badge): void;
  /** Remembers for good that those issues are not to be shown. */
  ignore(issues: readonly DismissedIssue[]): void;
  /** Forgets that issues of those keys are not to be shown. */
  stopIgnoring(keys: readonly string[]): void;
  /** Remembers for good that a rule is to say nothing of those words, wherever they stand, or forgets it. */
  silence(ruleId: string, words: string, silenced: boolean): void;
  /** Turns a rule on or off for good. */
  setRule(ruleId: string, on: boolean): void;
  /** Adds a word to the writer's own for good, or takes it out. */
  setWord(word: string, own: boolean): void;
  /** What the settings say of a rule; undefined where there is none of that name. */
  explain(ruleId: string): Reason | undefined;
  /** Opens the list beside a tab. */
  openList(tab: number): void;
  /** Opens the settings at a rule. */
  openRule(ruleId: string): void;
  /** Hides the seal for good, on a host or everywhere. */
  hideSeal(host: string | undefined): void;
  /** Turns checking on or off on a host for good. */
  setSite(host: string, enabled: boolean): void;
  /** Asks the frames of a tab to connect. */
  wake(tab: number): Promise<Waking>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Runs the task soon, after the messages that have already arrived. */
  later(task: () => void): void;
}

/** An issue that the writer has put out of sight, as it is listed in the settings. */
export interface DismissedIssue {
  readonly key: string;
  readonly ruleId?: string;
  readonly words?: string;
  readonly host?: string;
}

/** The settings on which sessions depend. */
export interface SessionSettings {
  /** Why nothing is checked on a host now; undefined where it is checked. */
  readonly whyOff: (host: string) => OffReason | undefined;
  /** Whether an issue, found on those words, is one that the writer does not want to see. */
  readonly isIgnored: (issue: KeyedIssue, words: string) => boolean;
  readonly hintsOnPage: boolean;
  /** Whether the seal is shown on pages of that host. */
  readonly showsSeal: (host: string) => boolean;
  /** How many of the recommended rules are off. */
  readonly rulesOff: number;
}

/** Where a frame is, as the browser tells it. */
export interface FrameOrigin {
  readonly tab: number;
  /** 0 is the page itself. */
  readonly frame: number;
  /** With port; '' stands for files. */
  readonly host: string;
}

const TOP_FRAME = 0;

/** One end of a port. */
export interface Connection {
  receive(message: unknown): void;
  disconnect(): void;
}

interface Frame {
  /** The browser's number of the frame, which stays the same while documents in it come and go. */
  readonly id: number;
  readonly tab: Tab;
  readonly fields: Map<FieldId, FieldSession>;
  /** Fields whose text is longer than what is checked. */
  readonly tooLong: Set<FieldId>;
  readonly host: string;
  readonly isTop: boolean;
  enabled: boolean | undefined;
  /** What the frame was last told of the seal. */
  seal?: string;
  /** The field that the frame was last told a checklist is about. */
  watched?: FieldId | null;
  post(command: FrameCommand): void;
}

interface Tab {
  readonly id: number;
  readonly frames: Map<number, Frame>;
  readonly watchers: Set<(state: ChecklistState) => void>;
  focus: { readonly frame: Frame; readonly field: FieldId; readonly at: number } | undefined;
  unreadable: string | undefined;
  /** Frames were asked to connect and have not answered. */
  waking: boolean;
  /** Its page was opened before this version came. */
  isOlder: boolean;
  request: number;
  refused: { readonly count: number; readonly covered: boolean } | undefined;
  badge: string;
}

interface FocusedField {
  readonly frame: Frame;
  readonly id: FieldId;
  readonly session: FieldSession;
}

/** The issue that begins nearest to an offset. */
function nearestTo(issues: readonly KeyedIssue[], start: number): KeyedIssue | undefined {
  const distance = (issue: KeyedIssue) => Math.abs(issue.range[0] - start);
  return issues.reduce<KeyedIssue | undefined>(
    (nearest, issue) => (nearest && distance(nearest) <= distance(issue) ? nearest : issue),
    undefined,
  );
}

const isCounted = ({ severity }: KeyedIssue) => severity !== 'hint';

export class Sessions {
  readonly #tabs = new Map<number, Tab>();
  /** Texts that are about to be checked, each with what waits for it. */
  readonly #due = new Map<FieldSession, (() => void)[]>();

  #model: ModelState = { status: 'idle' };

  constructor(
    private readonly surroundings: Surroundings,
    private settings: SessionSettings,
  ) {}

  /** Settings have changed: frames are told whether they are on, and issues are sifted anew. */
  configure(settings: SessionSettings): void {
    this.settings = settings;
    for (const tab of this.#tabs.values()) {
      this.#tellEnabled(tab);
      this.#tellSeal(tab);
      for (const frame of tab.frames.values())
        for (const [id, field] of frame.fields) this.#postIssues(frame, id, field);
      this.#refresh(tab);
    }
  }

  /** The state of the language model has changed: checklists say what cannot be found yet. */
  tellModel(model: ModelState): void {
    this.#model = model;
    for (const tab of this.#tabs.values()) {
      this.#tellSeal(tab);
      this.#refresh(tab);
    }
  }

  /** Rules or language have changed: every open text is checked anew. */
  recheck(): void {
    for (const tab of this.#tabs.values()) {
      for (const frame of tab.frames.values()) {
        for (const [id, field] of frame.fields) {
          field.checkWith(this.surroundings.openCheck());
          this.#checkLater(frame, id, field);
        }
      }
    }
  }

  /**
   * `origin` is the browser's word, not the frame's, which its page may have broken into. The frame takes part from its
   * `hello` on.
   */
  connectFrame(origin: FrameOrigin, post: (command: FrameCommand) => void): Connection {
    let frame: Frame | undefined;
    return {
      receive: (raw) => {
        const message = parseFrameMessage(raw);
        if (message?.type === 'hello') frame = this.#join(origin, post);
        else if (frame && message) this.#receiveFromFrame(frame, message);
        else if (frame) this.#askAgain(frame, namedField(raw));
      },
      disconnect: () => {
        if (frame) this.#leave(frame);
      },
    };
  }

  /** A frame has one port: where it comes again, the one before is dead, although the browser may not have said so. */
  #join({ tab: tabId, frame: id, host }: FrameOrigin, post: (command: FrameCommand) => void): Frame {
    const tab = this.#tab(tabId);
    const isTop = id === TOP_FRAME;
    const frame: Frame = { id, tab, fields: new Map(), tooLong: new Set(), host, isTop, enabled: undefined, post };
    const before = tab.frames.get(id);
    if (before) this.#remove(before);
    tab.frames.set(id, frame);
    tab.waking = false;
    this.#tellEnabled(tab);
    this.#refresh(tab);
    return frame;
  }

  #leave(frame: Frame): void {
    const { tab } = frame;
    if (tab.frames.get(frame.id) !== frame) return;
    this.#remove(frame);
    this.#tellEnabled(tab);
    this.#refresh(tab);
    this.#forgetIfEmpty(tab);
  }

  #remove({ tab, id, isTop }: Frame): void {
    tab.frames.delete(id);
    if (tab.focus?.frame.id === id) tab.focus = undefined;
    if (isTop) tab.unreadable = undefined;
  }

  connectChecklist(post: (state: ChecklistState) => void): Connection {
    let watched: Tab | undefined;
    const leave = () => {
      if (!watched) return;
      watched.watchers.delete(post);
      this.#tellWatched(watched);
      this.#forgetIfEmpty(watched);
    };
    return {
      receive: (raw) => {
        const message = parseChecklistMessage(raw);
        if (message?.type === 'watch') {
          leave();
          watched = this.#tab(message.tab);
          watched.watchers.add(post);
          this.#watch(watched, post);
        } else if (message && watched) {
          this.#receiveFromChecklist(watched, message);
        }
      },
      disconnect: leave,
    };
  }

  #tab(id: number): Tab {
    let tab = this.#tabs.get(id);
    if (!tab) {
      tab = {
        id,
        frames: new Map(),
        watchers: new Set(),
        focus: undefined,
        unreadable: undefined,
        waking: false,
        isOlder: false,
        request: 0,
        refused: undefined,
        badge: '',
      };
      this.#tabs.set(id, tab);
    }
    return tab;
  }

  #forgetIfEmpty(tab: Tab): void {
    if (tab.frames.size === 0 && tab.watchers.size === 0) this.#tabs.delete(tab.id);
  }

  #receiveFromFrame(frame: Frame, message: Exclude<FrameMessage, { type: 'hello' }>): void {
    const { tab } = frame;
    if (!frame.enabled) return;
    switch (message.type) {
      case 'open':
        this.#open(frame, message);
        break;
      case 'edit': {
        const field = frame.fields.get(message.field);
        if (field?.edit(message)) this.#checkLater(frame, message.field, field);
        else this.#askAgain(frame, message.field);
        break;
      }
      case 'too-long':
        frame.fields.delete(message.field);
        if (frame.tooLong.size < MAX_FIELDS_PER_FRAME) frame.tooLong.add(message.field);
        this.#refresh(tab);
        break;
      case 'close':
        frame.fields.delete(message.field);
        frame.tooLong.delete(message.field);
        this.#refresh(tab);
        break;
      case 'focus': {
        // A time to come would keep the focus from every other field for ever.
        const at = Math.min(message.at, this.surroundings.now());
        // After the background was stopped, frames tell in any order which of their fields was the last.
        if (tab.focus && tab.focus.at > at) break;
        tab.focus = { frame, field: message.field, at };
        this.#refresh(tab);
        break;
      }
      case 'ignore':
        this.#ignore(tab, frame.fields.get(message.field), message.keys);
        break;
      case 'own-word':
      case 'silence':
      case 'rule-off':
        this.#choose(frame, message);
        break;
      case 'take-back':
        this.#takeBack(message.choice);
        break;
      case 'explain': {
        const reason = this.surroundings.explain(message.ruleId);
        if (reason) frame.post({ type: 'reason', ruleId: message.ruleId, reason });
        break;
      }
      case 'open-list':
        tab.focus = { frame, field: message.field, at: tab.focus?.at ?? 0 };
        this.#refresh(tab);
        this.surroundings.openList(tab.id);
        break;
      case 'open-rule':
        this.surroundings.openRule(message.ruleId);
        break;
      case 'seal-off':
        this.surroundings.hideSeal(message.where === 'site' ? this.#host(tab) : undefined);
        break;
      case 'site-off':
        this.surroundings.setSite(this.#host(tab), false);
        break;
      case 'unreadable':
        tab.unreadable = message.editor;
        this.#refresh(tab);
        break;
      case 'fixed':
        if (message.request !== tab.request) break;
        tab.refused = message.refused > 0 ? { count: message.refused, covered: message.covered } : undefined;
        this.#refresh(tab);
        break;
    }
  }

  /** The frame names the issue and not the word, so that a page which has broken into it adds no words of its own. */
  #choose(frame: Frame, { type, field: id, key }: FrameMessage & { type: 'own-word' | 'silence' | 'rule-off' }): void {
    const field = frame.fields.get(id);
    if (!field) return;
    this.#onceChecked(field, () => {
      const issue = this.#issues(field).find((candidate) => candidate.key === key);
      if (!issue) return;
      const { ruleId, range, word } = issue;
      if (type === 'rule-off') this.surroundings.setRule(ruleId, false);
      else if (type === 'silence') this.surroundings.silence(ruleId, field.text.slice(...range), true);
      else if (word !== undefined) this.surroundings.setWord(word, true);
    });
  }

  #takeBack(choice: Choice): void {
    switch (choice.kind) {
      case 'ignore':
        this.surroundings.stopIgnoring(choice.keys);
        break;
      case 'silence':
        this.surroundings.silence(choice.ruleId, choice.words, false);
        break;
      case 'word':
        this.surroundings.setWord(choice.word, false);
        break;
      case 'rule':
        this.surroundings.setRule(choice.ruleId, true);
        break;
    }
  }

  #open(frame: Frame, { field: id, version, text }: FrameMessage & { type: 'open' }): void {
    let field = frame.fields.get(id);
    if (!field) {
      if (frame.fields.size >= MAX_FIELDS_PER_FRAME) return;
      field = new FieldSession(this.surroundings.openCheck());
      frame.fields.set(id, field);
      frame.tooLong.delete(id);
    }
    field.replace(version, text);
    this.#checkLater(frame, id, field);
    if (!field.findings) this.#refresh(frame.tab);
  }

  #askAgain(frame: Frame, id: FieldId | undefined): void {
    if (id !== undefined && frame.enabled) frame.post({ type: 'resend', field: id });
  }

  /** Checks a field once for all the edits that have arrived by then. */
  #checkLater(frame: Frame, id: FieldId, field: FieldSession): void {
    if (this.#due.has(field)) return;
    const waiting: (() => void)[] = [];
    this.#due.set(field, waiting);
    this.surroundings.later(() => {
      this.#due.delete(field);
      if (frame.tab.frames.get(frame.id) !== frame || frame.fields.get(id) !== field) return;
      field.run();
      this.#postIssues(frame, id, field);
      this.#refresh(frame.tab);
      for (const act of waiting) act();
    });
  }

  /** Findings of an older text have other places: what rests on them waits for the check that is due. */
  #onceChecked(field: FieldSession, act: () => void): void {
    const waiting = this.#due.get(field);
    if (waiting) waiting.push(act);
    else act();
  }

  #issues(field: FieldSession): readonly KeyedIssue[] {
    const { text, findings } = field;
    return findings?.issues.filter((issue) => !this.settings.isIgnored(issue, text.slice(...issue.range))) ?? [];
  }

  /** What the settings will show of an ignored issue is found here, and not told by a frame. */
  #ignore(tab: Tab, field: FieldSession | undefined, keys: readonly string[]): void {
    const host = this.#host(tab);
    const issues = new Map(field?.findings?.issues.map((issue) => [issue.key, issue]));
    this.surroundings.ignore(
      keys.map((key) => {
        const issue = issues.get(key);
        return issue && field ? { key, ruleId: issue.ruleId, words: field.text.slice(...issue.range), host } : { key };
      }),
    );
  }

  #postIssues(frame: Frame, id: FieldId, field: FieldSession): void {
    // A check is under way that answers for the present text.
    if (!field.findings || this.#due.has(field)) return;
    const issues = this.#issues(field);
    field.count(issues.length);
    const painted = issues.filter((issue) => this.settings.hintsOnPage || isCounted(issue));
    frame.post({ type: 'issues', field: id, ...field.answer(painted) });
  }

  /** The page's own host; a frame from elsewhere is on or off with its page. */
  #host(tab: Tab): string {
    const frames = [...tab.frames.values()];
    return (frames.findLast(({ isTop }) => isTop) ?? frames[0])?.host ?? '';
  }

  #tellEnabled(tab: Tab): void {
    const enabled = this.settings.whyOff(this.#host(tab)) === undefined;
    for (const frame of tab.frames.values()) {
      if (frame.enabled === enabled) continue;
      frame.enabled = enabled;
      frame.fields.clear();
      frame.tooLong.clear();
      frame.watched = null;
      this.#tellSeal(tab);
      frame.post({ type: 'enabled', enabled });
    }
    if (!enabled) tab.unreadable = undefined;
  }

  /** Tells frames what they must know to show the seal, where it has changed. */
  #tellSeal(tab: Tab): void {
    const shown = this.settings.showsSeal(this.#host(tab));
    const model = this.#model.status;
    for (const frame of tab.frames.values()) {
      const told = `${shown} ${model}`;
      if (!frame.enabled || frame.seal === told) continue;
      frame.seal = told;
      frame.post({ type: 'seal', shown, model });
    }
  }

  /** The field that has the focus or had it last; before any had, the one with the longest text. */
  #focused(tab: Tab): FocusedField | undefined {
    const { focus } = tab;
    const session = focus?.frame.fields.get(focus.field);
    if (focus && session) return { frame: focus.frame, id: focus.field, session };
    if (tab.unreadable !== undefined || this.#isTooLong(tab)) return undefined;
    let longest: FocusedField | undefined;
    for (const frame of tab.frames.values()) {
      for (const [id, field] of frame.fields) {
        if (!longest || field.text.length > longest.session.text.length) longest = { frame, id, session: field };
      }
    }
    return longest;
  }

  /** Whether the text that a checklist would be about is longer than what is checked. */
  #isTooLong({ focus, frames, unreadable }: Tab): boolean {
    if (focus?.frame.fields.has(focus.field)) return false;
    if (focus?.frame.tooLong.has(focus.field)) return true;
    return unreadable === undefined && [...frames.values()].some(({ tooLong }) => tooLong.size > 0);
  }

  #state(tab: Tab): ChecklistState {
    const host = this.#host(tab);
    if (tab.frames.size === 0)
      return tab.waking
        ? { status: 'loading', host }
        : { status: 'unsupported', ...(tab.isOlder && { isOlder: true }) };
    const reason = this.settings.whyOff(host);
    if (reason) return { status: 'off', host, reason };
    const focused = this.#focused(tab);
    if (!focused) {
      if (this.#isTooLong(tab)) return { status: 'too-long', host };
      return tab.unreadable === undefined
        ? { status: 'no-field', host }
        : { status: 'unreadable', host, editor: tab.unreadable };
    }
    const { session } = focused;
    if (!session.findings || this.#due.has(session)) return { status: 'loading', host };
    const issues = this.#issues(session);
    const { documentType, stopped } = session.findings;
    return {
      status: 'ready',
      host,
      issues: issues.map((issue): ChecklistIssue => ({ ...issue, ...excerpt(session.text, issue.range) })),
      length: session.text.length,
      ...(documentType && { documentType }),
      ...(stopped && { stopped }),
      cleared: session.cleared,
      ...(tab.refused && { refused: tab.refused.count, ...(tab.refused.covered && { covered: true }) }),
      ...(session.undoable !== undefined && { undoable: session.undoable }),
      model: this.#model,
      rulesOff: this.settings.rulesOff,
    };
  }

  /** Brings badge and checklists up to date. */
  #refresh(tab: Tab): void {
    const session = this.#focused(tab)?.session;
    // What is about to be checked shows the count it had.
    if (!session || !this.#due.has(session)) this.#showBadge(tab, session);
    this.#tellWatched(tab);
    if (tab.watchers.size === 0 || (session?.findings && this.#due.has(session))) return;
    const state = this.#state(tab);
    for (const post of tab.watchers) post(state);
  }

  /** Tells frames which field the open checklists are about, where it has changed. */
  #tellWatched(tab: Tab): void {
    const focused = tab.watchers.size > 0 ? this.#focused(tab) : undefined;
    for (const frame of tab.frames.values()) {
      const field = focused?.frame === frame ? focused.id : null;
      if (!frame.enabled || (frame.watched ?? null) === field) continue;
      frame.watched = field;
      frame.post({ type: 'watched', field });
    }
  }

  #showBadge(tab: Tab, session: FieldSession | undefined): void {
    const counted = session ? this.#issues(session).filter(isCounted) : [];
    const badge = { count: counted.length, hasError: counted.some(({ severity }) => severity === 'error') };
    const shown = JSON.stringify(badge);
    if (shown === tab.badge) return;
    tab.badge = shown;
    this.surroundings.showBadge(tab.id, badge);
  }

  #watch(tab: Tab, post: (state: ChecklistState) => void): void {
    if (tab.frames.size > 0) {
      this.#tellWatched(tab);
      post(this.#state(tab));
      return;
    }
    tab.waking = true;
    post(this.#state(tab));
    this.surroundings.wake(tab.id).then((waking) => {
      if (waking === 'heard' || !tab.waking) return;
      tab.waking = false;
      tab.isOlder = waking === 'older';
      this.#refresh(tab);
    });
  }

  #receiveFromChecklist(tab: Tab, message: Exclude<ChecklistMessage, { type: 'watch' }>): void {
    if (message.type === 'site') {
      if (tab.frames.size > 0) this.surroundings.setSite(this.#host(tab), message.enabled);
      return;
    }
    const focused = this.#focused(tab);
    if (!focused) return;
    switch (message.type) {
      case 'reveal':
        this.#reveal(focused, message.range);
        break;
      case 'ignore':
        if (message.ignored) this.#ignore(tab, focused.session, message.keys);
        else this.surroundings.stopIgnoring(message.keys);
        break;
      case 'silence':
        this.surroundings.silence(message.ruleId, message.words, message.silenced);
        break;
      case 'rule':
        this.surroundings.setRule(message.ruleId, message.on);
        break;
      case 'word':
        this.surroundings.setWord(message.word, message.own);
        break;
      case 'fix':
        this.#onceChecked(focused.session, () => {
          const same = this.#issues(focused.session).filter(({ key }) => key === message.key);
          const issue = nearestTo(same, message.start);
          if (!issue || (message.suggestion === undefined && !issue.fix)) return;
          const group = groupOf(issue, this.#issues(focused.session));
          this.#fix(tab, focused, groupFixes(group, choiceOf(issue, message.suggestion)));
        });
        break;
      case 'fix-all':
        this.#onceChecked(focused.session, () => this.#fix(tab, focused, certainFixes(this.#issues(focused.session))));
        break;
      case 'fix-chosen':
        this.#onceChecked(focused.session, () =>
          this.#fix(tab, focused, this.#chosen(focused.session, message.choices)),
        );
        break;
      case 'undo':
        this.#onceChecked(focused.session, () => this.#post(tab, focused, focused.session.undo()));
        break;
    }
  }

  #reveal({ frame, id, session }: FocusedField, range: Range): void {
    if (range[1] <= session.text.length) frame.post({ type: 'reveal', field: id, range });
  }

  /** What the writer has ticked, as far as it is still there. */
  #chosen(session: FieldSession, choices: readonly FixChoice[]): Fix[] {
    const places = new Map<string, KeyedIssue[]>();
    for (const issue of this.#issues(session)) {
      const same = places.get(issue.key);
      if (same) same.push(issue);
      else places.set(issue.key, [issue]);
    }
    const fixes = choices.flatMap(({ key, start, suggestion }) => {
      const issue = nearestTo(places.get(key) ?? [], start);
      if (!issue || (suggestion === undefined && !issue.fix)) return [];
      return choicesOf(issue)[choiceOf(issue, suggestion)] ?? [];
    });
    return apart(fixes);
  }

  #fix(tab: Tab, focused: FocusedField, fixes: readonly Fix[]): void {
    if (fixes.length > 0) focused.session.fixing(fixes);
    this.#post(tab, focused, fixes);
  }

  #post(tab: Tab, { frame, id, session }: FocusedField, fixes: readonly Fix[]): void {
    if (fixes.length === 0) return;
    tab.refused = undefined;
    tab.request++;
    frame.post({ type: 'fix', field: id, request: tab.request, version: session.version, fixes });
  }
}
