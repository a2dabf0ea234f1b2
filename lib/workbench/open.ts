/** How other surfaces open the workbench: with nothing, or with a text that they hand over. */
import { browser } from 'wxt/browser';
import { openPageWith } from '../ui/handover.ts';

/** Opens the workbench in a tab, with the text in it where there is one. */
export async function openWorkbench(text = ''): Promise<void> {
  if (text === '') await browser.tabs.create({ url: '/workbench.html' });
  else await openPageWith('/workbench.html', text);
}
