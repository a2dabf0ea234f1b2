import type { Desk, Remark } from './desk.ts';
import { workbenchText as text } from './text.ts';

function words(remark: Remark): string {
  switch (remark.kind) {
    case 'refused':
      return text(`obstacle_${remark.reason}`);
    case 'not-kept':
      return text('notKept');
    case 'no-answer':
      return text('noAnswer');
    case 'save-failed':
      return text('saveFailed');
    case 'saved':
      return remark.unmade > 0 ? text('savedWithout', remark.name, remark.unmade) : text('saved', remark.name);
  }
}

/** A quiet line below the paper: what was not done and why. It is there from the beginning, so that it is read out. */
export function RemarkLine({ desk }: { readonly desk: Desk }) {
  const { remark } = desk;
  return (
    <div class={remark ? 'remark-line shown' : 'remark-line'}>
      <p role="status">{remark && words(remark)}</p>
      {remark && (
        <button type="button" class="qy-quiet" onClick={() => desk.say(undefined)}>
          {text('understood')}
        </button>
      )}
    </div>
  );
}
