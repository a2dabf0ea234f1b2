/** The workbench's port to the background. Opened when there is something to check, and again after it has closed. */
import { type Browser, browser } from 'wxt/browser';
import type { CheckScope } from '../engine/checker.ts';
import type { ModelState } from '../language/model-loader.ts';
import type { FieldId } from '../protocol/messages.ts';
import { PROOF_PORT, type ProofCommand, type ProofMessage } from '../protocol/proof.ts';
import { TextSync } from '../protocol/text-sync.ts';

export type Findings = Omit<Extract<ProofCommand, { type: 'findings' }>, 'type' | 'field' | 'answer'>;

export interface TextEvents {
  /** How much has been checked, from 0 to 1. */
  progressed(done: number): void;
  /** The sync's issues have changed. */
  found(findings: Findings): void;
}

interface Text {
  readonly sync: TextSync;
  readonly events: TextEvents;
}

/** Ports in a row that may close without a word, before the background is taken to be out of order. */
const MOST_SILENT = 3;

export class ProofPort {
  readonly #texts = new Map<FieldId, Text>();
  readonly #modelChanged: (state: ModelState) => void;
  readonly #failed: () => void;
  #port: Browser.runtime.Port | undefined;
  #nextId: FieldId = 0;
  /** Ports opened since the background was last heard. */
  #silent = 0;

  /** `failed`: the background does not answer, although it was asked again. */
  constructor(modelChanged: (state: ModelState) => void, failed: () => void) {
    this.#modelChanged = modelChanged;
    this.#failed = failed;
  }

  /** A text to be checked, from its `push` on. */
  open(text: string, scope: CheckScope, events: TextEvents): TextSync {
    const sync = new TextSync(this.#nextId++, text, (message) => {
      if (message.type === 'open') this.#send({ ...message, scope });
      else if (message.type === 'edit' || message.type === 'close') this.#send(message);
    });
    this.#texts.set(sync.id, { sync, events });
    return sync;
  }

  close(sync: TextSync): void {
    sync.close();
    this.#texts.delete(sync.id);
  }

  /** What the background has been told may be outdated, by other settings: where it has forgotten the texts it is told anew. */
  refresh(): void {
    for (const { sync } of this.#texts.values()) if (!sync.isOpen) sync.push();
  }

  /** Turns a rule on or off for good. */
  setRule(ruleId: string, on: boolean): void {
    this.#send({ type: 'rule', ruleId, on });
  }

  #send(message: ProofMessage): void {
    if (!this.#port && message.type === 'close') return;
    this.#port ??= this.#connect();
    this.#port.postMessage(message);
  }

  #connect(): Browser.runtime.Port {
    const port = browser.runtime.connect({ name: PROOF_PORT });
    this.#silent++;
    port.onMessage.addListener((command: unknown) => {
      this.#silent = 0;
      this.#receive(command as ProofCommand);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port === port) this.#disconnected();
    });
    return port;
  }

  /** The background was stopped: it knows nothing any more. What it still owes an answer for is told again at once. */
  #disconnected(): void {
    this.#port = undefined;
    const texts = [...this.#texts.values()];
    const owed = texts.filter(({ sync }) => sync.isWaiting);
    for (const { sync } of texts) sync.disconnect();
    if (owed.length === 0) return;
    if (this.#silent < MOST_SILENT) for (const { sync } of owed) sync.push();
    else this.#failed();
  }

  #receive(command: ProofCommand): void {
    if (command.type === 'model') {
      this.#modelChanged(command.state);
      return;
    }
    const text = this.#texts.get(command.field);
    if (!text) return;
    const { sync, events } = text;
    switch (command.type) {
      case 'progress':
        events.progressed(command.done);
        break;
      case 'resend':
        sync.open();
        break;
      case 'findings': {
        const { type: _type, field: _field, answer, ...findings } = command;
        sync.receive(answer);
        events.found(findings);
        break;
      }
    }
  }
}
