/** Wrong characters: chosen wrongly from the input method's list, dropped, doubled, exchanged. */
import { atMatch, atWord, type Mistake, type Planter, pick, type Random } from './mistake.ts';
import { NOUN, type SoundPair, VERB, type Vocabulary, type Word } from './vocabulary.ts';

/** Characters that look alike, by groups. */
const LOOKALIKES = [
  '己已巳',
  '末未',
  '侯候',
  '贷货',
  '拔拨',
  '析折',
  '士土',
  '日曰',
  '遣遗',
  '竞竟',
  '券卷',
  '晴睛',
  '燥躁澡',
  '辨辩辫',
  '徽微',
  '历厉',
  '壁璧',
  '幻幼',
  '冶治',
  '崇祟',
  '茶荼',
  '戌戍戊',
  '密蜜',
  '扰拢',
  '缀辍',
  '即既',
  '贫贪',
  '申甲由',
  '间问',
  '部陪',
  '请清情',
  '观现',
  '杨扬',
  '受爱',
  '住往',
  '设没',
  '处外',
  '管营',
  '持特待',
  '坚竖',
  '导异',
  '今令',
  '千干',
  '人入',
  '大太',
  '力刀',
  '式武',
  '名各',
  '建健',
  '责贵',
  '理埋',
  '度席',
  '查杳',
  '村材',
  '实买',
  '体休',
  '找我',
  '活话',
  '论伦',
];
/** Pairs of words that sound alike or nearly so, where the context admits one. */
const PAIRS = [
  '反映 反应',
  '必须 必需',
  '权利 权力',
  '以至 以致',
  '检查 检察',
  '盈利 营利',
  '度过 渡过',
  '树立 竖立',
  '申明 声明',
  '推托 推脱',
  '事务 事物',
  '形势 形式',
  '公正 公证',
  '授权 受权',
  '截至 截止',
  '质疑 置疑',
  '及时 即时',
  '修养 休养',
  '变换 变幻',
  '气氛 气愤',
  '意义 异议',
  '需要 须要',
  '期间 其间',
  '经历 精力',
  '定金 订金',
  '需求 须求',
  '作用 做用',
  '工夫 功夫',
  '实施 事实',
  '时间 实践',
  '经济 紧急',
  '指令 指定',
  '知识 只是',
  '看似 看是',
  '同时 同是',
  '那时 那是',
  '应该 因该',
  '分子 份子',
  '机制 机智',
  '法治 法制',
  '增长 增涨',
];
/** Words of one character that are typed for each other every day. */
const SINGLES = [
  '在 再',
  '已 以',
  '做 作',
  '像 象',
  '既 即',
  '由 有',
  '对 队',
  '将 讲',
  '和 合',
  '向 像',
  '为 位',
  '是 事',
  '及 级',
  '以 已',
  '把 吧',
  '从 丛',
  '与 于',
  '于 与',
  '各 个',
  '使 是',
  '并 病',
  '让 嚷',
  '被 备',
  '又 有',
  '就 旧',
  '再 在',
  '更 跟',
  '他 它',
  '她 他',
  '其 期',
];
/** Everyday words with a wrong character that has become a habit. */
const HABITS = [
  '部署 布署',
  '账号 帐号',
  '成分 成份',
  '身份 身分',
  '想象 想像',
  '松弛 松驰',
  '安装 按装',
  '针砭 针贬',
  '寒暄 寒喧',
  '震撼 震憾',
  '渎职 读职',
  '一如既往 一如继往',
  '按部就班 按步就班',
  '再接再厉 再接再励',
  '迫不及待 迫不急待',
  '因地制宜 因地制益',
  '脉搏 脉博',
  '贯彻 贯切',
  '落实 落时',
  '坐镇 坐阵',
  '督促 督捉',
  '磋商 搓商',
  '追溯 追朔',
  '编纂 编篡',
  '竣工 峻工',
  '凝聚 凝具',
  '履行 屡行',
  '辖区 瞎区',
  '巡查 寻查',
  '排查 排察',
  '整改 整该',
  '宣传 宣转',
  '覆盖 复盖',
  '蓬勃 篷勃',
  '精简 精减',
  '严峻 严竣',
  '暴露 爆露',
  '薄弱 簿弱',
  '欠缺 歉缺',
  '沟通 勾通',
  '协调 谐调',
  '隐患 隐犯',
  '务实 勿实',
  '筹备 酬备',
];
/** What pasting from a page in the traditional script leaves. */
const TRADITIONAL =
  '国國 发發 会會 业業 学學 个個 们們 为為 这這 来來 时時 过過 对對 现現 实實 关關 进進 务務 产產 经經 领領 导導 党黨 书書 长長';

const halves = (pairs: readonly string[]) => pairs.map((pair) => pair.split(' ') as [string, string]);
const table = (pairs: readonly string[]) => new Map(halves(pairs));
const bothWays = (pairs: readonly string[]) =>
  new Map(
    halves(pairs).flatMap(([a, b]): [string, string][] => [
      [a, b],
      [b, a],
    ]),
  );

const isTwo = ({ text }: Word) => text.length === 2;
const isLong = ({ text }: Word) => text.length >= 3;

/** One of the words, the more often the commoner it is. */
function byFrequency(words: readonly string[], vocabulary: Vocabulary, random: Random): string | undefined {
  const weights = words.map((word) => vocabulary.frequency(word));
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  return words.find((_, i) => {
    rest -= weights[i]!;
    return rest < 0;
  });
}

const nearSound = (...pairs: SoundPair[]): Planter =>
  atWord(isTwo, ({ text }, random, { vocabulary }) =>
    byFrequency(
      pairs.flatMap((pair) => vocabulary.wordsSoundingNear(text, pair)),
      vocabulary,
      random,
    ),
  );

const byTable = (words: ReadonlyMap<string, string>): Planter =>
  atWord(
    ({ text }) => words.has(text),
    ({ text }) => words.get(text),
  );

const sameSoundAt = (word: Word, index: number, random: Random, vocabulary: Vocabulary): string | undefined => {
  const character = pick(vocabulary.charactersSoundingLike(word.text, index), random);
  if (!character) return undefined;
  const wrong = word.text.slice(0, index) + character + word.text.slice(index + 1);
  return vocabulary.has(wrong) ? undefined : wrong;
};

const without = (text: string, index: number) => text.slice(0, index) + text.slice(index + 1);

/** 形式 for 形势: another word of the same sound, the more often the commoner. */
export const homophoneWord: Planter = atWord(isTwo, ({ text }, random, { vocabulary }) =>
  byFrequency(vocabulary.wordsSoundingLike(text), vocabulary, random),
);

/** The first of the input method's list was taken: the commonest word of the same sound. */
export const commonestHomophone: Planter = atWord(isTwo, ({ text }, _, { vocabulary }) => {
  const [first] = vocabulary.wordsSoundingLike(text).sort((a, b) => vocabulary.frequency(b) - vocabulary.frequency(a));
  return first !== undefined && vocabulary.frequency(first) > vocabulary.frequency(text) ? first : undefined;
});

/** 取的成果, 公做: a character of the same sound that makes no word. */
export const sameSoundCharacter: Planter = atWord(isTwo, (word, random, { vocabulary }) =>
  sameSoundAt(word, random() < 0.5 ? 0 : 1, random, vocabulary),
);

/** 一如即往: the same in a word of three characters or more. */
export const sameSoundInLongWord: Planter = atWord(isLong, (word, random, { vocabulary }) =>
  sameSoundAt(word, Math.floor(random() * word.text.length), random, vocabulary),
);

/** z, c, s for zh, ch, sh and the other way: 主力 → 阻力. */
export const flatTongue: Planter = nearSound([/^([zcs])h/, '$1'], [/^([zcs])(?!h)/, '$1h']);

/** n for l and l for n: 老人 → 恼人. */
export const nasalInitial: Planter = nearSound([/^n/, 'l'], [/^l/, 'n']);

/** in, en, an for ing, eng, ang and the other way: 形势 → 心事. */
export const nasalFinal: Planter = nearSound([/([iea])n$/, '$1ng'], [/([iea])ng$/, '$1n']);

/** h for f and f for h: 发现 → 划线. */
export const lipInitial: Planter = nearSound([/^f/, 'h'], [/^f(?=a)/, 'hu'], [/^h(?=u)/, 'f'], [/^hu(?=[an])/, 'f']);

/** 己 for 已: a character of like shape. */
export const lookalike: Planter = atWord(
  ({ text }) => text.length <= 4,
  ({ text }, random, { vocabulary }) => {
    const index = Math.floor(random() * text.length);
    const others = [...(LOOKALIKES.find((group) => group.includes(text[index]!)) ?? '')].filter(
      (c) => c !== text[index],
    );
    const other = pick(others, random);
    const wrong = other && text.slice(0, index) + other + text.slice(index + 1);
    return wrong && (text.length === 1 || !vocabulary.has(wrong)) ? wrong : undefined;
  },
);

/** 反应问题: the other word of a pair. */
export const wordOfPair: Planter = byTable(bothWays(PAIRS));

/** 以完成, 在次: the other of two words of one character. */
export const singleHomophone: Planter = byTable(table(SINGLES));

/** 布署: a wrong writing that is a habit. */
export const habitualMisspelling: Planter = byTable(table(HABITS));

/** 發展: one character in the traditional script. */
export const traditionalCharacter: Planter = atMatch(
  new RegExp(
    `[${TRADITIONAL.split(' ')
      .map(([simple]) => simple)
      .join('')}]`,
    'g',
  ),
  ([character]) => TRADITIONAL.split(' ').find(([simple]) => simple === character)![1],
);

/** 取得阶段性成: a character of a two-character word is gone. */
export const droppedCharacter: Planter = atWord(
  (word) => isTwo(word) && (word.tag & (NOUN | VERB)) !== 0,
  ({ text }, random) => without(text, random() < 0.5 ? 0 : 1),
);

/** 全心意: a character of a longer word is gone. */
export const droppedInLongWord: Planter = atWord(isLong, ({ text }, random, { vocabulary }) => {
  const rest = without(text, Math.floor(random() * text.length));
  return vocabulary.has(rest) ? undefined : rest;
});

/** 手手续, 落实实: a character of a word twice. */
export const doubledCharacter: Planter = atWord(
  ({ text }) => text.length >= 2,
  ({ text, range: [start] }, random) => {
    const at = Math.floor(random() * text.length);
    const range = [start + at, start + at + 1] as const;
    return { range, text: text[at]!.repeat(2), alsoAt: [range] };
  },
);

/** 作工: the characters of a word exchanged. */
export const exchangedCharacters: Planter = atWord(isTwo, ({ text }, _, { vocabulary }) => {
  const exchanged = text[1]! + text[0]!;
  return vocabulary.has(exchanged) ? undefined : exchanged;
});

/** 组领织导: two neighbours exchanged, within a word or over the border of two. */
export const exchangedNeighbours: Planter = atMatch(
  /[\u4E00-\u9FFF]{4,}/g,
  ({ 0: run, index }, random): Mistake | undefined => {
    const at = Math.floor(random() * (run.length - 1));
    if (run[at] === run[at + 1]) return undefined;
    return { range: [index + at, index + at + 2], text: run[at + 1]! + run[at]! };
  },
);

/** 完成是任务: a 是, 在 or 就 that came along. */
export const strayParticle: Planter = atWord(
  ({ tag, text }) => (tag & VERB) !== 0 && text.length === 2,
  ({ text }, random) => `${text}${pick(['是', '在', '就'], random)}`,
);

/** 办公办公室: the beginning of a word typed before the whole word. */
export const beginningAgain: Planter = atWord(
  ({ text }) => text.length >= 3,
  ({ text, range: [start] }, random) => {
    const length = 2 + Math.floor(random() * (text.length - 2));
    const range = [start, start + length] as const;
    const beginning = text.slice(0, length);
    return { range, text: beginning + beginning, alsoAt: [range] };
  },
);
