import { browser } from 'wxt/browser';
import { SELECTION_REQUEST } from '../protocol/messages.ts';
import { unlessOrphaned } from './orphan.ts';

/** The selected words of a document with their line breaks; '' where nothing is selected. */
function selectedText(document: Document): string {
  const { activeElement } = document;
  if (activeElement instanceof HTMLTextAreaElement) {
    const { value, selectionStart, selectionEnd } = activeElement;
    if (selectionStart !== selectionEnd) return value.slice(selectionStart, selectionEnd);
  }
  return document.getSelection()?.toString() ?? '';
}

/** Tells the background what is selected here when it asks. */
export function answerSelection(document: Document, signal: AbortSignal): void {
  const onMessage = (message: unknown) =>
    (message as { type?: unknown } | null)?.type === SELECTION_REQUEST
      ? Promise.resolve(selectedText(document))
      : undefined;
  browser.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => unlessOrphaned(() => browser.runtime.onMessage.removeListener(onMessage)), {
    once: true,
  });
}
