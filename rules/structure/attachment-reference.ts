import { defineRule } from '../../lib/engine/rule.ts';
import { findReferences, type Listed, listAttachments, type Reference } from './_attachments.ts';

const bare = (name: string) => name.replace(/[《》\s]/g, '');

/** The listed attachment whose name the text gives beside its reference. */
function namedBy({ name }: Reference, listed: readonly Listed[]): Listed | undefined {
  return name === undefined ? undefined : listed.find((entry) => bare(entry.name).endsWith(bare(name)));
}

/** “（见附件3）” where only two are listed, or where the thing named is attachment 2. */
export default defineRule({
  id: 'structure/attachment-reference',
  severity: 'error',
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
    { right: '请填写自查表（见附件）。\n附件：自查表\n青溪区园林所\n2024年9月2日' },
    { right: '按照上级通知附件3执行，详见附件2。' },
  ],
  check(document, context) {
    const listed = listAttachments(document);
    if (listed.length === 0) return;
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
