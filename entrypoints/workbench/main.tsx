/** The page for whole files: joins desk, settings, background and what the page is told by the person. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { KeyedIssue } from '../../lib/engine/types.ts';
import { MAX_TEXT_LENGTH } from '../../lib/protocol/limits.ts';
import { ignoredBy, withIgnored, withoutIgnored, withoutSilenced, withSilenced } from '../../lib/settings/ignored.ts';
import { withItem } from '../../lib/settings/lists.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../lib/settings/settings.ts';
import { loadSettings, updateSettings, watchSettings } from '../../lib/settings/store.ts';
import { download } from '../../lib/ui/download.ts';
import { forgetHanded, takeHanded } from '../../lib/ui/handover.ts';
import issueRules from '../../lib/ui/issue.css?inline';
import { applyLocale } from '../../lib/ui/locale.ts';
import { openRecord } from '../../lib/ui/record/open.ts';
import { currentLocale } from '../../lib/ui/text.ts';
import { themeStyles } from '../../lib/ui/theme.ts';
import type { WorkbenchActions } from '../../lib/ui/workbench/actions.ts';
import { Desk } from '../../lib/ui/workbench/desk.ts';
import paperRules from '../../lib/ui/workbench/paper.css?inline';
import { recordOf } from '../../lib/ui/workbench/record.ts';
import { corrected } from '../../lib/ui/workbench/save.ts';
import { workbenchText as text } from '../../lib/ui/workbench/text.ts';
import { Workbench } from '../../lib/ui/workbench/workbench.tsx';

const startWorker = () => new Worker(browser.runtime.getURL('/file-worker.js'));

function sheet(rules: string): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync(rules);
  return made;
}

/** Rules and paper alike follow the theme. */
const pageSheet = sheet(themeStyles + issueRules);

async function start(): Promise<void> {
  document.adoptedStyleSheets = [pageSheet];
  let settings: Settings = DEFAULT_SETTINGS;
  let current: { readonly key: string; readonly start: number } | undefined;
  const root = document.querySelector('#workbench')!;
  const filterOf = (from: Settings) => ({ isIgnored: ignoredBy(from), hintsOnPage: from.hintsOnPage });

  let isDrawing = false;
  /** Many things may have changed in one turn: drawn once. */
  const draw = () => {
    if (isDrawing) return;
    isDrawing = true;
    queueMicrotask(() => {
      isDrawing = false;
      render(
        <Workbench desk={desk} actions={actions} rulesOff={settings.disabledRules.length} current={current} />,
        root,
      );
    });
  };

  const desk = new Desk({
    startWorker,
    filter: filterOf(settings),
    sheets: [pageSheet, sheet(paperRules)],
    longestText: MAX_TEXT_LENGTH,
    changed: draw,
    caretAt: ({ key, range }) => {
      current = { key, start: range[0] };
      draw();
    },
  });

  const ignore = (issues: readonly KeyedIssue[]) => {
    const words = desk.active?.text ?? '';
    const kept = issues.map(({ key, ruleId, range }) => ({ key, ruleId, words: words.slice(...range), host: '' }));
    void updateSettings((present) => withIgnored(present, kept, Date.now()));
  };
  const setWord = (word: string, own: boolean) =>
    void updateSettings(({ ownWords }) => ({ ownWords: withItem(ownWords, word, own) }));

  const actions: WorkbenchActions = {
    open: (files) => void desk.open(files),
    write: () => void desk.openText(`${text('untitled')}.txt`, ''),
    openSettings: () => void browser.runtime.openOptionsPage(),
    openRecord: (file) => void openRecord(recordOf(file, desk.model, Date.now())),
    async save(file, request) {
      try {
        const { name, bytes, type, unmade } = await corrected(file, request, startWorker, new Date());
        download(name, bytes, type);
        file.markSaved();
        desk.say({ kind: 'saved', name, unmade });
      } catch (error) {
        console.error('saving', error);
        desk.say({ kind: 'save-failed' });
      }
    },
    list: {
      ignore: ({ places }) => ignore(places),
      stopIgnoring: ({ places }) =>
        void updateSettings((present) =>
          withoutIgnored(
            present,
            places.map(({ key }) => key),
          ),
        ),
      silence: (ruleId, words, silenced) =>
        void updateSettings((present) =>
          silenced ? withSilenced(present, { ruleId, words }, Date.now()) : withoutSilenced(present, { ruleId, words }),
        ),
      setRule: (ruleId, on) => desk.setRule(ruleId, on),
      addWord: (word) => setWord(word, true),
      removeWord: (word) => setWord(word, false),
      setOrder: (listOrder) => void updateSettings(() => ({ listOrder })),
    },
    ignore,
    addWord: (word) => setWord(word, true),
  };

  const apply = (next: Settings) => {
    settings = next;
    applyLocale(settings);
    document.documentElement.lang = currentLocale();
    document.title = text('title');
    desk.setFilter(filterOf(settings));
    draw();
  };
  watchSettings(apply);
  apply(await loadSettings());

  document.addEventListener('paste', (event) => {
    // What is being written takes its own.
    const isInText = event.composedPath().some((at) => at instanceof HTMLElement && at.isContentEditable);
    const isInInput = event.target instanceof HTMLElement && event.target.matches('input,textarea');
    const { files } = event.clipboardData ?? { files: [] };
    if (files.length > 0) {
      event.preventDefault();
      void desk.open([...files]);
    } else if (!isInText && !isInInput) {
      const words = event.clipboardData?.getData('text/plain') ?? '';
      if (words !== '') void desk.openText(`${text('pasted')}.txt`, words);
    }
  });
  // A page that goes in a hurry keeps what it has.
  addEventListener('pagehide', () => desk.keepNow());
  document.addEventListener('visibilitychange', () => document.hidden && desk.keepNow());
  addEventListener('beforeunload', (event) => {
    if (desk.wouldLose) event.preventDefault();
  });

  await desk.restore();
  const handed = await takeHanded();
  if (typeof handed === 'string') {
    await desk.openText(`${text('handed')}.txt`, handed);
    forgetHanded();
  }
}

void start();
