import { defineRule } from '../../lib/engine/rule.ts';
import { type Leftover, reportLeftovers } from './_lines.ts';

const LEFTOVERS: readonly Leftover[] = [
  {
    pattern:
      /^[\s\u3000]*(?:好的|当然(?:可以)?|没问题|可以的)[，,！!。.]\s*(?:以下|下面|这里|这是|我|为您|根据|按照|请)/g,
  },
  {
    pattern:
      /(?:以下|下面|这|上面)(?:就)?是(?:我)?(?:为|给|帮|根据|按照|按|结合)(?:您|你)[^。；]{0,30}(?:生成|撰写|起草|整理|准备|修改|润色|优化|改写|提供|要求|写)/g,
  },
  {
    pattern:
      /^[\s\u3000]*(?:以下|下面)(?:就)?是[^。；，]{0,24}(?:范文|模板|示例|草稿|初稿|版本|正文|全文|润色后|修改后)[^。；]{0,12}[：:]/g,
  },
  { pattern: /作为(?:一[个款名])?(?:AI|人工智能|大?语言模型|智能助手)(?:语言模型|助手|模型)?[，,]我/gi },
  { pattern: /希望(?:以上|这[份篇些个]|本文|上述|我的)[^。；]{0,20}(?:对您|对你|能帮|有所帮助|有帮助|满足您|符合您)/g },
  {
    pattern:
      /如(?:果|需|有)(?:您|你)?[^。；]{0,20}(?:调整|修改|补充|疑问|进一步|其他需[求要])[^。；]{0,16}(?:告诉我|告知我|随时(?:联系|告诉|提出|沟通)|提供更多|跟我说|为您(?:调整|修改))/g,
  },
  {
    pattern:
      /(?:您|你)可以?(?:根据|结合)(?:实际|自己|自身|具体|需要|单位)[^。；]{0,12}(?:修改|调整|填写|补充|完善|增删)/g,
  },
  { pattern: /(?:需要|要不要|是否需要)我(?:帮|为|再|继续|进一步|把)[^。；]{0,24}(?:吗|？|\?)/g },
  {
    pattern:
      /:?contentReference\[oaicite:\d+\](?:\{[^}]{0,40}\})?|【\d+†[^】]{0,20}】|\[\^\d+\^\]|(?:已深度思考|思考过程)[（(：:]/g,
  },
  {
    pattern:
      /[（(【](?:全文|正文|本文)?(?:共计?|约|字数)[约：:]?\s*\d{3,5}\s*(?:余|多)?字[）)】]|[（(](?:全文|正文|本文)[^）)]{0,4}\d{3,5}\s*字[）)]/g,
    severity: 'hint',
  },
];

/** What a writing program says to the one who asked it. */
export default defineRule({
  id: 'residue/chat-remnant',
  severity: 'warning',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '⟦好的，以下是为您生成的述职报告：⟧', right: '' },
    { wrong: '⟦希望以上内容对您有所帮助！⟧', right: '' },
    { wrong: '⟦如果您需要进一步调整语气，请随时告诉我。⟧', right: '' },
    { right: '以下是各镇完成情况：' },
    { right: '作为一名党员，我始终严格要求自己。' },
    { right: '好的做法要坚持，希望大家再接再厉。' },
  ],
  check: (paragraph, context) => reportLeftovers(paragraph, LEFTOVERS, context),
});
