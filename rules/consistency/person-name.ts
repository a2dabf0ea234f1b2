import { perCharacter } from '../../lib/document/characters.ts';
import { allFound } from '../../lib/document/chunks.ts';
import { allMatches } from '../../lib/document/matches.ts';
import type { Document, Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { tagSet } from '../../lib/language/words/tags.ts';
import type { Words } from '../../lib/language/words/words.ts';
import { byText, type Mention, placed, placesOf, reportRarer, usualFirst } from './_mentions.ts';
import { soundAlike, soundsOf } from './_sound.ts';

const SURNAME =
  '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾萧肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖文樊葛殷温辛管游阮祝毕耿季舒尤童詹翟喻柳涂蓝焦俞安柯霍倪骆左鲁穆瞿岳施阎梅庞项聂晏裴凌盛柴鲍蒲麻简骆路关牛池冉岑祁谷应单卜甘房褚娄米宫伍解车屈饶符边卓储蔺靳景盖]';
const POST =
  '(?:党组书记|党委书记|党支部书记|支部书记|纪委书记|副书记|书记|副局长|局长|副主任|主任|副科长|科长|副所长|所长|副镇长|镇长|副乡长|乡长|副区长|区长|副县长|县长|副市长|市长|副处长|处长|副站长|站长|副队长|队长|副院长|院长|副校长|校长|副部长|部长|副主席|主席|副组长|组长|副厅长|厅长|副总经理|总经理|经理|董事长|会长|秘书长|护士长|主任医师|主治医师|医师|药师|调研员|委员|民警|教师|医生|护士|村民|同志|负责人|联系人|述职人|报告人|汇报人|发言人|记录人|主持人|承办人|申请人|驻村干部|先进个人|工程师|会计|专员|网格员|讲解员)';
const BEHIND =
  '(?=$|[，、。；：！？（）()“”《\\s\\u3000]|牵头|带队|主持|带领|负责|介绍|表示|指出|强调|要求|出席|参加|被|荣获|获评|获得|任|为|在|对|和|及|等|到|同志|作|代表|深入|先后|一行|率|走访|调研|传达|讲话|汇报|分管|联系|总结|同时|个人|带头|同|与|以|向|就|宣布|宣读|致辞|通报|部署|陪同|亲自|围绕)';
const BEHIND_POST = new RegExp(`(${POST}|由)[：:]?[　 ]?(${SURNAME}\\p{Script=Han}{1,2})${BEHIND}`, 'gu');
const BEFORE_POST = new RegExp(
  `(?<=^|[，、。；：（“\\s\\u3000由经对向与和及])(${SURNAME}\\p{Script=Han}{1,2}?)(?=(?:${POST})(?:[，、。；：）\\s]|$|[带主牵负任在率讲作指强要]|出席|参加|宣布|宣读|致辞|通报|传达|汇报|介绍|表示|陪同|亲自|一行)|(?:同志|先生|女士)\\p{Script=Han}|出席(?:会议|活动|仪式|并)|主持(?:会议|召开|仪式))`,
  'gu',
);
/** What looks like a name but is a word behind a post. */
const NO_NAME =
  /^(?:安全|安排|安徽|高度|高级|金融|方面|方案|严格|严肃|关于|关键|关心|应当|应急|单位|管理|管委|石油|文明|文件|文化|向上|向全|任务|任职|常委|常务|白天|万元|马上|和谐|于是|田间|常态|解决|盛大|连续|温暖|简单|景区|江苏|河北|牛羊|车间|车辆|成立|成员|房屋|路面|路线|武装|许可|时任|全体|项目|何种|左右|米面|储备|边远|甘肃|贺信|易地|康复|童年|祝贺|顾问)/;

interface Person {
  readonly name: string;
  readonly post: string;
}

const namesIn = allFound(({ text }): readonly (Mention & Person)[] => {
  const found: (Mention & Person)[] = [];
  for (const match of allMatches(text, BEHIND_POST)) {
    const [whole, post, name] = match;
    const end = match.index + whole.length;
    found.push({ text: name!, name: name!, post: post!, range: [end - name!.length, end] });
  }
  for (const match of allMatches(text, BEFORE_POST)) {
    const [name] = match;
    found.push({ text: name, name, post: '', range: [match.index, match.index + name.length] });
  }
  return found.filter(({ name }) => name.length > 1 && !NO_NAME.test(name) && !/某/.test(name));
});

/** “青溪区园林所　喻文澜” below the title, “喻文澜” below the text: who wrote it. */
const SIGNED = new RegExp(
  `^(?:.{2,30}[\\s\\u3000]+|(?:述职人|报告人|汇报人)[：:]\\s*)?(${SURNAME}\\p{Script=Han}{1,2})$`,
  'u',
);

function signedNames({ blocks }: Document): Mention[] {
  return blocks.flatMap(({ role, paragraph: { text, content }, start }) => {
    if (role !== 'byline' && role !== 'signature') return [];
    const name = SIGNED.exec(text.slice(...content))?.[1];
    const end = start + content[1];
    return name === undefined || NO_NAME.test(name) ? [] : [{ text: name, range: [end - name.length, end] as const }];
  });
}

/** 某 and 甲 stand for whoever it is. */
const isPerson = (name: string) => isSurname(name.charCodeAt(0)) && !NO_NAME.test(name) && !/[某甲乙丙丁]/.test(name);

const PERSON = tagSet('nr');
/** With such a word the text goes on, and no name begins: 于 in “对于学生的意见”. */
const GRAMMAR = tagSet('p', 'c', 'd', 'v', 'vu');

/** Whether the words of the paragraph allow that a name stands there: “李鸿介” does not in 李鸿|介绍. */
function isWhole([start, end]: Range, words: Words): boolean {
  if (words.length === 0) return true;
  const first = words.indexAt(start);
  const isGrammar = words.end(first) - start === 1 && words.is(first, GRAMMAR);
  return words.isBoundary(start) && words.isBoundary(end) && !isGrammar;
}

const tagged = new WeakMap<Words, readonly Mention[]>();

/** What the words of a paragraph say are names of three characters that begin with a surname. */
function taggedIn({ text }: Paragraph, words: Words): readonly Mention[] {
  const known = tagged.get(words);
  if (known) return known;
  const names: Mention[] = [];
  for (let index = 0; index < words.length; index++) {
    const range = [words.start(index), words.end(index)] as const;
    const name = text.slice(...range);
    if (words.is(index, PERSON) && name.length === LONG_NAME && isPerson(name)) names.push({ text: name, range });
  }
  tagged.set(words, names);
  return names;
}

function taggedNames({ blocks }: Document, wordsOf: (paragraph: Paragraph) => Words): Mention[] {
  const names: Mention[] = [];
  for (const block of blocks) {
    const { paragraph } = block;
    for (const found of taggedIn(paragraph, wordsOf(paragraph))) names.push(placed({ block, found }));
  }
  return names;
}

/** How surely two names are one person's: alike in sound or turned, the same but for one character, or not at all. */
function likeness(a: string, b: string): 'sure' | 'possible' | undefined {
  if (a.length !== b.length || a.length < 3) return undefined;
  const places = [...a].flatMap((character, index) => (character === b[index] ? [] : [index]));
  if (places.length === 2) return a[1] === b[2] && a[2] === b[1] && a[0] === b[0] ? 'sure' : undefined;
  if (places.length !== 1) return undefined;
  const [place] = places as [number];
  return soundAlike(a[place]!, b[place]!) ? 'sure' : 'possible';
}

/** Characters that end or open words about a name as often as they stand in one: “李明的”, “安徽省”. */
const FUNCTION_WORD =
  /[作做某的地得了着过是在和与及等为对有不到中上下以其之这那也就都同将把被向由从于而则已又还年月日时人主副任说称讲省市县区州镇乡村]/;
/** More names than these that are alike belong to a family. */
const MOST_ALIKE = 8;
/** Where more names than these are like another, the text is a list of names. */
const MOST_PAIRS = 100;
/** Names of this length (UTF-16 units) are known again with one character that only sounds the same. */
const LONG_NAME = 3;

const isSurname = perCharacter((character) => SURNAME.includes(character));

interface Written {
  readonly text: string;
  readonly at: number;
}

/** What could be long names: all that begins with a surname. */
const surnamesIn = perParagraph(({ text }: Paragraph): readonly Written[] => {
  const found: Written[] = [];
  for (let at = 0; at + LONG_NAME <= text.length; at++) {
    if (isSurname(text.charCodeAt(at))) found.push({ text: text.slice(at, at + LONG_NAME), at });
  }
  return found;
});

/** A name with one of its characters left open. */
const withGap = (name: string, place: number) => `${name.slice(0, place)}＿${name.slice(place + 1)}`;

/** What stands where a known name would, but for one character of the same sound: “柳亦帆” where 柳一帆 is known. */
function alikeIn(
  { blocks }: Document,
  known: ReadonlySet<string>,
  isWholeIn: (paragraph: Paragraph) => (mention: Mention) => boolean,
): Mention[] {
  const surnames = new Set<string>();
  const byGap = new Map<string, string[]>();
  for (const name of known) {
    if (name.length !== LONG_NAME) continue;
    surnames.add(name[0]!);
    for (const place of [1, 2]) {
      const names = byGap.get(withGap(name, place)) ?? [];
      if (names.length < MOST_ALIKE) byGap.set(withGap(name, place), [...names, name]);
    }
  }
  if (surnames.size === 0) return [];
  const isAlike = (written: string) =>
    [1, 2].some((place) => byGap.get(withGap(written, place))?.some((name) => isMisheard(written, name)));
  return blocks.flatMap(({ paragraph, start }) =>
    surnamesIn(paragraph)
      .filter(({ text }) => surnames.has(text[0]!) && !known.has(text) && isAlike(text))
      .map(({ text, at }): Mention => ({ text, range: [at, at + LONG_NAME] }))
      .filter(isWholeIn(paragraph))
      .map(({ text, range }): Mention => ({ text, range: [start + range[0], start + range[1]] })),
  );
}

/** Whether one given-name character of the two differs, in writing alone, and neither is a word of the sentence. */
function isMisheard(written: string, name: string): boolean {
  if (written.length !== LONG_NAME) return false;
  const places = [1, 2].filter((place) => written[place] !== name[place]);
  const [place] = places;
  if (places.length !== 1 || place === undefined) return false;
  const [a, b] = [written[place]!, name[place]!];
  return !FUNCTION_WORD.test(a + b) && soundAlike(a, b);
}

/**
 * Pairs of names that are alike, each by its numbers. Only names that share all but one character in one way or another are compared,
 * so that many names do not make all pairs of them.
 */
function alikePairs(names: readonly string[], postsOf: (name: string) => ReadonlySet<string>): [number, number][] {
  const pairs = new Map<number, [number, number]>();
  const byTrait = new Map<string, number[]>();
  const enter = (number: number, trait: string) => {
    const earlier = byTrait.get(trait) ?? [];
    for (const other of earlier) pairs.set(other * names.length + number, [other, number]);
    byTrait.set(trait, [...earlier, number].slice(-MOST_ALIKE));
  };
  names.forEach((name, number) => {
    if (name.length < LONG_NAME) return;
    enter(number, `${name[0]}${[name[1], name[2]].sort().join('')}${name.slice(3)}`);
    for (let place = 0; place < name.length; place++) {
      for (const sound of soundsOf(name[place]!)) enter(number, withGap(name, place) + sound);
      for (const post of postsOf(name)) if (post !== '') enter(number, withGap(name, place) + post);
    }
  });
  return [...pairs.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
}

/** Longest stretch between two names of one list (UTF-16 units). */
const LIST = 12;

/** Whether two names stand in one list, so that they are two persons: “王建军、李敏、王建君”. */
function areListed(a: readonly Mention[], b: readonly Mention[], text: string): boolean {
  const inOrder = (mentions: readonly Mention[]) => mentions.map(({ range }) => range).sort(([x], [y]) => x - y);
  const [first, second] = [inOrder(a), inOrder(b)];
  for (let i = 0, j = 0; i < first.length && j < second.length; ) {
    const [before, behind] = first[i]![0] < second[j]![0] ? [first[i++]!, second[j]!] : [second[j++]!, first[i]!];
    const between = text.slice(before[1], behind[0]);
    if (between.length <= LIST && /^[、和与及]|、$/.test(between)) return true;
  }
  return false;
}

/** One person's name in two spellings. */
export default defineRule({
  id: 'consistency/person-name',
  messages: { spelling: 'warning' },
  notes: ['usual'],
  scope: 'document',
  examples: [
    {
      wrong: '由副局长翟景和牵头检查。\n副局长⟦翟景合⟧被评为先进个人。',
      right: '由副局长翟景和牵头检查。\n副局长翟景和被评为先进个人。',
    },
    {
      wrong: '联系人：喻文澜。\n喻文澜同志主持。\n局长⟦喻澜文⟧讲话。',
      right: '联系人：喻文澜。\n喻文澜同志主持。\n局长喻文澜讲话。',
    },
    {
      wrong:
        '2024年度述职报告\n青溪区园林所　喻文澜\n一年来，新建步道三条。\n人手偏紧。\n特此报告。\n⟦喻文兰⟧\n2025年1月8日',
      right:
        '2024年度述职报告\n青溪区园林所　喻文澜\n一年来，新建步道三条。\n人手偏紧。\n特此报告。\n喻文澜\n2025年1月8日',
    },
    { wrong: '李建国同志主持。\n⟦李健国⟧同志传达。', right: '李建国同志主持。\n李建国同志传达。' },
    {
      wrong: '会议由主任喻一澜主持。\n随后，⟦喻亦澜⟧主任出席启动仪式。',
      right: '会议由主任喻一澜主持。\n随后，喻一澜主任出席启动仪式。',
    },
    { wrong: '主任喻一澜部署工作。\n会后，⟦喻亦澜⟧出席活动。', right: '主任喻一澜部署工作。\n会后，喻一澜出席活动。' },
    {
      wrong: '主任喻一澜部署工作。\n会上，⟦喻亦澜⟧指出，要勤于巡查。\n会议由喻一澜主持。',
      right: '主任喻一澜部署工作。\n会上，喻一澜指出，要勤于巡查。\n会议由喻一澜主持。',
    },
    {
      wrong:
        '主任喻一澜部署工作。\n喻一澜指出要勤于巡查，喻一澜强调要建好台账。\n此前⟦喻亦澜⟧赴片区，⟦喻亦澜⟧还看望了护林员。',
    },
    { wrong: '述职人：赵卫东。我叫⟦赵为东⟧，负责巡线。', right: '述职人：赵卫东。我叫赵卫东，负责巡线。' },
    { right: '参加人员：王建军、李敏、王建君。\n会议由王建军主持，王建君记录。' },
    { right: '教师李鸿讲课。\n李鸿介绍，李鸿接着演示。' },
    { right: '副局长李明德部署工作，李明的发言简短；局长李明阳出席。' },
    { right: '主任喻一澜部署工作。\n会后，喻副主任出席活动，喻文澜主任宣布名单。' },
    { right: '副局长李建国、副局长王建军参加。局长李卫民主持。' },
    { right: '主任安排工作，书记高度重视，局长马上部署。' },
  ],
  check(document, context) {
    const persons = new Map<string, Set<string>>();
    const isWholeIn =
      (paragraph: Paragraph) =>
      ({ range }: Mention) =>
        isWhole(range, context.words(paragraph));
    const whole = namesIn(document).filter(({ block, found }) => isWholeIn(block.paragraph)(found));
    const named = [...whole.map(placed), ...taggedNames(document, context.words), ...signedNames(document)];
    const mentions = [...named, ...alikeIn(document, new Set(named.map(({ text }) => text)), isWholeIn)];
    for (const { text: name } of mentions) persons.set(name, new Set());
    for (const { found } of whole) persons.get(found.name)!.add(found.post);
    // Which spelling is the usual one is told by all places, also those where no post shows that it is a name.
    const everywhere = (group: readonly Mention[]) => placesOf(group[0]!.text, document.text);
    const groups = byText(mentions);
    const names = [...groups.keys()];
    const pairs = alikePairs(names, (name) => persons.get(name)!);
    for (const [first, second] of pairs.slice(0, MOST_PAIRS)) {
      const [a, b] = [groups.get(names[first]!)!, groups.get(names[second]!)!];
      const like = likeness(names[first]!, names[second]!);
      if (!like || areListed(a, b, document.text)) continue;
      const [usual, rare] = like === 'sure' ? usualFirst(everywhere(a), everywhere(b)) : usualFirst(a, b);
      const severity = like === 'sure' ? {} : ({ severity: 'hint' } as const);
      reportRarer(context, usual, rare, { message: 'spelling', ...severity });
    }
  },
});
