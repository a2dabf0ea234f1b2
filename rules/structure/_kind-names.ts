import english from '../../assets/document-types.en.json' with { type: 'json' };
import chinese from '../../assets/document-types.zh-CN.json' with { type: 'json' };
import type { DocumentDescription } from './_kind.ts';

const NAMES = { 'zh-CN': chinese, en: english } as const;

type Names = { readonly kinds: Readonly<Record<string, string>>; readonly parts: Readonly<Record<string, string>> };

/** Name of the kind and its parts, in the order in which they stand in the document: what the checklist shows. */
export function nameDocument(
  { id, parts }: DocumentDescription,
  locale: keyof typeof NAMES,
): { name: string; parts: { name: string; present: boolean; required: boolean }[] } {
  const names: Names = NAMES[locale];
  return {
    name: names.kinds[id] ?? id,
    parts: parts.map(({ id: part, present, required }) => ({ name: names.parts[part] ?? part, present, required })),
  };
}
