import { defineContentScript } from 'wxt/utils/define-content-script';
import { FrameSession } from '../../lib/page/frame-session.ts';
import { clearLeftovers } from '../../lib/page/leftovers.ts';
import { showNote } from '../../lib/page/note.ts';
import { isOrphaned } from '../../lib/page/orphan.ts';
import { answerSelection } from '../../lib/page/selection-answer.ts';
import { loadSettings, watchSettings } from '../../lib/settings/store.ts';
import { applyLocale } from '../../lib/ui/locale.ts';
import { text } from '../../lib/ui/text.ts';

/** Milliseconds between two looks whether the extension is still there. */
const PULSE = 500;

export default defineContentScript({
  matches: ['<all_urls>'],
  // Every frame has its own script and keeps to its own document, so that no text is checked twice. Frames without an
  // address of their own, in which older editors live, count with the page that made them.
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  // Otherwise every page would be told by a message of its own that the extension is there.
  noScriptStartedPostMessage: true,
  main(context) {
    clearLeftovers(document);
    // Of all the settings a page needs the language alone.
    void loadSettings(['general']).then(applyLocale);
    watchSettings(applyLocale, context.signal, ['general']);

    answerSelection(document, context.signal);

    let life: AbortController | undefined;
    let session: FrameSession | undefined;
    let root: Element | null = null;
    const stop = () => {
      life?.abort();
      life = undefined;
    };
    const start = () => {
      if (document.documentElement === root && life) return;
      stop();
      root = document.documentElement;
      if (!(root instanceof HTMLElement) || context.signal.aborted) return;
      life = new AbortController();
      // Leaving a page closes its port without a word and ends nothing else; it may be returned to as it was.
      window.addEventListener('pagehide', stop, { signal: life.signal });
      window.addEventListener('pageshow', start, { signal: context.signal });
      session = new FrameSession(document, life.signal);
      session.start();
    };
    // `document.open()`, with which editors fill their frames, takes away every listener.
    const rewritten = new MutationObserver(start);
    rewritten.observe(document, { childList: true });
    // Chrome does not say when the extension is replaced, disabled or removed; each look of the context's own finds it out.
    context.setInterval(() => {}, PULSE);
    context.onInvalidated(() => {
      const field = session?.writtenIn;
      rewritten.disconnect();
      stop();
      // Where a new script takes over, it clears the note away.
      if (field && isOrphaned()) showNote(field, text('reloadPage'));
    });
    start();
  },
});
