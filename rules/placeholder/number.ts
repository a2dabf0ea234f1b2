import { defineRule } from '../../lib/engine/rule.ts';
import { reportBlanks } from './_blanks.ts';

export default defineRule({
  id: 'placeholder/number',
  severity: 'warning',
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '全年处置网络舆情⟦XX⟧起，调解纠纷⟦×⟧件。' },
    { wrong: '税收收入同比增长⟦　　⟧%，帮助企业融资⟦＿＿＿⟧万元。' },
    { wrong: '召开推进会⟦N⟧次，走访企业⟦N⟧家，占比⟦达百分之⟧。' },
    { wrong: '信访案件⟦共计起⟧，亩均产量⟦提高公里⟧。' },
    { wrong: '带动农户⟦增加户⟧，出动执法人员⟦000⟧人次。' },
    { wrong: '联系电话：⟦XXXXXXXX⟧。' },
    { wrong: '办结率⟦达%⟧，满意度提高⟦X.X⟧个百分点。' },
    { right: '建成“1+N”平台，推行“1+N”个文件，第N次修改，好N个版本，计算结果为单价×N个。' },
    { right: '钢板尺寸为3×5米，配有X光机和X射线安检仪各1台。' },
    { right: '共有人应当提供证明，共有产权住房280套。' },
    { right: '受理件和办结件分别装订，近期为期两周。' },
    { right: '会议于10:00开始，历时2个小时。' },
  ],
  check: (paragraph, context) => reportBlanks(paragraph, 'number', context),
});
