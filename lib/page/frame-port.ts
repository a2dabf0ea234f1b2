/** The port of this frame to the background. Opened when there is something to say, and again after it has closed. */
import { type Browser, browser } from 'wxt/browser';
import { CONNECT_REQUEST, FRAME_PORT, type FrameCommand, type FrameMessage } from '../protocol/messages.ts';
import { unlessOrphaned } from './orphan.ts';

export interface FramePortEvents {
  receive(command: FrameCommand): void;
  /** The background was stopped: it knows nothing any more. */
  disconnected(): void;
}

/**
 * Ports in a row that may close without a word. Chrome closes one that is opened while the background starts and a page
 * of the extension goes away, which is when the popup is opened and shut in haste.
 */
const MOST_SILENT = 3;

export class FramePort {
  readonly #events: FramePortEvents;
  readonly #signal: AbortSignal;
  #port: Browser.runtime.Port | undefined;
  /** Ports opened since the background was last heard. */
  #silent = 0;

  constructor(events: FramePortEvents, signal: AbortSignal) {
    this.#events = events;
    this.#signal = signal;
    const onMessage = (message: unknown) => {
      if ((message as { type?: unknown } | null)?.type === CONNECT_REQUEST) this.connect();
    };
    browser.runtime.onMessage.addListener(onMessage);
    signal.addEventListener(
      'abort',
      () => {
        const port = this.#port;
        this.#port = undefined;
        unlessOrphaned(() => {
          browser.runtime.onMessage.removeListener(onMessage);
          port?.disconnect();
        });
      },
      { once: true },
    );
  }

  connect(): void {
    if (this.#port || this.#signal.aborted) return;
    unlessOrphaned(() => this.#open());
  }

  #open(): void {
    const port = browser.runtime.connect({ name: FRAME_PORT });
    this.#port = port;
    this.#silent++;
    port.onMessage.addListener((command: unknown) => {
      this.#silent = 0;
      this.#events.receive(command as FrameCommand);
    });
    port.onDisconnect.addListener(() => {
      if (this.#port !== port) return;
      this.#port = undefined;
      this.#events.disconnected();
      if (this.#silent > 0 && this.#silent < MOST_SILENT) this.connect();
    });
    port.postMessage({ type: 'hello' } satisfies FrameMessage);
  }

  /** Sends the message; opens the port instead when it is closed, which is answered by `enabled`, and all is sent anew. */
  send(message: FrameMessage): void {
    const port = this.#port;
    if (port) unlessOrphaned(() => port.postMessage(message));
    else if (message.type !== 'close') this.connect();
  }
}
