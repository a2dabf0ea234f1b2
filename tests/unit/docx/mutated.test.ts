/** Markup that no program writes: elements lost, doubled and moved. Whatever it is, it is read and corrected alike, or refused. */
import { array, assert, constantFrom, nat, property, record } from 'fast-check';
import { zipSync } from 'fflate';
import { it } from 'vitest';
import { saveWordFile } from '../../../lib/docx/save.ts';
import { UnreadableFile } from '../../../lib/docx/types.ts';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import { applyFixes } from '../../../lib/engine/fix.ts';
import { field, paragraph, plain, run, table, textBox, utf8, wordEntries } from '../../support/word-document.ts';

const inserted = (content: string) => `<w:ins w:id="5" w:author="喻文澜">${content}</w:ins>`;
const deleted = (text: string) => `<w:del w:id="6" w:author="喻文澜"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;

const BODY =
  plain('青石镇工作总结') +
  paragraph(
    run('见') + field('REF a', run('第三条')) + inserted(run('新增')) + deleted('旧') + run('止', '<w:vanish/>'),
  ) +
  table([plain('格一'), plain('格二')]) +
  paragraph(`${run('文')}${textBox(plain('框一', '框二'))}<w:r><w:footnoteReference w:id="2"/></w:r>${run('末')}`) +
  paragraph(
    `<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>${run('锁')}</w:sdtContent></w:sdt>`,
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="7" w:author="a"/></w:rPr>',
  ) +
  '<w:p/>';

const ENTRIES = wordEntries(BODY, {
  footnotes: `<w:footnote w:id="2">${plain('注')}</w:footnote>`,
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
});

/** Whole elements, as far as a pattern can tell them. */
const ELEMENTS = [...BODY.matchAll(/<([\w:]+)(?:\s[^>]*)?\/>|<([\w:]+)(?:\s[^>]*)?>.*?<\/\2>/gs)].flatMap(
  ({ 0: element, index }) => [
    { index, element },
    ...[...element.slice(1).matchAll(/<([\w:]+)(?:\s[^>]*)?\/>|<(w:r|w:t|w:ins|w:del)(?:\s[^>]*)?>.*?<\/\2>/gs)].map(
      (inner) => ({
        index: index + 1 + inner.index,
        element: inner[0],
      }),
    ),
  ],
);

const mutation = record({
  kind: constantFrom('lost', 'doubled', 'moved', 'replaced'),
  one: nat(ELEMENTS.length - 1),
  other: nat(ELEMENTS.length - 1),
});

it('is read and corrected alike, or refused', () => {
  assert(
    property(array(mutation, { minLength: 1, maxLength: 3 }), nat(6), (mutations, offset) => {
      let body = BODY;
      for (const { kind, one, other } of mutations) {
        const { index, element } = ELEMENTS[one]!;
        const { element: second } = ELEMENTS[other]!;
        const kept = kind === 'doubled' || kind === 'moved' ? body.slice(index) : body.slice(index + element.length);
        body = body.slice(0, index) + (kind === 'lost' ? '' : kind === 'doubled' ? element : second) + kept;
      }
      const main = new TextDecoder().decode(ENTRIES['word/document.xml']).replace(BODY, () => body);
      const bytes = zipSync({ ...ENTRIES, 'word/document.xml': utf8(main) }, { level: 0 });
      try {
        const { text } = openWordFile(bytes);
        const edits = Array.from({ length: Math.ceil(text.length / 7) }, (_, index) => {
          const start = Math.min(text.length, index * 7 + offset);
          return { range: [start, Math.min(text.length, start + (index % 3))], replacement: '改' } as const;
        });
        for (const as of ['applied', 'tracked'] as const) {
          const remarks = edits.map(({ range }) => ({ range, text: '注' }));
          const saved = saveWordFile(bytes, { edits, remarks, as, author: '清样', date: new Date(0) });
          const unmade = new Set(saved.unmadeEdits.map(({ change }) => change));
          const made = edits.filter((edit) => !unmade.has(edit));
          const expected = applyFixes(
            text,
            made.map(({ range, replacement }) => ({ range, text: replacement })),
          );
          const seen = openWordFile(saved.bytes).text;
          if (seen !== expected) throw new Error(`${as}: ${seen} is not ${expected}`);
        }
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
      }
    }),
    { numRuns: 200, seed: 31 },
  );
});
