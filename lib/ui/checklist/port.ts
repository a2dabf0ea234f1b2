import { browser } from 'wxt/browser';
import { CHECKLIST_PORT, type ChecklistMessage, type ChecklistState } from '../../protocol/messages.ts';

/** The checklist's end of its port; opened again when the background was stopped and started. */
export function watchTab(tab: number, onState: (state: ChecklistState) => void): (message: ChecklistMessage) => void {
  const open = () => {
    const port = browser.runtime.connect({ name: CHECKLIST_PORT });
    port.onMessage.addListener((state) => onState(state as ChecklistState));
    port.onDisconnect.addListener(() => {
      current = open();
    });
    port.postMessage({ type: 'watch', tab } satisfies ChecklistMessage);
    return port;
  };
  let current = open();
  return (message) => current.postMessage(message);
}
