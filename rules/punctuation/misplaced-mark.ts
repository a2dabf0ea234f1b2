import { allMatches } from '../../lib/document/matches.ts';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { UNFILLED } from '../placeholder/_blanks.ts';
import { pairsOf } from './_marks.ts';

const AT_START = /^[，。、；：！？]/;
// The mark comes first in each pattern: to look behind from every place of the text takes many times longer.
const BEHIND_OPENING = /[，。、；：！？](?<=[“‘《（【].)/g;
const BEFORE_CLOSING = /[、：；](?=[”’》）】])(?<=\p{Script=Han}.)|、(?=\s*$)/gu;
const BEFORE_DE = /[，、。](?=的(?:[^确士卢款哥姐黎]|$))(?<=\p{Script=Han}.)/gu;
/** 制度健全。责任明确。运转高效的工作机制: attributes of one noun, each ended like a sentence. */
const BETWEEN_ATTRIBUTES = /。(?<=\p{Script=Han}{4}。)\p{Script=Han}{4}。(?=\p{Script=Han}{4}的\p{Script=Han}{2})/gu;

/** “（联系电话：）”: what is missing is the number. */
const isUnfilled = (text: string, colon: number) => UNFILLED.test(text.slice(Math.max(0, colon - 4), colon + 2));

const NONE: ReadonlySet<number> = new Set();

/** Places of the marks that open or close a pair, whichever half is written. Those without a partner are another rule's business. */
const marksThat = (paragraph: Paragraph, does: 'open' | 'close'): ReadonlySet<number> =>
  new Set(
    pairsOf(paragraph).flatMap(({ marks }) =>
      marks.flatMap(({ at, meant, partner }) => (meant === does && partner !== undefined ? [at] : [])),
    ),
  );

/** 他说：“要抓好落实”。 A sentence quoted whole keeps its full stop inside. */
const WHOLE_QUOTE = /(?:说|道|指出|强调|表示|要求|提出|认为|写道|问)：“[^“”\n]{6,120}[^。！？…”“]”。/g;

/** 他说：“我们一定努力。”，大家鼓掌。 */
const BEHIND_QUOTED_STOP = /。”[，；](?=\p{Script=Han})/gu;
/** “省、市、县，三级联动” */
const BEFORE_LEVELS =
  /，(?=[两二三四五六]级(?:联动|联通|贯通|协同|同步|书记|干部|网络|体系|机制|平台))(?<=[省市县区镇乡村]、[省市县区镇乡村组]，)/g;

/** Marks where none can stand: at the start of a line, behind an opening mark, before a closing one, before 的. */
export default defineRule({
  id: 'punctuation/misplaced-mark',
  messages: {
    start: 'warning',
    opening: 'warning',
    closing: 'warning',
    de: 'warning',
    attributes: 'warning',
    quote: 'hint',
    double: 'warning',
    level: 'warning',
  },
  basis: 'GB/T 15834—2011 5.1.1',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '⟦，⟧全年检查药店53家。', right: '全年检查药店53家。' },
    { wrong: '推进“⟦，⟧双公示”工作。', right: '推进“双公示”工作。' },
    { wrong: '检查药店（含诊所⟦、⟧）53家。', right: '检查药店（含诊所）53家。' },
    { wrong: '关于做好防汛工作⟦，⟧的通知', right: '关于做好防汛工作的通知' },
    { wrong: '建立制度健全⟦。⟧责任明确⟦。⟧运转高效的工作机制。' },
    { wrong: '他说：“这项工作要抓好落实⟦”。⟧', right: '他说：“这项工作要抓好落实。”' },
    { wrong: '他说：“我们一定抓好落实⟦。”，⟧大家鼓掌。', right: '他说：“我们一定抓好落实”，大家鼓掌。' },
    { wrong: '建立省、市、县⟦，⟧三级联动机制。', right: '建立省、市、县三级联动机制。' },
    { right: '建立省、市、县三级联动机制，走访市、县、乡，三级医院建了五所。' },
    { right: '他说这项工作要“抓好落实”。文件称：“要落实。”' },
    { right: '“来了。”他说，的确如此，的哥绕城三圈送还失物。' },
    { right: '（一）是；（二）否（联系人：祁向南，联系电话：）。' },
    { right: '他强调：”要抓好落实“。他又说：”要勤巡查。' },
  ],
  check(paragraph, context) {
    const { text, content } = paragraph;
    const words = text.slice(content[0], content[1]);
    const start = AT_START.exec(words);
    if (start && words.length > 1) {
      context.report({
        range: [content[0], content[0] + 1],
        message: 'start',
        data: { mark: start[0] },
        suggestions: [''],
      });
    }
    const behindOpening = allMatches(text, BEHIND_OPENING);
    const opening = behindOpening.length > 0 ? marksThat(paragraph, 'open') : NONE;
    for (const { 0: mark, index } of behindOpening) {
      if (!opening.has(index - 1)) continue;
      context.report({ range: [index, index + 1], message: 'opening', data: { mark }, suggestions: [''] });
    }
    const beforeClosing = allMatches(text, BEFORE_CLOSING);
    const closing = beforeClosing.length > 0 ? marksThat(paragraph, 'close') : NONE;
    for (const { 0: mark, index } of beforeClosing) {
      // 强调：”…
      if (/[”’》）】]/.test(text[index + 1] ?? '') && !closing.has(index + 1)) continue;
      if (index >= content[1] - 1 || isUnfilled(text, index)) continue;
      context.report({ range: [index, index + 1], message: 'closing', data: { mark }, suggestions: [''] });
    }
    for (const { 0: mark, index } of allMatches(text, BEFORE_DE)) {
      context.report({ range: [index, index + 1], message: 'de', data: { mark }, suggestions: [''] });
    }
    for (const { 0: quote, index } of allMatches(text, WHOLE_QUOTE)) {
      const end = index + quote.length;
      context.report({
        range: [end - 2, end],
        message: 'quote',
        basis: 'GB/T 15834—2011 5.1.4',
        suggestions: ['。”'],
      });
    }
    for (const { 0: stop, index } of allMatches(text, BEHIND_QUOTED_STOP)) {
      const mark = stop[2]!;
      context.report({
        range: [index, index + stop.length],
        message: 'double',
        data: { mark },
        suggestions: [`”${mark}`, '。”'],
      });
    }
    for (const { index } of allMatches(text, BEFORE_LEVELS)) {
      context.report({ range: [index, index + 1], message: 'level', suggestions: [''] });
    }
    for (const { 0: stretch, index } of allMatches(text, BETWEEN_ATTRIBUTES)) {
      for (const at of [index, index + stretch.length - 1]) {
        context.report({ range: [at, at + 1], message: 'attributes', suggestions: ['、'] });
      }
    }
  },
});
