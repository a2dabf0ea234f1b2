import { defineRule } from '../../lib/engine/rule.ts';
import { type Leftover, reportLeftovers } from './_lines.ts';

const LEFTOVERS: readonly Leftover[] = [
  { pattern: /本(?:模板|范文|样本|范本|示例|样例)(?:由|仅|为|来自|系|可|适用|供|是)/g },
  { pattern: /(?:正式)?使用(?:时|前|后)[，,]?(?:请|须|应|可)?(?:自行)?(?:删除|删去|替换|改为)/g },
  {
    pattern:
      /请(?:自行)?(?:删除|删去|替换|删掉)(?:本|此|该|上述|以上|括号|红色|蓝色|灰色)(?:行|段|页|说明|提示|内容|文字|内|字|部分)/g,
  },
  {
    pattern:
      /(?:红色|蓝色|灰色|斜体|括号内|黄色|标红|楷体)的?(?:字体?|文字|内容|部分)[^。]{0,16}(?:删除|删去|填写|替换|修改|说明文字|提示)/g,
  },
  {
    pattern:
      /请(?:您)?(?:根据|按照|结合)(?:本?单位|实际|具体|自身|个人|自己的?)[^。；]{0,12}(?:修改|调整|填写|替换|增删)/g,
  },
  { pattern: /^[\s\u3000]*[【（(]?(?:范文|模板|样本|篇|例文)[一二三四五六七八九十\d]{1,3}[】）)：:]/g },
  { pattern: /(?:本|以上|上述|此)(?:内容|文字|资料|文档|模板|范文|文章)[^。；]{0,6}仅(?:供|作)[^。；]{0,4}参考/g },
  {
    pattern:
      /(?:范文|模板|例文)?[（(]?(?:通用|精选|最新|优秀|合集|汇编|集锦|热门|必备|大全)[^。；（）()]{0,4}\d{1,3}篇[）)]?/g,
  },
  {
    pattern: /^[\s\u3000]*(?:写作提示|写作说明|写作要点|填写说明|编写说明|使用说明|模板说明|格式说明|温馨提示)[：:]/g,
    severity: 'hint',
  },
  { pattern: /[（(](?:此页|本页)无正文[）)]/g, severity: 'hint' },
  { pattern: /[（(](?:略|下略|以下略|从略|内容略|此处省略[^）)]{0,12})[）)]/g },
];

/** What a template says about itself to whoever fills it in. */
export default defineRule({
  id: 'residue/template-note',
  severity: 'warning',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '⟦（本模板由写作软件整理，正式使用时请删除本行）⟧', right: '' },
    { wrong: '⟦【篇一】⟧', right: '' },
    { wrong: '⟦注：红色字体部分请根据单位情况替换⟧', right: '' },
    { wrong: '⟦2031年个人述职报告范文（精选5篇）⟧', right: '' },
    { right: '统一工作模板，规范填报口径，形成可复制的范本。' },
    { right: '试点结束后形成制度汇编1册，收录论文12篇。' },
  ],
  check: (paragraph, context) => reportLeftovers(paragraph, LEFTOVERS, context),
});
