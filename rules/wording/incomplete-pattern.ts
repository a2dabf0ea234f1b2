import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const CLAUSE = '[^，。；：！？\\n]';
/** Where a clause begins; tested behind its first word, so that a run of blanks is not scanned from each of its places. */
const startsWith = (words: string) =>
  `(${words})(?<=(?:^[\\s\\u3000]*|[，。；：！？]|[一二三四五六七八九十][是要])(?:${words}))`;

/** What stands behind 为 in 以…为…. */
const ROLE =
  '抓手|契机|导向|突破口|切入点|着力点|落脚点|出发点|主线|主题|中心|载体|依托|牵引|统领|己任|主攻方向|重中之重';
/** “以问题导向，”, “坚持以人民中心的…”: 为 is missing. */
const MISSING_WEI = new RegExp(
  `(?<![所予可得足难加给致])以(?!及|上|下|内|外|后|前|来|便|免|致|至)((?:(?!为|作|做|成|当|是|这|此|其|到|向|带|的方式|[“”])${CLAUSE}){2,20}?)(${ROLE})(?=[，。；、]|的(?:发展思想|发展理念|原则|思路))`,
  'g',
);

/** Activities that the writer takes “以…为抓手”. */
const ACTIVITY = '创建|开展|推进|推动|落实|实施|贯彻落实|学习贯彻|贯彻|深化|打造|建设|争创|承办|举办|迎接';
/** Verbs that complete 以…: 以创建促发展. */
const COMPLETES =
  /为|作|促|带动|引领|推动.{0,20}发展|保障|助力|助推|赋能|实现|应对|回应|提升|检验|换|迎接|庆祝|牵引|统领|统揽|驱动|支撑|夯实|增强|激发|凝聚|筑牢|破解|解决|确保|方式|形式|名义|身份|方法|姿态|标准|成效|成果|实效|行动|力度|决心|精神|态度|作风|服务|做|来|求|防|倒逼|撬动|拉动|确立|展现|彰显|书写|诠释|回报/;
const MISSING_PREDICATE = new RegExp(
  `${startsWith('以')}((?:${ACTIVITY})${CLAUSE}{3,24})，(?=(?:一体|统筹|全面|扎实|深入|大力|积极|着力|不断|持续|加快|推进|推动|开展|完善|健全|加强|强化|优化|聚焦|突出|坚持|抓好|做好|落实|实施|组织|带动|提升|有效|切实|狠抓|紧扣|认真|进一步))`,
  'g',
);

/** “以党的二十大精神，”: 为指导 is missing. */
const MISSING_GUIDANCE = new RegExp(
  `${startsWith('以')}((?:(?![为作])${CLAUSE}){0,24}?(?:社会主义思想|重要思想|理论体系|法治思想|科学发展观|党的${CLAUSE}{2,12}精神|全会精神|重要讲话精神))，`,
  'g',
);

/** “按照市委的统一，”: the noun is cut off. */
const CUT_OFF = new RegExp(
  `(?<![不应])(根据|按照|依照|依据|遵照)((?:(?![》”）])${CLAUSE}){0,24}?)(?:的)?(统一|总体|具体|有关|相关|总|最新|明确|部署和|安排和|要求和|精神和)(，)`,
  'g',
);
const CUT_OFF_OWNER = new RegExp(
  `${startsWith('按照|根据|遵照|依照')}((?:(?![》”）、])${CLAUSE}){0,12}(?:党中央、国务院|党中央|国务院|省委、省政府|市委、市政府|区委、区政府|县委、县政府|省委|市委|区委|县委|党工委|党委|党组|上级|市局|省局|区局|县局|总局|上级文件|会议)(?:的)?)，`,
  'g',
);

/** “把安全生产重中之重”: 作为 is missing. */
const MISSING_AS = new RegExp(
  `(?<![一])[把将](?!握|手|关|控|脉|来)((?:(?!作|当|摆|放|列|视|做|成|为|纳|看|融|定|抓|转|推|带|导|传|送|给|引)${CLAUSE}){2,20}?)(重中之重|首要任务|头等大事|第一要务|第一责任|出发点和落脚点|政治任务|中心任务|核心任务|第一需要|主攻方向|突破口|切入点|重要抓手|有力抓手)(?![抓放摆置扛调定确明])`,
  'g',
);

/** “虽然……，距离……还”: the turn is missing. */
const ALTHOUGH = /(?<=^|[。；！？，：])(?:虽然|尽管)(?!理|量|如此|说)([^。；！？\n]{2,60})(?=[。；！？]|$)/g;
/** Any word that takes up the turn; negations turn as well. */
const TURN = /但|却|仍|也|还|可(?!能)|不过|然而|依|都|就|而|只|并|更|总|毕竟|同样|均|又|没|未|不|决|已/;

/** Patterns that lost one of their parts: 以…为…, 按照…的要求, 把…作为…. */
export default defineRule({
  id: 'wording/incomplete-pattern',
  messages: { wei: 'warning', predicate: 'warning', 'cut-off': 'warning', as: 'warning', although: 'hint' },
  scope: 'paragraph',
  examples: [
    { wrong: '⟦以创建质量强镇⟧，一体推进标准、计量工作。', right: '以创建质量强镇为抓手，一体推进标准、计量工作。' },
    { wrong: '坚持⟦以问题导向⟧，补齐短板。', right: '坚持以问题为导向，补齐短板。' },
    { wrong: '⟦按照市委的统一⟧，抓好落实。', right: '按照市委的统一部署，抓好落实。' },
    { wrong: '⟦根据市委、市政府⟧，我局开展了检查。', right: '根据市委、市政府要求，我局开展了检查。' },
    { wrong: '⟦把安全生产重中之重⟧。', right: '把安全生产作为重中之重。' },
    { wrong: '⟦以党的二十大精神⟧，全面推进各项工作。', right: '以党的二十大精神为指导，全面推进各项工作。' },
    { wrong: '⟦虽然⟧取得了一定成绩，距离上级要求有差距。' },
    { right: '虽然取得了成绩，但距离要求有差距。尽管天气恶劣，队员们依旧坚守。' },
    { right: '以创建促提升，以高质量党建引领高质量发展，以实施行动为抓手，一体推进。' },
    { right: '坚持问题导向，按照统一部署，根据实际情况，把安全摆在重中之重的位置。' },
    { right: '以开展专项行动来倒逼整改，推进落实。' },
    { right: '牢牢把握发展这个第一要务，党政一把手是第一责任人，要将压力传导至各个突破口。' },
    { right: '坚持“以港口带物流、以物流带经贸、以经贸带产业”发展主线，抓出成效。' },
    { right: '予以贯彻落实，加以推进，切实抓好。' },
  ],
  check({ text }, context) {
    const say = (
      match: RegExpExecArray,
      length: number,
      message: 'wei' | 'predicate' | 'cut-off' | 'as',
      suggestions: string[],
      data = {},
    ) => context.report({ range: [match.index, match.index + length], message, data, suggestions });
    if (text.includes('以')) {
      for (const match of allMatches(text, MISSING_WEI)) {
        say(match, match[0].length, 'wei', [`以${match[1]}为${match[2]}`], { role: match[2]! });
      }
      for (const match of allMatches(text, MISSING_PREDICATE)) {
        const words = match[0].slice(0, -1);
        if (COMPLETES.test(match[2]!)) continue;
        say(match, words.length, 'predicate', [`${words}为抓手`, `${words}为契机`, words.slice(1)]);
      }
    }
    for (const match of allMatches(text, ALTHOUGH)) {
      if (!match[1]!.includes('，') || TURN.test(match[1]!)) continue;
      context.report({
        range: [match.index, match.index + 2],
        message: 'although',
        data: { word: match[0].slice(0, 2) },
      });
    }
    for (const match of allMatches(text, MISSING_GUIDANCE)) {
      const words = match[0].slice(0, -1);
      say(match, words.length, 'wei', [`${words}为指导`], { role: '指导' });
    }
    for (const match of allMatches(text, CUT_OFF)) {
      const words = match[0].slice(0, -1);
      const joined = /和$/.test(words);
      say(
        match,
        words.length,
        'cut-off',
        joined ? [words.slice(0, -1), `${words}要求`] : [`${words}部署`, `${words}要求`],
      );
    }
    for (const match of allMatches(text, CUT_OFF_OWNER)) {
      const words = match[0].slice(0, -1);
      say(match, words.length, 'cut-off', [`${words}要求`, `${words}部署`]);
    }
    for (const match of allMatches(text, MISSING_AS)) {
      const [found, , role] = match;
      say(match, found.length, 'as', [`${found.slice(0, -role!.length)}作为${role}`], { role: role! });
    }
  },
});
