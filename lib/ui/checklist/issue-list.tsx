import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChecklistIssue } from '../../protocol/messages.ts';
import { CategoryLabel } from '../category-label.tsx';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';
import { IssueRow } from './issue-row.tsx';
import { groupIssues, keepSelection, type ListedIssue } from './order.ts';

const PAGE = 10;
const GROWING_FRAMES = 3;

export interface IssueListProps {
  readonly issues: readonly ChecklistIssue[];
  readonly actions: ChecklistActions;
  /** Id of the issue that is about to come back: it will be the selected one. */
  readonly restored: string | undefined;
}

const rowOf = (list: Element | null, id: string | undefined) =>
  id === undefined ? null : list?.querySelector<HTMLElement>(`[data-issue="${CSS.escape(id)}"]`);

/** All issues by category. One is selected; arrow keys move the selection, and the focus with it. */
export function IssueList({ issues, actions, restored }: IssueListProps) {
  const groups = useMemo(() => groupIssues(issues), [issues]);
  const listed = useMemo(() => groups.flatMap((group) => group.issues), [groups]);
  const [selected, select] = useSelection(listed, restored);
  const list = useRef<HTMLDivElement>(null);

  // Nothing has the focus at first, and when the row that had it has gone with its issue: the keys go on from here. It
  // goes with the selection from row to row.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isOnRow = activeElement?.classList.contains('row-main');
    if (activeElement === document.body || isOnRow) rowOf(list.current, selected)?.focus({ preventScroll: true });
  });

  // What can be done about the selected issue must be seen, so the row is brought into view once it has grown; and again
  // in the next frames, since rows that have not been in sight get their true height only there.
  useLayoutEffect(() => {
    let frame = 0;
    const show = (framesLeft: number) => {
      rowOf(list.current, selected)?.parentElement?.scrollIntoView({ block: 'nearest' });
      if (framesLeft > 0) frame = requestAnimationFrame(() => show(framesLeft - 1));
    };
    show(GROWING_FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [selected]);

  const moveTo = (index: number) => {
    const target = listed[Math.max(0, Math.min(listed.length - 1, index))];
    if (!target) return;
    select(target.id);
    rowOf(list.current, target.id)?.focus({ preventScroll: true });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = (event.target as HTMLElement).dataset.issue;
    const index = listed.findIndex(({ id }) => id === (focused ?? selected));
    const issue = listed[index];
    if (!issue || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act || (event.key === 'Enter' && focused === undefined)) return;
    event.preventDefault();
    act({ index, issue, last: listed.length - 1, moveTo, actions });
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the rows within, which are buttons
    <div class="issues" ref={list} onKeyDown={onKeyDown}>
      {groups.map(({ category, issues: members }) => (
        <section class="group" data-category={category} key={category} aria-labelledby={`group-${category}`}>
          <h2 id={`group-${category}`}>
            <CategoryLabel category={category} />
            <span class="group-count">
              {text(
                'countIssues',
                members.reduce((sum, { places }) => sum + places.length, 0),
              )}
            </span>
          </h2>
          <ul>
            {members.map((issue) => (
              <IssueRow
                key={issue.id}
                issue={issue}
                selected={issue.id === selected}
                actions={actions}
                onSelect={() => select(issue.id)}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface KeyAction {
  readonly index: number;
  readonly last: number;
  readonly issue: ListedIssue;
  readonly actions: ChecklistActions;
  moveTo(index: number): void;
}

function fixOrReveal({ issue, actions }: KeyAction): void {
  if (issue.fix) actions.fix(issue);
  else if (issue.suggestions?.length) actions.fix(issue, 0);
  else actions.reveal(issue.range);
}

const KEYS: Readonly<Record<string, (action: KeyAction) => void>> = {
  ArrowDown: ({ moveTo, index }) => moveTo(index + 1),
  ArrowUp: ({ moveTo, index }) => moveTo(index - 1),
  PageDown: ({ moveTo, index }) => moveTo(index + PAGE),
  PageUp: ({ moveTo, index }) => moveTo(index - PAGE),
  Home: ({ moveTo }) => moveTo(0),
  End: ({ moveTo, last }) => moveTo(last),
  Enter: fixOrReveal,
  Delete: ({ actions, issue }) => actions.ignore(issue),
  Backspace: ({ actions, issue }) => actions.ignore(issue),
};

/** The selected issue's id, kept in place while the list changes under it. */
function useSelection(
  listed: readonly ListedIssue[],
  restored: string | undefined,
): [string | undefined, (id: string) => void] {
  const [chosen, select] = useState<string>();
  useLayoutEffect(() => {
    if (restored !== undefined) select(restored);
  }, [restored]);
  const known = useRef<{ ids: readonly string[]; selected: string | undefined }>({ ids: [], selected: undefined });
  const ids = listed.map(({ id }) => id);
  const wanted = chosen !== undefined && ids.includes(chosen) ? chosen : known.current.selected;
  const selected = keepSelection(wanted, known.current.ids, ids);
  known.current = { ids, selected };
  return [selected, select];
}
