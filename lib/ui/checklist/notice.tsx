import type { ComponentChildren } from 'preact';
import { Mark } from '../mark.tsx';
import { text } from '../text.ts';

export interface NoticeProps {
  readonly title: string;
  readonly children?: ComponentChildren;
  /** Whether the proof is clean: the mark then wears its tick. */
  readonly clean?: boolean;
}

/** What stands in the place of the list where there is no list. */
export function Notice({ title, children, clean = false }: NoticeProps) {
  return (
    <section class={clean ? 'notice clean' : 'notice'}>
      <Mark clean={clean} />
      <div role="status">
        <h2>{title}</h2>
      </div>
      {children}
    </section>
  );
}

/** The text is longer than what is checked. */
export function TooLong() {
  return (
    <Notice title={text('tooLongTitle')}>
      <p>{text('tooLongBody')}</p>
    </Notice>
  );
}

export function Loading() {
  return (
    <section class="loading" aria-busy="true">
      <p role="status">{text('loading')}</p>
      <div class="skeleton" aria-hidden="true" />
      <div class="skeleton" aria-hidden="true" />
      <div class="skeleton" aria-hidden="true" />
    </section>
  );
}
