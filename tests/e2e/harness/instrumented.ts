/**
 * A copy of the built extension that keeps account of itself in every page: how long each of the content script's tasks
 * took, and which of its listeners, observers and timers are still there. Firefox tells of neither.
 */
import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Page } from 'puppeteer-core';
import { EXTENSION_PATHS } from '../build-extension.ts';
import type { BrowserName } from './browsers.ts';

const CONTENT_SCRIPT = join('content-scripts', 'content.js');
/** The page asks by this attribute of <html>, and is answered in that one. */
const QUESTION = 'data-account-wanted';
const ANSWER = 'data-account';

export interface Account {
  /** The longest task since the last account, milliseconds, and what began it. */
  readonly longest: number;
  readonly task: string;
  /** What would still be called: 'scroll on main'. */
  readonly listeners: readonly string[];
  readonly observers: number;
  readonly intervals: number;
}

/** The folder of the copy. */
export function instrumentedExtension(browser: BrowserName): string {
  const folder = mkdtempSync(join(tmpdir(), `qingyang-${browser}-`));
  cpSync(EXTENSION_PATHS[browser], folder, { recursive: true });
  const script = join(folder, CONTENT_SCRIPT);
  const prelude = `(${keepAccount})(${JSON.stringify(QUESTION)}, ${JSON.stringify(ANSWER)});`;
  writeFileSync(script, `${prelude}\n${readFileSync(script, 'utf8')}`);
  return folder;
}

/** The account of the content script in that frame; the next one counts tasks anew. */
export const accountOf = (frame: Page | Frame): Promise<Account> =>
  frame.evaluate(
    (question, answer) =>
      new Promise<Account>((resolve) => {
        const root = document.documentElement;
        const answered = new MutationObserver(() => {
          answered.disconnect();
          const account = JSON.parse(root.getAttribute(answer)!);
          root.removeAttribute(answer);
          resolve(account);
        });
        answered.observe(root, { attributeFilter: [answer] });
        root.setAttribute(question, '');
      }),
    QUESTION,
    ANSWER,
  );

/** Runs in front of the content script, in its own world: the page sees nothing of it. */
function keepAccount(question: string, answer: string): void {
  type Task = (...args: never[]) => unknown;
  const world = globalThis as unknown as Record<string, unknown> & typeof globalThis;
  let longest = 0;
  let task = '';
  const listeners = new Map<object, string>();
  const observers = new Set<object>();
  const intervals = new Set<unknown>();
  const timed = <T extends Task>(name: string, run: T): T =>
    function (this: unknown, ...args: Parameters<T>) {
      const began = performance.now();
      try {
        return run.apply(this, args);
      } finally {
        const duration = performance.now() - began;
        if (duration > longest) {
          longest = duration;
          task = name;
        }
      }
    } as T;

  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const targets = new WeakMap<EventTarget, Map<string, WeakMap<object, { entry: object; run: EventListener }>>>();
  const wrappersOf = (target: EventTarget, type: string) => {
    const types = targets.get(target) ?? new Map<string, WeakMap<object, { entry: object; run: EventListener }>>();
    targets.set(target, types);
    const wrappers = types.get(type) ?? new WeakMap();
    types.set(type, wrappers);
    return wrappers;
  };
  EventTarget.prototype.addEventListener = function (type, listener, options) {
    // Listeners of signals are not the page's.
    if (typeof listener !== 'function' || this instanceof AbortSignal) return add.call(this, type, listener, options);
    const { signal, once } = typeof options === 'object' ? options : {};
    const known = wrappersOf(this ?? window, type).get(listener);
    if (signal?.aborted || (known && listeners.has(known.entry))) return;
    const entry = {};
    const timedListener = timed(`event ${type}`, listener);
    const run = function (this: unknown, event: Event) {
      if (once) listeners.delete(entry);
      return timedListener.call(this as never, event);
    };
    wrappersOf(this ?? window, type).set(listener, { entry, run });
    const target = this instanceof Element ? this.localName : (this ?? window).constructor.name;
    listeners.set(entry, `${type} on ${target}`);
    if (signal) add.call(signal, 'abort', () => listeners.delete(entry), { once: true });
    add.call(this, type, run, options);
  };
  EventTarget.prototype.removeEventListener = function (type, listener, options) {
    const wrapper = listener && wrappersOf(this ?? window, type).get(listener);
    if (wrapper) listeners.delete(wrapper.entry);
    remove.call(this, type, wrapper?.run ?? listener, options);
  };

  for (const name of ['setTimeout', 'requestAnimationFrame']) {
    const begin = world[name] as (task: Task, ...rest: unknown[]) => unknown;
    world[name] = (run: Task, ...rest: unknown[]) => begin.call(window, timed(name, run), ...rest);
  }
  const { setInterval: begin, clearInterval: end } = window;
  Object.assign(world, {
    setInterval: (run: Task, wait: number) => {
      const id = begin.call(window, timed('setInterval', run) as () => void, wait);
      intervals.add(id);
      return id;
    },
    clearInterval: (id: number) => {
      intervals.delete(id);
      end.call(window, id);
    },
  });

  const { MutationObserver: PlainObserver } = window;
  for (const name of ['MutationObserver', 'ResizeObserver', 'IntersectionObserver']) {
    const Observer = world[name] as typeof MutationObserver;
    // Firefox takes no subclass of them: each one is given its account.
    world[name] = new Proxy(Observer, {
      construct(_, [run, ...rest]: [MutationCallback]) {
        const observer = new Observer(timed(name, run), ...(rest as []));
        const { observe, disconnect } = observer;
        return Object.assign(observer, {
          observe(...args: Parameters<typeof observe>) {
            observers.add(observer);
            observe.apply(observer, args);
          },
          disconnect() {
            observers.delete(observer);
            disconnect.call(observer);
          },
        });
      },
    });
  }

  type Port = { onMessage: { addListener(listener: Task): void } };
  const { runtime } = (world.browser ?? world.chrome) as { runtime: { connect(options: object): Port } };
  const connect = runtime.connect.bind(runtime);
  runtime.connect = (options) => {
    const port = connect(options);
    const listen = port.onMessage.addListener.bind(port.onMessage);
    port.onMessage.addListener = (listener) => listen(timed('message', listener));
    return port;
  };

  // An observer outlives `document.open()`, which takes away every listener.
  new PlainObserver(() => {
    const root = document.documentElement;
    if (!root.hasAttribute(question)) return;
    root.removeAttribute(question);
    const account = {
      longest,
      task,
      listeners: [...listeners.values()].sort(),
      observers: observers.size,
      intervals: intervals.size,
    };
    longest = 0;
    root.setAttribute(answer, JSON.stringify(account));
  }).observe(document, { subtree: true, attributeFilter: [question] });
}
