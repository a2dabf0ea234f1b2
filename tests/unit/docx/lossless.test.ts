/**
 * The oracle of tracked changes: with all of ours rejected the paragraph is what it was, character by character, each with
 * its look and its surroundings; with all accepted it is what the same edits make of it when they are applied.
 */
import { assert, constantFrom, integer, property, record, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Container } from '../../../lib/docx/container.ts';
import { obstacleTo } from '../../../lib/docx/obstacle.ts';
import { saveWordFile } from '../../../lib/docx/save.ts';
import type { TextEdit } from '../../../lib/docx/types.ts';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import {
  attribute,
  child,
  descendants,
  parseXml,
  textOf,
  type XmlElement,
  type XmlPart,
} from '../../../lib/docx/xml.ts';
import { applyFixes } from '../../../lib/engine/fix.ts';
import { field, paragraph, run, textBox, wordFile } from '../../support/word-document.ts';
import { wordFaults } from '../../support/word-validator.ts';

const AUTHOR = '清样';
const DATE = new Date('2026-11-30T14:00:00Z');

const theirs = (kind: 'ins' | 'del', id: number, content: string) =>
  `<w:${kind} w:id="${id}" w:author="喻文澜" w:date="2026-01-01T00:00:00Z">${content}</w:${kind}>`;

/** Nine shapes of paragraphs; every one has some that editors break. */
const SHAPES: Readonly<Record<string, string>> = {
  'one run': run('布署全年工作'),
  'runs cut within words': `${run('布', '<w:b/>')}<w:proofErr w:type="spellStart"/>${run('署全')}<w:bookmarkStart w:id="7" w:name="a"/>${run('年工', '<w:rFonts w:hint="eastAsia"/><w:rPrChange w:id="8" w:author="喻文澜"><w:rPr><w:b/></w:rPr></w:rPrChange>')}<w:bookmarkEnd w:id="7"/>${run('作')}`,
  'tabs, breaks and references':
    '<w:r><w:rPr><w:i/></w:rPr><w:t>甲&amp;乙\n子\t丑</w:t><w:tab/><w:t xml:space="preserve"> 丙 </w:t><w:br/><w:noBreakHyphen/><w:t>丁</w:t></w:r>',
  'links and smart tags': `${run('见')}<w:hyperlink r:id="l" w:history="1">${run('办事指南', '<w:u w:val="single"/>')}</w:hyperlink><w:smartTag w:element="date">${run('三月')}</w:smartTag>${run('起')}`,
  fields: `${run('第')}${field('PAGE', run('12'))}${run('页，')}${field('HYPERLINK "x"', run('链接'))}${run('止')}`,
  'revisions by somebody else': `${run('甲')}${theirs('ins', 11, run('新增文字') + run('二', '<w:b/>'))}${theirs('del', 12, '<w:r><w:delText>旧</w:delText></w:r>')}${run('乙丙')}`,
  'pictures, notes and comments': `${run('图')}<w:r><w:t>前</w:t><w:drawing><wp:inline/></w:drawing><w:t>后</w:t></w:r><w:commentRangeStart w:id="3"/>${run('注释')}<w:commentRangeEnd w:id="3"/><w:r><w:commentReference w:id="3"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r>${run('完')}`,
  'controls and hidden text': `<w:sdt><w:sdtPr><w:alias w:val="x"/></w:sdtPr><w:sdtContent>${run('可改')}</w:sdtContent></w:sdt>${run('隐', '<w:vanish/>')}${run('中')}<w:sdt><w:sdtPr><w:lock w:val="contentLocked"/></w:sdtPr><w:sdtContent>${run('锁')}</w:sdtContent></w:sdt>${run('末')}`,
  'a text box between words': `${run('前文')}${textBox(paragraph(run('框中文字')))}<w:r><w:t>后文</w:t>${textBox(paragraph(run('另框'))).slice(5, -6)}<w:t>尾</w:t></w:r>`,
};

const fileOf = (shape: string) =>
  wordFile(paragraph(shape, '<w:rPr><w:sz w:val="32"/></w:rPr>'), {
    ...(shape.includes('commentReference') && {
      comments: '<w:comment w:id="3" w:author="喻文澜"><w:p/></w:comment>',
    }),
    footnotes: `<w:footnote w:id="2">${paragraph(run('脚注'))}</w:footnote>`,
  });

const mainOf = (bytes: Uint8Array): XmlPart =>
  parseXml(new TextDecoder().decode(new Container(bytes).read('word/document.xml')));

/** Characters that mean what others do, and what an element does. */
const SAME: Readonly<Record<string, string>> = { '\n': ' ', '\t': 'w:tab' };

/** The attributes that tell one number of a revision from another are no part of what it is. */
const withoutIds = (markup: string) => markup.replace(/ w:id="\d+"/g, '');

/** Everything of a story in order: each character with its look and its wrappers; each other thing as it is written. */
function digest(part: XmlPart, ours: 'accepted' | 'rejected'): string[] {
  const lines: string[] = [];
  const walk = (element: XmlElement, around: string, look: string) => {
    for (const below of element.children) {
      const isOurs = attribute(part, below, 'w:author') === AUTHOR;
      const tag = part.xml.slice(below.start, below.openEnd);
      if (isOurs && below.name === (ours === 'accepted' ? 'w:del' : 'w:ins')) continue;
      if (isOurs) walk(below, around, look);
      else if (below.name === 'w:r') {
        const properties = child(below, 'w:rPr');
        const look = properties ? withoutIds(part.xml.slice(properties.start, properties.end)) : '';
        // What is new is not said to have changed its look; once accepted, that is no difference.
        walk(below, around, ours === 'accepted' ? look.replace(/<w:rPrChange.*<\/w:rPrChange>/, '') : look);
      } else if (below.name === 'w:rPr' && element.name === 'w:r') continue;
      else if (below.name === 'w:t' || (below.name === 'w:delText' && !around.includes('<w:del '))) {
        for (const character of textOf(part, below)) {
          lines.push(`${around}${look}${SAME[character] ?? character}`);
        }
      } else if (/^w:(?:tab|br|noBreakHyphen)$/.test(below.name)) lines.push(`${around}${look}${below.name}`);
      else if (below.name === 'w:ins' && ours === 'accepted') walk(below, around, look);
      else if (/^w:(?:ins|hyperlink|smartTag|sdtContent)$/.test(below.name))
        walk(below, around + withoutIds(tag), look);
      else if ((below.children.length === 0 && below.name !== 'w:p') || /^w:(?:pPr|sdtPr)$/.test(below.name)) {
        lines.push(`${around}${part.xml.slice(below.start, below.end)}`);
      } else {
        lines.push(`${around}${withoutIds(tag)}`);
        walk(below, around, look);
      }
    }
  };
  walk(part.root, '', '');
  return lines;
}

const save = (bytes: Uint8Array, edits: readonly TextEdit[], as: 'applied' | 'tracked') =>
  saveWordFile(bytes, { edits, remarks: [], as, author: AUTHOR, date: DATE });

/** @returns the edits that were not made */
function check(bytes: Uint8Array, edits: readonly TextEdit[]) {
  const { text } = openWordFile(bytes);
  const tracked = save(bytes, edits, 'tracked');
  const applied = save(bytes, edits, 'applied');
  expect(tracked.unmadeEdits).toEqual(applied.unmadeEdits);
  const unmade = new Set(tracked.unmadeEdits.map(({ change }) => change));
  const made = edits.filter((edit) => !unmade.has(edit));
  const expected = applyFixes(
    text,
    made.map(({ range, replacement }) => ({ range, text: replacement })),
  );
  expect(openWordFile(tracked.bytes).text).toBe(expected);
  expect(openWordFile(applied.bytes).text).toBe(expected);
  expect(digest(mainOf(tracked.bytes), 'rejected')).toEqual(digest(mainOf(bytes), 'rejected'));
  expect(digest(mainOf(tracked.bytes), 'accepted')).toEqual(digest(mainOf(applied.bytes), 'accepted'));
  expect([...wordFaults(tracked.bytes), ...wordFaults(applied.bytes)]).toEqual([]);
  return tracked.unmadeEdits;
}

describe.each(Object.entries(SHAPES))('%s', (_, shape) => {
  const bytes = fileOf(shape);
  const file = openWordFile(bytes);
  const { length } = file.text;

  it('every insertion, deletion and replacement', () => {
    for (let start = 0; start <= length; start++) {
      for (let end = start; end <= Math.min(length, start + 3); end++) {
        for (const replacement of end > start ? ['', '新字'] : ['添', '\t']) {
          const edit = { range: [start, end], replacement } as const;
          expect(check(bytes, [edit])[0]?.reason).toBe(obstacleTo(file, edit));
        }
      }
    }
  });

  it('several edits at once', () => {
    const edit = record({
      at: integer({ min: 0, max: length }),
      replacement: constantFrom('', '甲', ' 乙 ', '丙\t丁', '<&>'),
    });
    const edits = uniqueArray(edit, { maxLength: 5, selector: ({ at }) => at });
    assert(
      property(edits, integer({ min: 0, max: 2 }), (chosen, size) => {
        const inOrder = [...chosen].sort((a, b) => a.at - b.at);
        check(
          bytes,
          inOrder.map(({ at, replacement }, index) => {
            const end = Math.min(at + size, inOrder[index + 1]?.at ?? length);
            return { range: [at, end], replacement };
          }),
        );
      }),
      { numRuns: 25, seed: 16 },
    );
  });
});

it('both readings of a text box are corrected alike', () => {
  const bytes = fileOf(SHAPES['a text box between words']!);
  const at = openWordFile(bytes).text.indexOf('框中');
  const saved = save(bytes, [{ range: [at, at + 1], replacement: '盒' }], 'applied');
  const part = mainOf(saved.bytes);
  const boxes = [...descendants(part.root, 'w:txbxContent')].map((box) =>
    [...descendants(box, 'w:t')].map((text) => textOf(part, text)).join(''),
  );
  expect(boxes).toEqual(['盒中文字', '盒中文字', '另框', '另框']);
});
