import { browser } from 'wxt/browser';
import type { Badge } from '../../lib/sessions/sessions.ts';
import { text } from '../../lib/ui/text.ts';
import { PALETTES } from '../../lib/ui/theme.ts';

const { accent, warning } = PALETTES.light;

/** Shows on the toolbar button how many places in this tab's field are to be looked at; nothing where there are none. */
export async function showBadge(tabId: number, { count, hasError }: Badge): Promise<void> {
  try {
    await Promise.all([
      browser.action.setBadgeText({ tabId, text: count > 999 ? '999+' : count > 0 ? String(count) : '' }),
      browser.action.setBadgeBackgroundColor({ tabId, color: hasError ? accent : warning }),
      browser.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
      browser.action.setTitle({ tabId, title: count > 0 ? text('buttonTitleCount', count) : text('extensionName') }),
    ]);
  } catch (error) {
    // A tab that has closed meanwhile needs no badge.
    if (await browser.tabs.get(tabId).catch(() => undefined)) throw error;
  }
}
