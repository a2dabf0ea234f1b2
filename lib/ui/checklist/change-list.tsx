import { useMemo, useState } from 'preact/hooks';
import type { Range } from '../../document/types.ts';
import type { FixChoice } from '../../protocol/messages.ts';
import { CategoryLabel } from '../category-label.tsx';
import { Preview } from '../fix-choices.tsx';
import { text } from '../text.ts';
import { type Change, changesOf } from './changes.ts';
import type { Row } from './rows.ts';

export interface ChangeListProps {
  readonly rows: readonly Row[];
  onFix(choices: readonly FixChoice[]): void;
  onReveal(range: Range): void;
  onCancel(): void;
}

const placesOf = (changes: readonly Change[]) => changes.reduce((sum, { choices }) => sum + choices.length, 0);

/** Looked at before it is done: all changes, equal ones together, the certain ones ticked. Only what is ticked is done. */
export function ChangeList({ rows, onFix, onReveal, onCancel }: ChangeListProps) {
  const changes = useMemo(() => changesOf(rows), [rows]);
  /** What differs from the proposal, so that it stays as the writer left it while the text is edited. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const isTicked = ({ id, certain }: Change) => certain !== turned.has(id);
  const tick = (some: readonly Change[], ticked: boolean) => {
    const next = new Set(turned);
    for (const { id, certain } of some) {
      if (certain === ticked) next.delete(id);
      else next.add(id);
    }
    setTurned(next);
  };
  const ticked = changes.filter(isTicked);
  const count = placesOf(ticked);
  const groups = [
    { id: 'certain', members: changes.filter(({ certain }) => certain) },
    { id: 'guess', members: changes.filter(({ certain }) => !certain) },
  ] as const;
  return (
    <section
      class="review changes"
      aria-labelledby="changes"
      onKeyDown={(event) => {
        if (event.key === 'Escape') {
          event.preventDefault();
          onCancel();
        }
      }}
    >
      <div class="summary">
        <h2 class="remaining" id="changes">
          {text('changesTitle')}
        </h2>
        <p class="small">{text('changesNote')}</p>
      </div>
      {groups.map(
        ({ id, members }) =>
          members.length > 0 && (
            <fieldset class="change-group" key={id}>
              <legend>
                <span>{text(`changes_${id}`)}</span>
                <span class="group-count">{text('countIssues', placesOf(members))}</span>
                <button type="button" class="qy-quiet" onClick={() => tick(members, !members.every(isTicked))}>
                  {text(members.every(isTicked) ? 'tickNone' : 'tickAll')}
                </button>
              </legend>
              <ul>
                {members.map((change) => (
                  <ChangeRow
                    key={change.id}
                    change={change}
                    ticked={isTicked(change)}
                    onTick={(wanted) => tick([change], wanted)}
                    onReveal={onReveal}
                  />
                ))}
              </ul>
            </fieldset>
          ),
      )}
      <div class="review-foot change-buttons">
        <button type="button" class="plain" onClick={onCancel}>
          {text('cancel')}
        </button>
        <button
          type="button"
          class="primary"
          disabled={count === 0}
          // Enter makes the changes at once.
          ref={(button) => {
            if (document.activeElement === document.body) button?.focus({ preventScroll: true });
          }}
          onClick={() => onFix(ticked.flatMap(({ choices }) => choices))}
        >
          {text('fixTicked', count)}
        </button>
      </div>
    </section>
  );
}

interface ChangeRowProps {
  readonly change: Change;
  readonly ticked: boolean;
  onTick(ticked: boolean): void;
  onReveal(range: Range): void;
}

function ChangeRow({ change: { issue, preview, choices }, ticked, onTick, onReveal }: ChangeRowProps) {
  return (
    <li class="change">
      <label>
        <input type="checkbox" checked={ticked} onChange={({ currentTarget }) => onTick(currentTarget.checked)} />
        <Preview preview={preview} />
        {choices.length > 1 && <span class="row-times">×{choices.length}</span>}
      </label>
      <CategoryLabel category={issue.category} />
      <button
        type="button"
        class="qy-quiet"
        aria-label={text('revealWords', issue.matched)}
        onClick={() => onReveal(issue.range)}
      >
        {text('keyReveal')}
      </button>
    </li>
  );
}
