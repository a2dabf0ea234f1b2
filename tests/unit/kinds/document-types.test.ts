import { describe, expect, it } from 'vitest';
import types from '../../../assets/document-types.json' with { type: 'json' };
import schema from '../../../assets/document-types.schema.json' with { type: 'json' };
import { parseDocument } from '../../../lib/document/document.ts';
import { describeDocument } from '../../../lib/kinds/kind.ts';
import { findFaults } from '../../support/json-schema.ts';

type Part = { name: unknown; sign: string; pattern?: string };
type File = {
  parts: Record<string, Part>;
  kinds: { id: string; examples: string[]; parts: { id: string; sign?: string; pattern?: string }[] }[];
};

/** What the schema cannot say: parts are known, ids are used once, what a kind changes still makes sense. */
function findDangling({ parts, kinds }: File): string[] {
  const ids = kinds.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `kinds: ${id} stands twice`);
  const used = new Set(kinds.flatMap((kind) => kind.parts.map(({ id }) => id)));
  const unused = Object.keys(parts).filter((id) => !used.has(id));
  return [
    ...twice,
    ...unused.map((id) => `parts.${id}: no kind has it`),
    ...kinds.flatMap((kind) =>
      kind.parts.flatMap((part) => {
        const known = parts[part.id];
        if (!known) return [`kinds(${kind.id}).parts: no part is called ${part.id}`];
        const { sign, pattern } = { ...known, ...part };
        const needsPattern = ['section', 'text', 'closing'].includes(sign);
        // The words of a closing are each kind's own.
        return needsPattern && pattern === undefined ? [`kinds(${kind.id}).parts(${part.id}): pattern is missing`] : [];
      }),
    ),
  ];
}

const faultsOf = (file: unknown) => [...findFaults(file as never, schema), ...findDangling(file as File)];
const changed = (change: (file: File) => void): unknown => {
  const file = structuredClone(types) as unknown as File;
  change(file);
  return file;
};

describe('assets/document-types.json', () => {
  it('follows its schema', () => expect(faultsOf(types)).toEqual([]));

  it.each<[string, (file: File) => void, string]>([
    [
      'an unknown sign',
      (file) => {
        file.parts.plans!.sign = 'sectoin';
      },
      'parts.plans.sign: "sectoin" is none of section, text, salutation, closing, signature, date',
    ],
    [
      'a missing pattern',
      (file) => {
        delete file.parts.plans!.pattern;
      },
      'parts.plans: pattern is missing',
    ],
    [
      'a broken pattern',
      (file) => {
        file.parts.plans!.pattern = '(打算';
      },
      'parts.plans.pattern: (打算 is no regular expression',
    ],
    [
      'a part that does not exist',
      (file) => {
        file.kinds[0]!.parts[0]!.id = 'dutys';
      },
      'kinds(confirmation-report).parts: no part is called dutys',
    ],
    [
      'a name in one language only',
      (file) => {
        file.parts.plans!.name = { en: 'Plans' };
      },
      'parts.plans.name: zh-CN is missing',
    ],
  ])('says where there is %s', (_, change, message) => expect(faultsOf(changed(change))).toContain(message));

  it.each(types.kinds.flatMap(({ id, examples }) => examples.map((title) => [title, id])))('knows %s', (title, id) => {
    expect(describeDocument(parseDocument(`${title}\n全年新建步道三条。\n改造公园两座。`))?.id).toBe(id);
  });
});
