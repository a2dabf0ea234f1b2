import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { ChecklistIssue, FixChoice } from '../../protocol/messages.ts';
import type { ListOrder } from '../../settings/settings.ts';
import { CategoryLabel } from '../category-label.tsx';
import { text } from '../text.ts';
import type { ReviewActions } from './actions.ts';
import { IssueRow } from './issue-row.tsx';
import { countPlaces, type Row, type Section, type SectionId, sectionsOf } from './rows.ts';
import { keepSelection } from './selection.ts';
import { VirtualRows } from './virtual-rows.tsx';

const PAGE = 10;
const GROWING_FRAMES = 3;

export interface IssueListProps {
  readonly rows: readonly Row[];
  readonly order: ListOrder;
  readonly actions: ReviewActions;
  /** Id of the row that is about to come back: it will be the selected one. */
  readonly restored: string | undefined;
  /** The place to which the writer has come in the text. */
  readonly current: FixChoice | undefined;
}

const isAt = ({ key, range }: ChecklistIssue, current: FixChoice) => key === current.key && range[0] === current.start;

const rowOf = (list: Element | null, id: string | undefined) =>
  id === undefined ? null : list?.querySelector<HTMLElement>(`[data-issue="${CSS.escape(id)}"]`);

/** The rows in their sections, each of which can be folded. One is selected; arrow keys move the selection, and the focus with it. */
export function IssueList({ rows, order, actions, restored, current }: IssueListProps) {
  const [folded, setFolded] = useState<ReadonlySet<SectionId>>(new Set());
  const sections = useMemo(() => sectionsOf(rows, order), [rows, order]);
  const listed = useMemo(
    () => sections.filter(({ id }) => !folded.has(id)).flatMap((section) => section.rows),
    [sections, folded],
  );
  const come = current && rows.find(({ places }) => places.some((place) => isAt(place, current)));
  const [selected, select] = useSelection(listed, restored, come?.id);
  const list = useRef<HTMLDivElement>(null);
  /** Whether the selection has moved by a key: the focus follows as soon as the row is drawn. */
  const follows = useRef(false);

  // Nothing has the focus at first, and when the row that had it has gone with its issue: the keys go on from here. It
  // goes with the selection from row to row.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isOnRow = activeElement?.classList.contains('row-main');
    if (follows.current || activeElement === document.body || isOnRow)
      rowOf(list.current, selected)?.focus({ preventScroll: true });
    follows.current = false;
  });

  // What can be done about the selected issue must be seen, so the row is brought into view once it has grown; and again
  // in the next frames, since rows that have not been in sight get their true height only there.
  useLayoutEffect(() => {
    let frame = 0;
    const show = (framesLeft: number) => {
      rowOf(list.current, selected)?.closest('.row')?.scrollIntoView({ block: 'nearest' });
      if (framesLeft > 0) frame = requestAnimationFrame(() => show(framesLeft - 1));
    };
    show(GROWING_FRAMES);
    return () => cancelAnimationFrame(frame);
  }, [selected]);

  const moveTo = (index: number) => {
    const target = listed[Math.max(0, Math.min(listed.length - 1, index))];
    if (!target) return;
    follows.current = true;
    select(target.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const focused = (event.target as HTMLElement).dataset.issue;
    const index = listed.findIndex(({ id }) => id === (focused ?? selected));
    const row = listed[index];
    if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
    const act = KEYS[event.key];
    if (!act || (event.key === 'Enter' && focused === undefined)) return;
    event.preventDefault();
    act({ index, row, last: listed.length - 1, moveTo, actions });
  };

  const fold = (id: SectionId) => {
    const next = new Set(folded);
    if (!next.delete(id)) next.add(id);
    setFolded(next);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys act on the rows within, which are buttons
    <div class="issues" ref={list} onKeyDown={onKeyDown}>
      {sections.map((section) => (
        <SectionOfRows
          key={section.id}
          section={section}
          // A text in one piece needs no heading.
          heading={sections.length > 1 || section.id !== 'text'}
          folded={folded.has(section.id)}
          selected={selected}
          actions={actions}
          onFold={() => fold(section.id)}
          onSelect={select}
        />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly section: Section;
  readonly heading: boolean;
  readonly folded: boolean;
  readonly selected: string | undefined;
  readonly actions: ReviewActions;
  onFold(): void;
  onSelect(id: string): void;
}

function SectionOfRows({ section: { id, rows }, heading, folded, selected, actions, onFold, onSelect }: SectionProps) {
  const name =
    id === 'first' || id === 'text' ? <strong>{text(`section_${id}`)}</strong> : <CategoryLabel category={id} />;
  return (
    <section class={id === 'first' ? 'group first' : 'group'} aria-label={heading ? undefined : text('section_text')}>
      {heading && (
        <h2>
          <button type="button" class="fold" aria-expanded={!folded} onClick={onFold}>
            {name}
            <span class="group-count">{text('countIssues', countPlaces(rows))}</span>
          </button>
        </h2>
      )}
      {!folded && (
        <VirtualRows rows={rows} pinned={selected}>
          {(row, item) => (
            <IssueRow
              key={row.id}
              row={row}
              item={item}
              selected={row.id === selected}
              actions={actions}
              onSelect={() => onSelect(row.id)}
            />
          )}
        </VirtualRows>
      )}
    </section>
  );
}

interface KeyAction {
  readonly index: number;
  readonly last: number;
  readonly row: Row;
  readonly actions: ReviewActions;
  moveTo(index: number): void;
}

function fixOrReveal({ row, actions }: KeyAction): void {
  if (row.fix) actions.fix(row);
  else if (row.suggestions?.length) actions.fix(row, 0);
  else actions.reveal(row.range);
}

const KEYS: Readonly<Record<string, (action: KeyAction) => void>> = {
  ArrowDown: ({ moveTo, index }) => moveTo(index + 1),
  ArrowUp: ({ moveTo, index }) => moveTo(index - 1),
  PageDown: ({ moveTo, index }) => moveTo(index + PAGE),
  PageUp: ({ moveTo, index }) => moveTo(index - PAGE),
  Home: ({ moveTo }) => moveTo(0),
  End: ({ moveTo, last }) => moveTo(last),
  Enter: fixOrReveal,
  Delete: ({ actions, row }) => actions.ignore(row),
  Backspace: ({ actions, row }) => actions.ignore(row),
};

/** The selected row's id, kept in place while the list changes under it. */
function useSelection(
  listed: readonly Row[],
  restored: string | undefined,
  current: string | undefined,
): [string | undefined, (id: string) => void] {
  const [chosen, select] = useState<string>();
  useLayoutEffect(() => {
    if (restored !== undefined) select(restored);
  }, [restored]);
  useLayoutEffect(() => {
    if (current !== undefined) select(current);
  }, [current]);
  const known = useRef<{ ids: readonly string[]; selected: string | undefined }>({ ids: [], selected: undefined });
  const ids = listed.map(({ id }) => id);
  const wanted = chosen !== undefined && ids.includes(chosen) ? chosen : known.current.selected;
  const selected = keepSelection(wanted, known.current.ids, ids);
  known.current = { ids, selected };
  return [selected, select];
}
