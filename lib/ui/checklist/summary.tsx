import { certainFixes } from '../../engine/fix.ts';
import { SEVERITIES } from '../../engine/types.ts';
import type { ChecklistIssue, ChecklistState } from '../../protocol/messages.ts';
import { SeverityMark } from '../severity-mark.tsx';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';

type ReadyState = Extract<ChecklistState, { status: 'ready' }>;

/** How much is left, how much is done, and the way to do all that is certain at once. */
export function Summary({ state, actions }: { readonly state: ReadyState; readonly actions: ChecklistActions }) {
  const { issues, cleared } = state;
  const certain = certainFixes(issues).length;
  return (
    <section class="summary" aria-label={text('summary')}>
      <div class="summary-line">
        <p class="remaining" role="status">
          {text('remaining', issues.length)}
        </p>
        {certain > 0 && (
          <button type="button" class="primary" onClick={() => actions.fixAll()}>
            {text('fixAll', certain)}
          </button>
        )}
      </div>
      <Severities issues={issues} />
      <Progress cleared={cleared} total={cleared + issues.length} />
      {state.refused !== undefined && (
        <p class="refused" role="alert">
          {text('refused', state.refused)}
        </p>
      )}
    </section>
  );
}

function Severities({ issues }: { readonly issues: readonly ChecklistIssue[] }) {
  return (
    <ul class="severities">
      {SEVERITIES.map((severity) => {
        const count = issues.filter((issue) => issue.severity === severity).length;
        return (
          count > 0 && (
            <li key={severity}>
              <SeverityMark severity={severity} />
              <span aria-hidden="true">{text(`severity_${severity}`)}</span> {count}
            </li>
          )
        );
      })}
    </ul>
  );
}

function Progress({ cleared, total }: { readonly cleared: number; readonly total: number }) {
  if (cleared === 0) return null;
  return (
    <div class="progress">
      <progress value={cleared} max={total} aria-label={text('progress')} />
      <span>{text('cleared', cleared)}</span>
    </div>
  );
}
