import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/**
 * “二个”, “二名”: before these measure words 二 is always 两. Behind an ordinal (第一、二个), another numeral (十二个) or a
 * noun that is numbered (初二, 周二), it is not this 二.
 */
const TWO =
  /(?<=^|[^第十百千万亿零〇一二三四五六七八九两几\d、至到—～和及初高周期月大老个点中])二(?=(?:个(?!是)|名|户(?![市车])|件|份|辆|座|篇|盏|间))/g;
/** Laws count with 二. */
const PRESCRIBING = /应当|不得|以[上下内]|处以|罚/;

/** 二 is a number; things are counted with 两. */
export default defineRule({
  id: 'number/two',
  messages: { two: 'warning' },
  scope: 'paragraph',
  examples: [
    { wrong: '联系⟦二⟧个村，下派⟦二⟧名干部。', right: '联系两个村，下派两名干部。' },
    { right: '联系两个村、第二个组，十二名干部、百分之二，二次供水、二级保护、二套班子、二期工程。' },
    { right: '第一、二个村，一个二个都来，初二名单，周二张贴，七点二个百分点，青溪二中二名教师，一个是水、二个是肥。' },
    { right: '第十二条 监督检查时，应当有二名以上人员参加。' },
  ],
  check({ text, marker }, context) {
    if (!text.includes('二') || marker?.style === 'article' || PRESCRIBING.test(text)) return;
    for (const { index } of allMatches(text, TWO)) {
      context.report({ range: [index, index + 1], message: 'two', suggestions: ['两'] });
    }
  },
});
