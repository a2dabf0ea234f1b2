import type { DocumentPart } from '../../protocol/messages.ts';
import { text } from '../text.ts';

export interface DocumentPartsProps {
  readonly name: string;
  readonly parts: readonly DocumentPart[];
}

/** What kind of document this is, and which of its parts are there. Open while something is missing. */
export function DocumentParts({ name, parts }: DocumentPartsProps) {
  const missing = parts.filter(({ present }) => !present).length;
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
          <li key={part.name} class={part.present ? 'present' : 'missing'}>
            <PartMark present={part.present} />
            {part.name}
          </li>
        ))}
      </ul>
    </details>
  );
}

function PartMark({ present }: { readonly present: boolean }) {
  return (
    <svg viewBox="0 0 14 14" role="img" aria-label={text(present ? 'partPresent' : 'partMissing')}>
      {present ? <path d="m2.5 7.5 3 3 6-7" /> : <circle cx="7" cy="7" r="4.5" stroke-dasharray="2.4 2.3" />}
    </svg>
  );
}
