import { browser } from 'wxt/browser';
import { CHECKLIST_PORT, type ChecklistMessage, type ChecklistState } from '../../protocol/messages.ts';

/** The checklist's end of its port. */
export interface ChecklistPort {
  /** Another tab from now on. */
  watch(tab: number): void;
  send(message: ChecklistMessage): void;
}

/** Opens the port, and opens it again when the background was stopped and started. */
export function openChecklistPort(onState: (state: ChecklistState) => void): ChecklistPort {
  let watched: number | undefined;
  const open = () => {
    const port = browser.runtime.connect({ name: CHECKLIST_PORT });
    port.onMessage.addListener((state) => onState(state as ChecklistState));
    port.onDisconnect.addListener(() => {
      current = open();
    });
    if (watched !== undefined) port.postMessage({ type: 'watch', tab: watched } satisfies ChecklistMessage);
    return port;
  };
  let current = open();
  return {
    watch(tab) {
      watched = tab;
      current.postMessage({ type: 'watch', tab } satisfies ChecklistMessage);
    },
    send: (message) => current.postMessage(message),
  };
}
