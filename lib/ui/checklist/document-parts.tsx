import type { DocumentPart } from '../../protocol/messages.ts';
import { text } from '../text.ts';

export interface DocumentPartsProps {
  readonly name: string;
  readonly parts: readonly DocumentPart[];
}

/** Parts that belong to the document and are not there. */
export const missingParts = (parts: readonly DocumentPart[]) =>
  parts.filter(({ present, required }) => required && !present).length;

/** What kind of document this is, and which of its parts are there. Open while one that belongs to it is missing. */
export function DocumentParts({ name, parts }: DocumentPartsProps) {
  const missing = missingParts(parts);
  return (
    <details class="parts" open={missing > 0}>
      <summary>
        <span class="parts-name">{name}</span>
        <span class={missing > 0 ? 'parts-missing' : 'parts-whole'}>
          {missing > 0 ? text('partsMissing', missing) : text('partsComplete')}
        </span>
      </summary>
      <ul>
        {parts.map((part) => (
          <Part key={part.name} {...part} />
        ))}
      </ul>
    </details>
  );
}

function Part({ name, present, required }: DocumentPart) {
  const state = present ? 'present' : required ? 'missing' : 'usual';
  return (
    <li class={state}>
      <svg viewBox="0 0 14 14" role="img" aria-label={text(`part_${state}`)}>
        {present ? <path d="m2.5 7.5 3 3 6-7" /> : <circle cx="7" cy="7" r="4.5" stroke-dasharray="2.4 2.3" />}
      </svg>
      {name}
      {state === 'usual' && <span class="note">{text('partOptional')}</span>}
    </li>
  );
}
