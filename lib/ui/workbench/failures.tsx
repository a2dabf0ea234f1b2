import type { Desk } from './desk.ts';
import { workbenchText as text } from './text.ts';

/** Files that could not be opened: why, and what to do. */
export function Failures({ desk }: { readonly desk: Desk }) {
  const { failures } = desk;
  if (failures.length === 0) return null;
  return (
    <div class="failures" role="alert">
      <ul>
        {failures.map(({ name, reason }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a list that is only ever replaced
          <li key={index}>
            <b>{text('notOpened', name)}</b> {text(`unreadable_${reason}`)}
          </li>
        ))}
      </ul>
      <button type="button" class="qy-quiet" onClick={() => desk.dismissFailures()}>
        {text('understood')}
      </button>
    </div>
  );
}
