/** Sessions in a browser that is not there. */
import type { KeyedIssue } from '../../lib/engine/types.ts';
import { withKeptIssues } from '../../lib/protocol/issue-changes.ts';
import type { ChecklistState, FrameCommand } from '../../lib/protocol/messages.ts';
import {
  type Badge,
  type DismissedIssue,
  type SessionSettings,
  Sessions,
  type Waking,
} from '../../lib/sessions/sessions.ts';

/** Finds “错” (a certain fix), “疑” (a suggestion), “宜” (a hint) and “同” (two of one cause, the second less sure). */
export function findIn(text: string): KeyedIssue[] {
  return [...text.matchAll(/[错疑宜同]/g)].map(({ 0: word, index }): KeyedIssue => {
    const range = [index, index + 1] as const;
    const common = { category: 'typo' as const, range, message: word, key: `${word}${text.charAt(index + 1)}` };
    if (word === '错') return { ...common, ruleId: 'typo/a', severity: 'error', fix: { range, text: '对' } };
    if (word === '宜') return { ...common, ruleId: 'wording/c', severity: 'hint' };
    if (word === '同') {
      const fix = { range, text: '各' };
      const offer = index === 0 ? { fix } : { suggestions: [{ message: '改', fix }] };
      return { ...common, ruleId: 'typo/d', severity: 'error', group: 'typo/d 同', ...offer };
    }
    const suggestions = [{ message: '改', fix: { range, text: '信' } }];
    return { ...common, ruleId: 'typo/b', severity: 'warning', suggestions };
  });
}

/** A browser with one set of sessions in it; whatever it does is written down. */
export class FakeBrowser {
  readonly badges = new Map<number, Badge>();
  readonly tasks: (() => void)[] = [];
  readonly checked: string[] = [];
  readonly words: [string, boolean][] = [];
  /** The word that all issues doubt, where it matters. */
  doubted: string | undefined;
  settings: SessionSettings = {
    whyOff: () => undefined,
    isIgnored: () => false,
    hintsOnPage: false,
    showsSeal: () => true,
    rulesOff: 0,
  };
  readonly ignored = new Map<string, DismissedIssue>();
  readonly rules: [string, boolean][] = [];
  /** Surfaces that were opened. */
  readonly opened: string[] = [];
  wakes: Waking = 'none';
  /** What its clock shows, in milliseconds since the epoch. */
  now = 1_000;
  sessions!: Sessions;

  start(): void {
    this.sessions = new Sessions(
      {
        openCheck: () => (text) => {
          this.checked.push(text);
          const { doubted: word } = this;
          return { issues: findIn(text).map((issue) => (word === undefined ? issue : { ...issue, word })) };
        },
        showBadge: (tab, badge) => this.badges.set(tab, badge),
        ignore: (issues) => {
          for (const issue of issues) this.ignored.set(issue.key, issue);
          this.sift();
        },
        stopIgnoring: (keys) => {
          for (const key of keys) this.ignored.delete(key);
          this.sift();
        },
        silence: (ruleId, words, silenced) =>
          this.set({ isIgnored: (issue, said) => silenced && issue.ruleId === ruleId && said === words }),
        setRule: (ruleId, on) => this.rules.push([ruleId, on]),
        setWord: (word, own) => this.words.push([word, own]),
        setSite: (host, enabled) => this.set({ whyOff: (other) => (!enabled && other === host ? 'site' : undefined) }),
        explain: (ruleId) => (ruleId === 'typo/a' ? { title: '甲', description: '甲是错的。' } : undefined),
        openList: (tab) => this.opened.push(`list ${tab}`),
        openRule: (ruleId) => this.opened.push(`rule ${ruleId}`),
        hideSeal: (host) => this.set({ showsSeal: (candidate) => host !== undefined && candidate !== host }),
        wake: () => Promise.resolve(this.wakes),
        now: () => this.now,
        later: (task) => this.tasks.push(task),
      },
      this.settings,
    );
  }

  set(change: Partial<SessionSettings>): void {
    this.settings = { ...this.settings, ...change };
    this.sessions.configure(this.settings);
  }

  sift(): void {
    this.set({ isIgnored: ({ key }) => this.ignored.has(key) });
  }

  settle(): void {
    for (let task = this.tasks.shift(); task; task = this.tasks.shift()) task();
  }

  frame(tab = 1, { host = 'oa.example', isTop = true } = {}) {
    const commands: FrameCommand[] = [];
    const connection = this.sessions.connectFrame({ tab, frame: isTop ? 0 : 7, host }, (command) =>
      commands.push(command),
    );
    connection.receive({ type: 'hello' });
    /** The last answer for a field, put together from what was kept. */
    const issues = (field: number) =>
      commands
        .filter((command) => command.type === 'issues' && command.field === field)
        .reduce<{ version: number; issues: readonly KeyedIssue[] } | undefined>((before, command) => {
          const { version, kept, issues: told } = command as FrameCommand & { type: 'issues' };
          return { version, issues: kept && before ? withKeptIssues(before.issues, kept, told) : told };
        }, undefined);
    return { ...connection, commands, issues };
  }

  checklist(tab = 1) {
    const states: ChecklistState[] = [];
    const connection = this.sessions.connectChecklist((state) => states.push(state));
    connection.receive({ type: 'watch', tab });
    const ready = () => {
      const state = states.at(-1)!;
      if (state.status !== 'ready') throw new Error(`checklist is ${state.status}`);
      return state;
    };
    return { ...connection, states, ready, status: () => states.at(-1)!.status };
  }
}
