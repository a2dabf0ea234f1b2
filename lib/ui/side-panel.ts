/** The panel beside the page: Chrome's side panel or Firefox's sidebar. */
import { browser } from 'wxt/browser';

/** The window in which the panel is opened, or a tab of it. */
export type PanelPlace = { readonly windowId: number } | { readonly tabId: number };

/** What neither the polyfill's types nor those of the other browser know. */
interface PanelApis {
  readonly sidePanel?: { open(place: PanelPlace): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

const apis = browser as unknown as PanelApis;

export const hasSidePanel = (): boolean => apis.sidePanel !== undefined || apis.sidebarAction !== undefined;

/**
 * Opens the panel. Browsers allow it only in answer to a click, a key or a menu item, before anything is
 * waited for. Rejects where they do not, and where there is no panel.
 */
export function openSidePanel(place: PanelPlace): Promise<void> {
  if (apis.sidePanel) return apis.sidePanel.open(place);
  if (apis.sidebarAction) return apis.sidebarAction.open();
  return Promise.reject(new Error('this browser has no side panel'));
}
