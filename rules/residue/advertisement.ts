import siteWords from '../../assets/lexicons/site-words.tsv';
import type { Paragraph } from '../../lib/document/types.ts';
import { defineRule } from '../../lib/engine/rule.ts';
import { phraseSearch } from '../../lib/language/phrases.ts';
import { readTable } from '../../lib/vocabulary/table.ts';
import { type Leftover, leftoverCheck } from './_leftovers.ts';

const SITE =
  '文库|范文网|公文网|文秘网|老秘网|秘书网|写作网|材料网|笔杆子|道客巴巴|豆丁|原创力文档|金锄头|淘豆网|稻壳|觅知网|熊猫办公|包图网|千图网|图客巴巴|第一范文|好范文';
const NUMBER = '[：:号是为]?\\s*[A-Za-z]?[A-Za-z0-9_-]{5,}';

const LEFTOVERS: readonly Leftover[] = [
  {
    pattern:
      /本(?:文|文档|资料|材料|范文|课件)(?:档)?(?:由|来自|来源于?|摘自|转自|转载自|出自|下载自|选自)[^。]{0,30}(?:网|文库|会员|上传|整理|分享|收集|发布|提供|公众号|论坛|社区)/g,
  },
  { pattern: new RegExp(`(?:${SITE})[^。；]{0,12}(?:会员|上传|下载|整理|提供|收集|www|http|首发|VIP)`, 'gi') },
  {
    pattern:
      /更多(?:精彩|优质|相关|优秀|免费)?(?:范文|资料|内容|文章|模板|公文|材料|文档|课件|干货)[^。；]{0,12}(?:访问|关注|登录|搜索|点击|进入|尽在|下载|查看|加)/g,
  },
  {
    pattern:
      /下载后(?:可|即可)(?:自行|任意|直接|自由)?(?:编辑|修改|复制|打印|使用)|(?:可|自由)编辑(?:版|修改|下载)|[Ww]ord版[^。；]{0,6}(?:下载|可编辑)/g,
  },
  {
    pattern:
      /去(?:除)?水印|升级(?:为)?VIP|开通(?:VIP|会员)|VIP(?:会员|专享|免费|下载)|会员专享|会员免费|付费(?:下载|阅读|查看)|(?:下载|消耗)\d+(?:积分|下载券|金币)/gi,
  },
  {
    pattern:
      /欢迎(?:下载|收藏|转载|扫码|关注(?:微信)?(?:公众号|我们)|访问(?:本站|我们))|(?:免费|点击|立即|一键)下载(?:本文|全文|文档|此文|原文|Word|地址|链接)?(?![^。]{0,6}(?:App|APP|客户端|软件))/g,
  },
  {
    pattern:
      /(?<!(?:禁止|严禁|不得|不准|禁|虚假|从事|组织|买卖)[^。；]{0,30})(?:代写|代笔)(?:[^。；]{0,10}(?:公文|材料|报告|总结|述职|讲话|论文|服务|联系|微信|QQ))/gi,
  },
  {
    pattern: new RegExp(
      `(?:客服|咨询|加|代写|进|入|索取|资料|领取)[^。；，]{0,8}(?:QQ|微信|VX|V信|薇信|企鹅)(?:群|号)?${NUMBER}`,
      'gi',
    ),
  },
  { pattern: new RegExp(`(?:QQ|微信|VX|V信)(?:群|号)?${NUMBER}`, 'gi'), severity: 'hint' },
  {
    pattern:
      /(?:扫码|扫描二维码|长按识别|扫一扫)[^。；]{0,10}(?:领取|加入群?|获取资料|关注(?:我们|公众号))|关注(?:微信)?公众号[^。；]{0,10}(?:回复|领取|获取|下载)/g,
  },
  {
    pattern:
      /(?:仅供|只供|仅限)(?:个人|内部|大家|读者)?(?:学习|交流|研究)(?:参考|交流|使用|研究)?(?:之用)?|(?:请勿|严禁|不得)(?:将其?)?(?:用于)?商业(?:用途|使用)/g,
  },
  {
    pattern:
      /(?:如有|如若|若有)侵权|侵权(?:必究|(?:请)?(?:联系|告知)[^。]{0,6}删除|即删)|转载(?:请|须|需)注明(?:出处|来源)|未经(?:授权|许可|允许)[，,]?(?:禁止|不得|严禁|谢绝)转载|版权归[^。；]{0,8}(?:原?作者|本站|网站)/g,
  },
  {
    pattern:
      /阅读全文(?:请|需|，|$)|展开全文|查看(?:全文|原文|更多)(?:请|$|>|»)|登录后(?:可)?(?:查看|阅读|下载)|点击(?:查看|阅读)(?:全文|原文|更多)|注册会员/g,
  },
  {
    pattern:
      /^[\s\u3000]*(?:上一篇|下一篇|相关(?:阅读|推荐|文章|文档|链接)|推荐阅读|延伸阅读|猜你喜欢|热门推荐|返回(?:顶部|首页|列表)|分享到|责任编辑|浏览次数|阅读次数|点击数|访问量|【?打印(?:本页)?】?|【?关闭(?:窗口)?】?|字号|字体)(?:[：:【\s]|$).{0,60}$/g,
  },
  {
    pattern:
      /扫描全能王|CamScanner|Aspose|Evaluation (?:Only|Warning)|未注册版本|试用版(?:水印|生成)|由[^。；]{0,12}(?:扫描|转换|导出)(?:生成|创建)|PDF转(?:换|Word)/gi,
  },
  { pattern: /侵删|[（(【]?来源[：:]\s*(?:互联网|网络|百度|公众号|微信)[^。；]{0,12}(?:[）)】]|$)/g },
  {
    pattern:
      /试读结束|剩余内容[^。；]{0,8}(?:下载|付费|查看|登录)|还剩\d+页未读|继续阅读(?:全文|$)|(?:点击)?加载更多|展开更多|(?:精品|优质|精选)(?:文档|资料)[，,\s\u3000]*(?:仅供参考|值得下载|可编辑|欢迎)|自由(?:复制|编辑)|文档从网络(?:中)?收集|精选全文完整版/g,
  },
  {
    pattern:
      /^[\s\u3000]*(?:仅供参考|欢迎您?的?(?:阅读|下载|光临)|感谢(?:您的?)?(?:阅读|下载|观看)|谢谢(?:阅读|观看|下载))[！!。]?\s*$/g,
  },
  {
    pattern:
      /^[\s\u3000]*(?:扫描?(?:下方)?二维码|长按(?:识别)?(?:下方)?二维码|点(?:个)?赞|在看|转发|收藏)[^。；]{0,14}(?:关注|在看|转发|点赞|分享)?\s*$/g,
  },
  {
    pattern:
      /^[\s\u3000]*[[【](?:图片|表情|视频|语音|链接|动图)[\]】]\s*$|图片(?:加载失败|无法显示)|发自我的|发送自 |Sent from my /g,
  },
  { pattern: /(?:原文|阅读|下载|全文)(?:链接|地址|网址)[：:]\s*(?:https?:|www\.)\S{3,200}|^[\s\u3000]*阅读原文\s*$/gi },
  {
    // A watermark in the middle of a sentence, where nothing speaks of a page to be opened.
    pattern:
      /(?:https?:\/\/)?www\.[a-z\d-]{2,30}\.[a-z\d./-]{2,60}(?<=\p{Script=Han}[\s\u3000]?(?:https?:\/\/)?www\.[a-z\d./-]{4,92})(?<!(?:网址|网站|网页|官网|登录|访问|打开|进入|输入|链接|地址|平台|为|是|在)[\s\u3000]?(?:https?:\/\/)?www\.[a-z\d./-]{4,92})(?=[\s\u3000]?\p{Script=Han})/giu,
    exact: true,
  },
  { pattern: /^\s*(?:https?:\/\/|www\.)\S{3,300}\s*$/gi, severity: 'hint' },
  { pattern: /免责声明[：:]|[©Ⓒ]\s?[^。；]{0,30}(?:版权所有|All Rights Reserved)/gi },
];

const findSiteWords = phraseSearch(
  readTable(siteWords).flatMap(({ weight, words }) =>
    words!.split(' ').map((word) => ({ words: word, entry: Number(weight) })),
  ),
);
/** A line of a site is short, and is no sentence of a report. */
const LONGEST_KIN = 50;
/** “青石范文网”, “小秘书之家”: the name of a site alone on its line. */
const SITE_NAME = /^[^，。；：]{2,12}(?:网|文库|之家|论坛|社区|空间|在线|书屋|工作室)$/;
/** Group numbers and telephones: “会员群：123456789”. */
const CONTACT = /(?:群|号|微信|QQ)[^，。]{0,4}[：:]?\s*[A-Za-z]?\w{5,}/i;
const CONTACT_POINTS = 3;
/** What may be the title of the document itself, or a sentence of it. */
const OWN = /(?:报告|总结|计划|方案|通知|请示|体会|讲话|纪要|函|意见|汇报|发言|申请书?|倡议书|简报|材料)$|。$/;

/** How much a line is like one of a sharing site, by the words of `site-words.tsv`. */
function sitePoints({ text, content, marker }: Paragraph): number {
  const line = text.slice(content[0], content[1]);
  if (marker || line.length > LONGEST_KIN || OWN.test(line)) return 0;
  const ofWords = findSiteWords(line).reduce((points, { entry }) => points + entry, 0);
  return ofWords + (SITE_NAME.test(line) ? 2 : 0) + (CONTACT.test(line) ? CONTACT_POINTS : 0);
}

/** What sharing sites write into the texts they hand out, and what their pages put around them. */
export default defineRule({
  id: 'residue/advertisement',
  messages: { leftover: 'warning', block: 'warning' },
  notes: ['delete-lines'],
  scope: 'document',
  quotedToo: true,
  examples: [
    {
      wrong: '一、主要工作⟦\n【本文由某某文库会员“小秘书”上传，下载后可编辑】⟧\n二、存在问题',
      right: '一、主要工作\n二、存在问题',
    },
    {
      wrong:
        '⟦青石笔会\n专注公文写作二十年\n会员群：123456789\n更多范文请访问www.example.com\n\n⟧关于2031年工作情况的报告\n县委：',
      right: '关于2031年工作情况的报告\n县委：',
    },
    { wrong: '全年共走访⟦www.example.com⟧群众300户。', right: '全年共走访群众300户。' },
    { right: '青石镇微信公众号运营工作总结\n一年来，公众号发布文章120篇，阅读量32万次。' },
    { right: '报名请登录www.example.com填写信息，资料下载后自行打印。\n咨询电话：0571-1234567' },
    { wrong: '⟦更多优秀范文请关注公众号“写作小站”⟧', right: '' },
    { wrong: '⟦代写材料请加QQ：12345678⟧', right: '' },
    {
      wrong:
        '以上做法成效明显。⟦（仅供学习交流，严禁用于商业用途）⟧下一步，我们将继续推进各项重点工作，不断提升服务水平，努力完成全年目标任务，推动各项工作再上新的台阶，为全县发展大局作出更多新的贡献，让群众满意。',
      right:
        '以上做法成效明显。下一步，我们将继续推进各项重点工作，不断提升服务水平，努力完成全年目标任务，推动各项工作再上新的台阶，为全县发展大局作出更多新的贡献，让群众满意。',
    },
    { wrong: '⟦上一篇：水务局工作总结⟧', right: '' },
    { right: '商会会员踊跃参加，引导群众下载国家反诈中心App。' },
    { right: '全县建成职工书屋12个，学习文库上线。' },
    { right: '违反规定，从事论文买卖、代写、代投服务的，责令改正。' },
    { right: '加强版权保护，严厉打击侵权行为。' },
  ],
  check: leftoverCheck({ leftovers: LEFTOVERS, points: sitePoints }),
});
