/** A content script that has outlived its extension. */
import { browser } from 'wxt/browser';

/** Chrome leaves a script whose extension was replaced or removed to itself: whatever it then asks of the browser throws. */
export const isOrphaned = (): boolean => browser.runtime?.id === undefined;

/** The extension may go at any moment, also just before it is asked. */
export function unlessOrphaned(ask: () => void): void {
  try {
    if (!isOrphaned()) ask();
  } catch (error) {
    // For a moment Chrome still has the name of an extension whose calls it refuses already.
    if (!isOrphaned() && !String(error).includes('context invalidated')) throw error;
  }
}
