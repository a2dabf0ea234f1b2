import { certainFixes } from '../../engine/fix.ts';
import type { ReadyState } from '../../protocol/messages.ts';
import { text } from '../text.ts';

export interface SummaryProps {
  readonly state: ReadyState;
  /** Opens the list of all changes, to be ticked. */
  onFixAll(): void;
}

/** How much is left, how much is done, and the way to do much at once. */
export function Summary({ state: { issues, cleared }, onFixAll }: SummaryProps) {
  const certain = certainFixes(issues).length;
  const canFix = certain > 0 || issues.some(({ suggestions = [] }) => suggestions.length > 0);
  return (
    <section class="summary" aria-label={text('summary')}>
      <div class="summary-line">
        <p class="remaining" role="status">
          {text('remaining', issues.length)}
        </p>
        {canFix && (
          <button type="button" class={certain > 0 ? 'primary' : 'plain'} onClick={onFixAll}>
            {certain > 0 ? text('fixCertain', certain) : text('fixTogether')}
          </button>
        )}
      </div>
      {cleared > 0 && (
        <div class="progress">
          <progress value={cleared} max={cleared + issues.length} aria-label={text('progress')} />
          <span>{text('cleared', cleared)}</span>
        </div>
      )}
    </section>
  );
}
