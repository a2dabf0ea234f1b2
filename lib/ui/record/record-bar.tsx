import { workbenchText as text } from '../workbench/text.ts';

export const RECORD_FORMATS = ['word', 'markdown', 'html', 'json'] as const;
export type RecordFormat = (typeof RECORD_FORMATS)[number];

export interface RecordBarProps {
  onSave(format: RecordFormat): void;
  onPrint(): void;
}

/** What can be done with a record. */
export function RecordBar({ onSave, onPrint }: RecordBarProps) {
  return (
    <header class="record-bar">
      {RECORD_FORMATS.map((format) => (
        <button type="button" key={format} onClick={() => onSave(format)}>
          {text(`record_${format}`)}
        </button>
      ))}
      <button type="button" class="primary" onClick={onPrint}>
        {text('record_print')}
      </button>
    </header>
  );
}
