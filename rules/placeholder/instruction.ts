import { allMatches } from '../../lib/document/matches.ts';
import type { Range } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import type { Severity } from '../../lib/engine/types.ts';

/** What a template names its slots. */
const SLOT =
  '(?:单位|姓名|职务|部门|时间|日期|年份|地点|地名|人名|金额|数字|数据|数量|百分比|职称|标题|内容|主题|公司|机构|项目|会议|文件|活动|领导|学校|企业|联系电话|联系方式|具体)(?:名称|姓名|全称|简称|数字|数据|时间|日期|地点|内容|措施|金额|职务|事项|情况|名)?';
const ORDER = '(?:请|此处|在此|这里|可)?(?:填写|填入|填上|输入|插入|补充|添加|写明|注明|列出|简述|简要说明)';
const PATTERNS: readonly { pattern: RegExp; severity: Severity }[] = [
  {
    pattern:
      /(?:请)?(?:在)?此处(?:应|可|需|请)?(?:填写|填入|填|插入|补充|添加|输入|略|省略|待|写)[^。；，）】\]\n]{0,20}/g,
    severity: 'warning',
  },
  {
    pattern: new RegExp(
      `[（(【\\[［{｛<＜〖]{1,3}\\s{0,4}(?:请|此处|在此|这里)${ORDER}?[^（()）【】\\[\\]{}<>]{0,24}(?:填写|填入|补充|修改|插入|输入|完善|核实|更新)[^（()）【】\\[\\]{}<>]{0,24}[）)】\\]］}｝>＞〗]{1,3}`,
      'g',
    ),
    severity: 'warning',
  },
  { pattern: new RegExp(`[【\\[［｛〖]\\s{0,4}${ORDER}?${SLOT}\\s{0,4}[】\\]］｝〗]`, 'g'), severity: 'warning' },
  {
    pattern: new RegExp(`(?:\\$?\\{{1,2}|<|＜|《)\\s{0,4}${ORDER}?(?:${SLOT})\\s{0,4}(?:\\}{1,2}|>|＞|》)`, 'g'),
    severity: 'warning',
  },
  {
    pattern: new RegExp(
      `[（(]\\s{0,4}(?:${ORDER}${SLOT}|(?:填写|填入|插入|请补充)[^）)]{1,20}|具体(?:数字|数据|时间|地点|内容|措施|金额|情况|名称))\\s{0,4}[）)]`,
      'g',
    ),
    severity: 'warning',
  },
  {
    pattern:
      /(?=[数内材有待])(?<=[（(【[：:，。；、]\s{0,2}|^\s{0,8})(?:数据|内容|材料|数字)?(?:有?待补充|待填写?|待核实|待核对|待完善|待更新|待确认|待查)(?=\s*(?:[）)】\]，。；、]|$))/g,
    severity: 'warning',
  },
  {
    pattern:
      /[（(【[][^（）()【】[\]]{0,10}(?:待补充?|待填写?|待核[实对]?|待确认|待更新|待完善|待查|待[\p{Script=Han}]{1,4}(?:确认|核实|提供|补充|审定)|暂缺|暂无数据)[）)】\]]/gu,
    severity: 'warning',
  },
  {
    pattern: /[（(](?:数量|金额|数字|人数|比例|次数|百分比|个数)[）)](?=\s{0,2}[个名人件起家户场次期项万亿元%％])/g,
    severity: 'warning',
  },
  { pattern: /^[ \u3000]{0,8}[（(](?:单位|公司|学校|部门|机关|机构)(?:名称|全称)?[）)]/g, severity: 'warning' },
  { pattern: /\$\{[\w.]{1,30}\}|\{\{\s{0,4}[\w.]{1,30}\s{0,4}\}\}/g, severity: 'warning' },
  {
    pattern:
      /(?<=(?:时间|地点|人选|负责人|联系人|主持人|数据|金额|名单|数字|日期|方式|具体情况|内容))(?:暂时|暂|尚|仍|均|还)?待(?:定|补充|补|填|填写|核实|确认|完善|更新)(?=[，。；、）]|$)/g,
    severity: 'hint',
  },
  { pattern: /待定(?<=[（(【[]\s{0,2}待定)(?=\s*[）)】\]])/g, severity: 'hint' },
  { pattern: /(?<![A-Za-z])(?:TODO|TBD|FIXME|lorem ipsum)(?![A-Za-z])/gi, severity: 'warning' },
];

/** “（此处填写……）”, “【单位名称】”, “待补充”: what the template or the writer noted down for later. */
export default defineRule({
  id: 'placeholder/instruction',
  messages: { instruction: 'warning' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '主要成效：⟦（此处填写三项重点工作）⟧' },
    { wrong: '⟦【单位名称】⟧⟦<姓名>⟧于⟦（填写日期）⟧作出承诺。' },
    { wrong: '（三）创新举措：⟦待补充⟧。' },
    { wrong: '会议地点⟦待定⟧，具体数据⟦待补充⟧。' },
    { wrong: '存在的问题：⟦TODO⟧' },
    { right: '专业人才亟待补充，制度有待完善。' },
    { right: '请认真填写报名表，并补充完整相关材料。' },
    { right: '此处地势平坦，填方量小，可在此处设立观测点。' },
  ],
  check({ text }, context) {
    let taken: Range = [-1, -1];
    const found = PATTERNS.flatMap(({ pattern, severity }) =>
      allMatches(text, pattern).map(({ 0: words, index }) => ({ words, index, severity })),
    ).sort((a, b) => a.index - b.index || b.words.length - a.words.length);
    for (const { words, index, severity } of found) {
      if (index < taken[1]) continue;
      taken = [index, index + words.length];
      context.report({ range: taken, message: 'instruction', data: { words }, severity });
    }
  },
});
