import { contentOf, contentRange } from '../../lib/document/content.ts';
import { namesAddressee } from '../../lib/document/roles.ts';
import type { Block, Document } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** A person, alone or behind what they sign as; blanks may part the characters of a name. */
const PERSON = /^(?:[^：:]{2,4}[：:]\s*)?\p{Script=Han}(?:\s?\p{Script=Han}){1,3}$/u;
const LONGEST_UNIT = 30;
/** A name and a mark, and no word that makes a sentence of it: “请报县财政局。” is one. */
const SIGNED_UNIT = /^[^，。；：！？请送报给向由为在到是将把被对与及、了]{4,29}[，。；、]$/;

/** Whether a line below the date names who wrote the text, and not whom to ask or what else follows. */
function isSigned(block: Block, document: Document): boolean {
  const words = contentOf(block);
  const earlier = document.blocks.some(({ role, index }) => role === 'byline' && index < block.index);
  const isUnit = words.length <= LONGEST_UNIT && !/[：:（(]/.test(words) && namesAddressee(words);
  return isUnit || (PERSON.test(words) && !earlier && /人[：:]/.test(words));
}

/** A unit's name right above the date that ends in a mark, where a signature takes none. */
function markedSignature({ date, blocks }: Document): Block | undefined {
  if (date?.role !== 'date') return undefined;
  const above = blocks.slice(0, date.index).findLast(({ role }) => role !== 'blank');
  if (!above || above.role === 'signature' || above.paragraph.marker) return undefined;
  const words = contentOf(above);
  return words.length <= LONGEST_UNIT && SIGNED_UNIT.test(words) && namesAddressee(words.slice(0, -1))
    ? above
    : undefined;
}

/** The date stands above the name that signs. */
export default defineRule({
  id: 'structure/signature-order',
  messages: { above: 'warning', mark: 'warning' },
  notes: ['signature'],
  scope: 'document',
  basis: 'GB/T 9704—2012 7.3.5',
  examples: [
    {
      wrong: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。\n⟦2024年9月2日⟧\n青溪区园林管理局',
      right: '关于购置洒水车的请示\n区政府：\n拟购置洒水车一辆。\n妥否，请批示。\n青溪区园林管理局\n2024年9月2日',
    },
    {
      wrong: '关于植树的通知\n各科室：\n定于3月12日植树。\n青溪区园林管理局⟦。⟧\n2024年3月2日',
      right: '关于植树的通知\n各科室：\n定于3月12日植树。\n青溪区园林管理局\n2024年3月2日',
    },
    { right: '关于植树的通知\n各科室：\n定于3月12日植树。\n方案请报区园林管理局。\n2024年3月2日' },
    { wrong: '述职报告\n各位领导：\n新建步道三条。\n请予评议。\n⟦2024年9月2日⟧\n述职人：喻文澜' },
    { right: '关于植树的通知\n各科室：\n定于3月12日植树。\n青溪区园林管理局\n2024年3月2日\n（联系人：喻文澜）' },
    { right: '关于植树的通知\n各科室：\n定于3月12日植树。\n青溪区园林管理局\n2024年3月2日\n青溪区园林管理局办公室' },
    { right: '植树日记\n2024年3月12日\n今天栽了三百株。\n青溪区园林管理局' },
  ],
  check(document, context) {
    const { date, signature, blocks } = document;
    const marked = markedSignature(document);
    if (marked) {
      const [, end] = contentRange(marked);
      context.report({ range: [end - 1, end], message: 'mark', suggestions: [''] });
    }
    if (!date || !signature || date.role !== 'date' || signature.index < date.index) return;
    const below = blocks.slice(date.index + 1).filter(({ role }) => role === 'signature');
    const isSignedAbove = blocks.slice(0, date.index).some(({ role }) => role === 'signature');
    const signed = below.find((block) => isSigned(block, document));
    if (isSignedAbove || !signed) return;
    context.report({
      range: contentRange(date),
      message: 'above',
      related: [{ range: contentRange(signed), message: 'signature' }],
    });
  },
});
