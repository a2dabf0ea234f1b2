import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { blanksOf, reportBlanks } from './_blanks.ts';
import { missingFigures } from './_missing-figures.ts';

/** “开展检查0次”: nobody reports what was not done; the figure of the template was left. */
const NOTHING_DONE =
  /((?:开展|举办|召开|培训|检查|走访|组织|排查|整改|发放|办理|调解|化解|接待|受理|举行|慰问|宣讲|巡查|督查)[^，。；、\d没无零]{0,8})(?<![\d.])0(?:人次|[次件起场个家户期份])(?=[，。；、）])/g;

export default defineRule({
  id: 'placeholder/number',
  messages: { blank: 'warning', empty: 'warning', gone: 'warning', nothing: 'hint' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '全年处置网络舆情⟦XX⟧起，调解纠纷⟦×⟧件。' },
    { wrong: '税收收入同比增长⟦　　⟧%，帮助企业融资⟦＿＿＿⟧万元。' },
    { wrong: '召开推进会⟦N⟧次，走访企业⟦N⟧家，占比⟦达百分之⟧。' },
    { wrong: '信访案件⟦共计起⟧，亩均产量⟦提高公里⟧。' },
    { wrong: '带动农户⟦增加户⟧，出动执法人员⟦000⟧人次。' },
    { wrong: 'S2⟦XX⟧线改建工程贯通。' },
    { wrong: '联系电话：⟦XXXXXXXX⟧。' },
    { wrong: '办结率⟦达%⟧，满意度提高⟦X.X⟧个百分点。' },
    { wrong: '共走访⟦户⟧，辖区⟦个⟧社区覆盖⟦个⟧行政村，完成修剪⟦余台⟧。' },
    { wrong: '全年发放资料⟦份⟧，累计开展讲座⟦场次⟧，检查企业⟦家次⟧，投入⟦〇〇⟧万元。' },
    { right: '二〇〇八年，增加活动场次，提高户次均值，参加义务植树台前幕后的人名单在册。' },
    { wrong: '考核结果为优秀⟦个⟧、良好13个，新增床位⟦张⟧，累计达到420张。' },
    {
      right:
        '每亩成本接近万元，时艰需共克，按户走访，工程款叁佰万元，学   号：20310318，走访户籍人口1200人，改造个别社区，件件有回音。',
    },
    { right: '3月份起，游客人次、花费均有增长，吞吐量10万标箱，建档立卡户、独居户逐户登记，大家提了个建议。' },
    { right: '建成“1+N”平台，推行“1+N”个文件，接入N个监测点，第N次修改，好N个版本，计算结果为单价×N个。' },
    { wrong: '开展专项检查⟦0次⟧，走访企业⟦0家⟧。' },
    { right: '新增就业5 000户，走访12 000人，拨付资金35 000元。' },
    { right: '全年发生安全事故0起，群众投诉0件，检查10次。' },
    { right: '钢板尺寸为3×5米，配有X光机和X射线安检仪各1台。' },
    { right: '共有人应当提供证明，共有产权住房280套。' },
    { right: '受理件和办结件分别装订，近期为期两周。' },
    { right: '会议于10:00开始，历时2个小时。' },
  ],
  check: (paragraph, context) => {
    reportBlanks(paragraph, 'number', context, (blank) => (blank.trim() === '' ? 'empty' : 'blank'));
    const blanks = blanksOf(paragraph);
    let next = 0; // the first blank that ends behind the figure's place
    for (const range of missingFigures(paragraph.text, context.words(paragraph))) {
      while (next < blanks.length && blanks[next]!.range[1] <= range[0]) next++;
      if (next < blanks.length && blanks[next]!.range[0] < range[1]) continue;
      context.report({ range, message: 'gone', data: { measure: paragraph.text.slice(...range) } });
    }
    for (const { 0: found, 1: before, index } of allMatches(paragraph.text, NOTHING_DONE)) {
      context.report({
        range: [index + before!.length, index + found.length],
        message: 'nothing',
        data: { blank: found.slice(before!.length) },
      });
    }
  },
});
