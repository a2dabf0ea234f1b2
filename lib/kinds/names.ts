import type { DocumentDescription } from './kind.ts';
import type { Names } from './kinds.ts';

/** Name of the kind and its parts, in the order in which they stand in the document: what the checklist shows. */
export function nameDocument(
  { kind, parts }: DocumentDescription,
  locale: keyof Names,
): { name: string; parts: { name: string; present: boolean; required: boolean }[] } {
  return {
    name: kind.name[locale],
    parts: parts.map(({ name, present, required }) => ({ name: name[locale], present, required })),
  };
}
