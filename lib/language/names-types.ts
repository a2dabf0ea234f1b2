export type NameKind = 'person' | 'place' | 'organisation' | 'transliteration' | 'term' | 'rare-writing';

export interface NameRange {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  readonly kind: NameKind;
  /** How sure it is in 0…1; a rough scale, not calibrated. */
  readonly confidence: number;
}

/** Takes a name that was found. */
export type ReportName = (start: number, end: number, kind: NameKind, confidence: number) => void;
