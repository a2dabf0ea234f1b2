import { allFound } from '../../lib/document/chunks.ts';
import type { Document } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { describeDocument } from '../../lib/kinds/kind.ts';
import { findReferences, type Listed, listAttachments, type Reference } from './_attachments.ts';

const bare = (name: string) => name.replace(/[《》\s]/g, '');

/** The listed attachment whose name the text gives beside its reference. */
function namedBy({ name }: Reference, listed: readonly Listed[]): Listed | undefined {
  return name === undefined ? undefined : listed.find((entry) => bare(entry.name).endsWith(bare(name)));
}

/** Documents that list their attachments above the signature. */
const LISTING: ReadonlySet<string> = new Set(['notice', 'letter', 'request', 'reply', 'circular', 'report', 'opinion']);

/** Lines with which an attachment begins. */
const attachmentsIn = allFound(({ text, content }) => (/^附\s*[件表录：:]/.test(text.slice(...content)) ? [true] : []));

/**
 * The first “（见附件2）” of a finished document in which no line begins with 附件. What is not in brackets may be the
 * attachment of another document.
 */
function firstUnlisted(document: Document): Reference | undefined {
  const description = describeDocument(document);
  if (!description?.finished || !LISTING.has(description.id)) return undefined;
  if (attachmentsIn(document).length > 0) return undefined;
  const { text } = document;
  return findReferences(document).find(
    ({ range: [start, end] }) =>
      /[（(]详?见?$/.test(text.slice(Math.max(0, start - 3), start)) && /[）)]/.test(text[end] ?? ''),
  );
}

const BODY = '全年新建步道三条，改造公园两座，组织义务植树四次，栽植乔木一千株，受理群众诉求三百件并全部办结。'.repeat(
  8,
);

/** “（见附件3）” where only two are listed, or where the thing named is attachment 2. */
export default defineRule({
  id: 'structure/attachment-reference',
  messages: { 'no-list': 'hint', unlisted: 'error', other: 'error' },
  notes: ['renumber', 'listed'],
  scope: 'document',
  examples: [
    {
      wrong:
        '请填写《自查表》（见附件1）。\n请报送《汇总表》（见⟦附件3⟧）。\n特此通知。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
      right:
        '请填写《自查表》（见附件1）。\n请报送《汇总表》（见附件2）。\n特此通知。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
    },
    {
      wrong: '请按时间安排（⟦附件4⟧）落实。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
    },
    {
      wrong: '请报送《汇总表》（⟦附件1⟧）。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
      right: '请报送《汇总表》（附件2）。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
    },
    {
      right:
        '请填写《自查表》（见附件1）和《汇总表》（见附件2）。\n附件：1.自查表\n　　　2.汇总表\n青溪区园林所\n2024年9月2日',
    },
    {
      right:
        '请填写《自查表》（见附件1），报送有关材料（见附件2）。\n附件：1.自查表\n　　　3.汇总表\n青溪区园林所\n2024年9月2日',
    },
    { right: '请填写自查表（见附件）。\n附件：自查表\n青溪区园林所\n2024年9月2日' },
    {
      wrong: `关于报送材料的通知\n各科室：\n${BODY}\n请填写《汇总表》（见⟦附件2⟧）。\n特此通知。\n青溪区园林所\n2024年9月2日`,
    },
    {
      right: `关于报送材料的通知\n各科室：\n${BODY}\n请填写《汇总表》（见附件2）。\n特此通知。\n青溪区园林所\n2024年9月2日\n附件2\n汇总表`,
    },
    {
      right: `关于报送材料的通知\n各科室：\n${BODY}\n按照区里通知的附件2填写。\n特此通知。\n青溪区园林所\n2024年9月2日`,
    },
    { right: '按照上级通知附件3执行，详见附件2。' },
  ],
  check(document, context) {
    const listed = listAttachments(document);
    if (listed.length === 0) {
      const reference = firstUnlisted(document);
      if (reference) {
        const { value, range } = reference;
        context.report({ range, message: 'no-list', data: { value } });
      }
      return;
    }
    const listEnd = listed.at(-1)!.endMark[1];
    const references = findReferences(document);
    // An attachment that follows with its own head is there, listed or not.
    const following = new Set(references.filter(({ range }) => range[0] > listEnd).map(({ value }) => value));
    for (const reference of references) {
      if (following.has(reference.value)) continue;
      const { value, range, number } = reference;
      const named = namedBy(reference, listed);
      const isListed = listed.some((entry) => entry.value === value);
      if (named ? named.value === value : isListed) continue;
      // The list is numbered 1, 3: its own fault, told elsewhere.
      if (!named && value <= listed.length) continue;
      context.report({
        range,
        message: named ? 'other' : 'unlisted',
        data: { value, count: listed.length, right: named?.value ?? 0 },
        ...(named && {
          suggestions: [
            { message: 'renumber', data: { right: named.value }, fix: { range: number, text: String(named.value) } },
          ],
        }),
        related: [{ range: (named ?? listed.at(-1)!).range, message: 'listed' }],
      });
    }
  },
});
