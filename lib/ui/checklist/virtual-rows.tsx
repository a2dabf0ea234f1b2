import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useReducer, useRef, useState } from 'preact/hooks';
import { offsetsOf, rowsBetween } from './windowing.ts';

/** What a row is taken to measure until it has been drawn. */
const ESTIMATE = 62;
/** Drawn beyond what is in sight, in parts of the window's height: so much a flick of the wheel may cover in a frame. */
const MARGIN = 1;

/** A popup that is opening is still low. */
const windowHeight = () => Math.max(innerHeight, 600);

export interface VirtualRowsProps<T> {
  readonly rows: readonly T[];
  /** Drawn wherever it is: the row that has or may get the focus. */
  readonly pinned: string | undefined;
  /** Draws a row as a list item with those attributes. */
  children(row: T, item: ItemProps): ComponentChildren;
}

export interface ItemProps {
  readonly style: { readonly marginTop: string } | undefined;
  readonly 'data-row': string;
  readonly 'aria-posinset': number;
  readonly 'aria-setsize': number;
}

/** A list of which only the rows near the window are drawn, whatever scrolls around it; the others leave room for themselves. */
export function VirtualRows<T extends { readonly id: string }>({ rows, pinned, children }: VirtualRowsProps<T>) {
  const list = useRef<HTMLUListElement>(null);
  const heights = useRef(new Map<string, number>());
  const [[top, bottom], setSight] = useState<readonly [number, number]>([0, windowHeight() * (1 + MARGIN)]);
  const [, measured] = useReducer((count: number) => count + 1, 0);

  useEffect(() => {
    const look = () => {
      const from = -list.current!.getBoundingClientRect().top;
      // In steps, so that not every pixel draws the list anew.
      const height = windowHeight();
      const step = height * (MARGIN / 2);
      const start = Math.floor((from - height * MARGIN) / step) * step;
      setSight((sight) => (sight[0] === start ? sight : [start, start + height * (1 + 2 * MARGIN) + step]));
    };
    const resize = () => {
      heights.current.clear();
      look();
    };
    look();
    document.addEventListener('scroll', look, { capture: true, passive: true });
    window.addEventListener('resize', resize);
    return () => {
      document.removeEventListener('scroll', look, { capture: true });
      window.removeEventListener('resize', resize);
    };
  }, []);

  useLayoutEffect(() => {
    let changed = false;
    for (const item of list.current!.querySelectorAll<HTMLElement>(':scope > [data-row]')) {
      const id = item.dataset.row!;
      const height = item.offsetHeight;
      if (height === 0 || heights.current.get(id) === height) continue;
      heights.current.set(id, height);
      changed = true;
    }
    if (changed) measured(undefined);
  });

  const offsets = offsetsOf(rows.map(({ id }) => heights.current.get(id) ?? ESTIMATE));
  const [first, end] = rowsBetween(offsets, top, bottom);
  const drawn = rows.flatMap((row, index) => ((index >= first && index < end) || row.id === pinned ? [index] : []));
  const last = drawn.at(-1);
  const below = offsets.at(-1)! - (last === undefined ? 0 : offsets[last + 1]!);
  return (
    <ul ref={list} style={{ paddingBottom: `${below}px` }}>
      {drawn.map((index, at) => {
        const before = at === 0 ? 0 : offsets[drawn[at - 1]! + 1]!;
        const gap = offsets[index]! - before;
        const row = rows[index]!;
        return children(row, {
          style: gap > 0 ? { marginTop: `${gap}px` } : undefined,
          'data-row': row.id,
          'aria-posinset': index + 1,
          'aria-setsize': rows.length,
        });
      })}
    </ul>
  );
}
