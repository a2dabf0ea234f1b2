/** The first page: what this is, and a faulty text to play on. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { FrameSession } from '../../lib/page/frame-session.ts';
import { updateSettings, watchSettings } from '../../lib/settings/store.ts';
import { preparePage } from '../../lib/ui/page.ts';
import { Welcome } from '../../lib/ui/welcome/welcome.tsx';
import { openWorkbench } from '../../lib/workbench/open.ts';

const root = document.querySelector('#welcome')!;

async function draw(): Promise<void> {
  await preparePage('welcomeTitle');
  render(
    <Welcome
      browserName={import.meta.env.BROWSER === 'firefox' ? 'firefox' : 'chrome'}
      onLanguage={(language) => void updateSettings(() => ({ language }))}
      openSettings={() => void browser.runtime.openOptionsPage()}
      openWorkbench={() => void openWorkbench()}
    />,
    root,
  );
}

watchSettings(() => void draw(), undefined, ['general']);
// Content scripts do not run on pages of the extension: the sample is checked by the same code all the same.
void draw().then(() => new FrameSession(document, new AbortController().signal).start());
