import type { Severity } from '../engine/types.ts';
import { text } from './text.ts';

/** Told apart by shape as well as by colour: disc, triangle, ring. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  return (
    <svg class={`severity ${severity}`} viewBox="0 0 12 12" role="img" aria-label={text(`severity_${severity}`)}>
      {severity === 'error' && <circle cx="6" cy="6" r="5" />}
      {severity === 'warning' && <path d="M6 1.2 11.3 10.6H.7Z" />}
      {severity === 'hint' && <circle class="ring" cx="6" cy="6" r="3.75" />}
    </svg>
  );
}
