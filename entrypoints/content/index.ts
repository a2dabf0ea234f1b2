import { defineContentScript } from 'wxt/utils/define-content-script';
import { FrameSession } from '../../lib/page/frame-session.ts';
import { answerSelection } from '../../lib/page/selection-answer.ts';
import { loadSettings, watchSettings } from '../../lib/settings/store.ts';
import { applyLocale } from '../../lib/ui/locale.ts';

export default defineContentScript({
  matches: ['<all_urls>'],
  // Every frame has its own script and keeps to its own document, so that no text is checked twice. Frames without an
  // address of their own, in which older editors live, count with the page that made them.
  allFrames: true,
  matchAboutBlank: true,
  matchOriginAsFallback: true,
  runAt: 'document_idle',
  main(context) {
    // Of all the settings a page needs the language alone.
    void loadSettings(['general']).then(applyLocale);
    watchSettings(applyLocale, context.signal, ['general']);

    answerSelection(document, context.signal);

    let session: AbortController | undefined;
    let root: Element | null = null;
    const stop = () => {
      session?.abort();
      session = undefined;
    };
    const start = () => {
      if (document.documentElement === root && session) return;
      stop();
      root = document.documentElement;
      if (!(root instanceof HTMLElement) || context.signal.aborted) return;
      session = new AbortController();
      // Leaving a page closes its port without a word and ends nothing else; it may be returned to as it was.
      window.addEventListener('pagehide', stop, { signal: session.signal });
      window.addEventListener('pageshow', start, { signal: context.signal });
      new FrameSession(document, session.signal).start();
    };
    // `document.open()`, with which editors fill their frames, takes away every listener.
    const rewritten = new MutationObserver(start);
    rewritten.observe(document, { childList: true });
    context.onInvalidated(() => {
      rewritten.disconnect();
      stop();
    });
    start();
  },
});
