import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChecklistIssue } from '../../protocol/messages.ts';
import { CategoryLabel } from '../category-label.tsx';
import { text } from '../text.ts';
import type { ChecklistActions } from './actions.ts';
import { IssueRow } from './issue-row.tsx';
import { groupIssues, keepSelection, type ListedIssue } from './order.ts';

const PAGE = 10;

export interface IssueListProps {
  readonly issues: readonly ChecklistIssue[];
  readonly actions: ChecklistActions;
}

/** All issues by category. One is selected; arrow keys move the selection, and the focus with it. */
export function IssueList({ issues, actions }: IssueListProps) {
  const groups = useMemo(() => groupIssues(issues), [issues]);
  const listed = useMemo(() => groups.flatMap((group) => group.issues), [groups]);
  const [selected, select] = useSelection(listed);
  const list = useRef<HTMLDivElement>(null);

  const rowOf = (id: string | undefined) =>
    id === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-issue="${CSS.escape(id)}"]`);

  // Nothing has the focus at first, and when the row that had it has gone with its issue: the keys go on from here.
  useLayoutEffect(() => {
    if (document.activeElement === document.body) rowOf(selected)?.focus();
  });

  const moveTo = (index: number) => {
    const target = listed[Math.max(0, Math.min(listed.length - 1, index))];
    if (!target) return;
    select(target.id);
    rowOf(target.id)?.focus();
    rowOf(target.id)?.scrollIntoView({ block: 'nearest' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const index = listed.findIndex(({ id }) => id === selected);
    const issue = listed[index];
    if (!issue || event.ctrlKey || event.metaKey || event.altKey) return;
    const onRow = (event.target as HTMLElement).dataset.issue !== undefined;
    const act = KEYS[event.key];
    if (!act || (event.key === 'Enter' && !onRow)) return;
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
            <span class="group-count">{text('countIssues', members.length)}</span>
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
function useSelection(listed: readonly ListedIssue[]): [string | undefined, (id: string) => void] {
  const [chosen, select] = useState<string>();
  const known = useRef<{ ids: readonly string[]; selected: string | undefined }>({ ids: [], selected: undefined });
  const ids = listed.map(({ id }) => id);
  const wanted = chosen !== undefined && ids.includes(chosen) ? chosen : known.current.selected;
  const selected = keepSelection(wanted, known.current.ids, ids);
  known.current = { ids, selected };
  return [selected, select];
}
