/**
 * What the background knows of open workbenches. A long text is checked in slices: in Firefox background and pages share
 * one thread, and everywhere a field in another tab waits for its turn. Knows nothing of the browser.
 */
import type { CheckScope } from '../engine/checker.ts';
import type { ModelState } from '../language/model-loader.ts';
import { FieldSession, type TextCheck } from '../protocol/field-session.ts';
import type { FieldId } from '../protocol/messages.ts';
import { type ProofCommand, type ProofMessage, parseProofMessage } from '../protocol/proof.ts';
import type { Connection } from './sessions.ts';

/** A check that can be done in slices: when `prepare` has run to its end, `check` of the same text has little left to do. */
export interface SlicedCheck {
  /** Yields how much is done, from 0 to 1. */
  prepare(text: string): Iterator<number, void>;
  readonly check: TextCheck;
}

export interface ProofSurroundings {
  openCheck(scope: CheckScope): SlicedCheck;
  /** Turns a rule on or off for good. */
  setRule(ruleId: string, on: boolean): void;
  /** Runs the task soon, after the messages that have already arrived. */
  later(task: () => void): void;
  /** Milliseconds since some moment. */
  now(): number;
}

/** Milliseconds that a slice takes: shorter than what a person notices. */
const SLICE = 30;

interface ProofText {
  readonly session: FieldSession;
  readonly scope: CheckScope;
  sliced: SlicedCheck;
  /** The check that is under way; undefined where there is none. */
  run: Iterator<number, void> | undefined;
}

interface Workbench {
  readonly texts: Map<FieldId, ProofText>;
  post(command: ProofCommand): void;
}

export class ProofSessions {
  readonly #surroundings: ProofSurroundings;
  readonly #workbenches = new Set<Workbench>();
  #model: ModelState;

  constructor(surroundings: ProofSurroundings, model: ModelState) {
    this.#surroundings = surroundings;
    this.#model = model;
  }

  connect(post: (command: ProofCommand) => void): Connection {
    const workbench: Workbench = { texts: new Map(), post };
    this.#workbenches.add(workbench);
    post({ type: 'model', state: this.#model });
    return {
      receive: (raw) => {
        const message = parseProofMessage(raw);
        if (message) this.#receive(workbench, message);
      },
      disconnect: () => {
        this.#workbenches.delete(workbench);
        workbench.texts.clear();
      },
    };
  }

  /** The language model's state has changed. */
  tellModel(state: ModelState): void {
    this.#model = state;
    for (const { post } of this.#workbenches) post({ type: 'model', state });
  }

  /** Rules, words or language have changed: every open text is checked anew. */
  recheck(): void {
    for (const workbench of this.#workbenches) {
      for (const [id, text] of workbench.texts) {
        text.sliced = this.#surroundings.openCheck(text.scope);
        text.session.checkWith(text.sliced.check);
        this.#begin(workbench, id, text);
      }
    }
  }

  #receive(workbench: Workbench, message: ProofMessage): void {
    if (message.type === 'rule') {
      this.#surroundings.setRule(message.ruleId, message.on);
      return;
    }
    const { field: id } = message;
    if (message.type === 'close') {
      workbench.texts.delete(id);
      return;
    }
    if (message.type === 'open') {
      const text = this.#open(message.scope);
      text.session.replace(message.version, message.text);
      workbench.texts.set(id, text);
      this.#begin(workbench, id, text);
      return;
    }
    const text = workbench.texts.get(id);
    if (text?.session.edit(message)) this.#begin(workbench, id, text);
    else workbench.post({ type: 'resend', field: id });
  }

  #open(scope: CheckScope): ProofText {
    const sliced = this.#surroundings.openCheck(scope);
    return { session: new FieldSession(sliced.check), scope, sliced, run: undefined };
  }

  /** Checks the present text from its beginning; what has been checked before is remembered by its words. */
  #begin(workbench: Workbench, id: FieldId, text: ProofText): void {
    const isWaiting = text.run !== undefined;
    text.run = text.sliced.prepare(text.session.text);
    if (!isWaiting) this.#surroundings.later(() => this.#continue(workbench, id, text));
  }

  #continue(workbench: Workbench, id: FieldId, text: ProofText): void {
    const { run } = text;
    if (!run || workbench.texts.get(id) !== text) return;
    const { now, later } = this.#surroundings;
    const end = now() + SLICE;
    let done = run.next();
    while (!done.done && now() < end) done = run.next();
    if (!done.done) {
      workbench.post({ type: 'progress', field: id, done: done.value });
      later(() => this.#continue(workbench, id, text));
      return;
    }
    text.run = undefined;
    text.session.run();
    const { issues, documentType, stopped } = text.session.findings!;
    workbench.post({
      type: 'findings',
      field: id,
      answer: text.session.answer(issues),
      ...(documentType && { documentType }),
      ...(stopped && { stopped }),
    });
  }
}
