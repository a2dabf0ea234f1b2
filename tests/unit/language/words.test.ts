import { describe, expect, it } from 'vitest';
import { ADVERBS, NAMES, NOUNS, NUMBERS, TAG, VERBS } from '../../../lib/language/words/tags.ts';
import { NO_WORDS } from '../../../lib/language/words/words.ts';
import { nodeLanguage } from '../../../tools/check/node-language.ts';

const language = nodeLanguage()!;
const cut = (text: string) => [...language.words(text)].map(({ text: word, tag }) => `${word}/${tag}`).join(' ');
const tagOf = (text: string, word: string) => {
  const words = language.words(text);
  return [...words].find((one) => one.text === word)?.tag;
};

describe('cuts sentences into words with parts of speech', () => {
  it.each([
    ['我们进行了深入的调查研究。', '我们/r 进行/vx 了/ul 深入/a 的/uj 调查/vn 研究/vn 。/w'],
    ['认真落实会议精神，工作做得很好。', '认真/ad 落实/v 会议/n 精神/n ，/w 工作/n 做/v 得/ud 很好/a 。/w'],
    ['经济社会会有序地发展', '经济/n 社会/n 会/vu 有序/a 地/uv 发展/v'],
    ['社会会具有这种能力', '社会/n 会/vu 具有/vyou 这种/r 能力/n'],
    ['大学大学生', '大学/n 大学生/n'],
    ['使用用图形表示的方法', '使用/v 用/p 图形/n 表示/v 的/uj 方法/n'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });

  it.each([
    ['随着经济的发展', '发展', 'vn'],
    ['我们要发展经济', '发展', 'v'],
    ['他高度重视安全', '高度', 'd'],
    ['这座塔的高度', '高度', 'n'],
    ['把材料交给他', '把', 'p'],
    ['他为群众服务', '为', 'p'],
  ])('%s: %s is %s', (text, word, tag) => {
    expect(tagOf(text, word)).toBe(tag);
  });
});

describe('names that no dictionary has', () => {
  it.each([
    ['县委书记喻文澜到村里走访', '喻文澜', 'nr'],
    ['会议由欧阳青禾主持', '欧阳青禾', 'nr'],
    ['青石镇召开会议', '青石镇', 'ns'],
    ['前往马家沟村走访', '马家沟村', 'ns'],
    ['会上，弗里德哈姆介绍了情况', '弗里德哈姆', 'nr'],
  ])('%s: %s is %s', (text, name, tag) => {
    expect(tagOf(text, name)).toBe(tag);
  });
});

describe('numbers, ordinals and dates', () => {
  it.each([
    ['2024年3月15日，增长8.3%', '2024年/t 3月/t 15日/t ，/w 增长/v 8.3%/m'],
    ['二〇二四年三月', '二〇二四年/t 三月/t'],
    ['１２．５亿元', '１２．５亿/m 元/q'],
    ['叁万伍仟陆佰元', '叁万伍仟陆佰/m 元/q'],
    ['走访廿三户', '走访/v 廿三/m 户/q'],
    ['三分之二的村', '三分之二/m 的/uj 村/n'],
    ['第三产业增长', '第三产业/n 增长/v'],
    ['第十二届', '第十二/mo 届/q'],
    ['第3条', '第3/mo 条/q'],
    ['三项制度', '三/m 项/q 制度/n'],
    ['用了3年时间', '用/v 了/ul 3/m 年/q 时间/n'],
    ['5G基站和VPN', '5/m G/x 基站/n 和/c VPN/x'],
  ])('%s', (text, expected) => {
    expect(cut(text)).toBe(expected);
  });
});

describe('Words', () => {
  const text = '全镇 干部认真学习。';
  const words = language.words(text);

  it('tiles the text', () => {
    for (let i = 0; i < words.length; i++) expect(words.start(i)).toBe(i === 0 ? 0 : words.end(i - 1));
    expect(words.end(words.length - 1)).toBe(text.length);
  });

  it('finds words by place', () => {
    expect(words.text(words.indexAt(text.indexOf('真')))).toBe('认真');
    expect(words.indexAt(-1)).toBe(-1);
    expect(words.indexAt(text.length)).toBe(-1);
    expect(words.isBoundary(text.indexOf('认'))).toBe(true);
    expect(words.isBoundary(text.indexOf('真'))).toBe(false);
    expect(words.isBoundary(0) && words.isBoundary(text.length)).toBe(true);
  });

  it('tests tags', () => {
    const at = (word: string) => words.indexAt(text.indexOf(word));
    expect(words.is(at('学习'), VERBS)).toBe(true);
    expect(words.is(at('认真'), ADVERBS)).toBe(true);
    expect(words.is(at('干部'), NOUNS) && !words.is(at('干部'), NAMES)).toBe(true);
    expect(words.tag(at('。'))).toBe(TAG.w);
    expect(words.is(-1, NUMBERS) || words.is(words.length, NUMBERS)).toBe(false);
    expect(words.text(-1) + words.text(words.length)).toBe('');
  });

  it('is empty where there is no model', () => {
    expect(NO_WORDS.length).toBe(0);
    expect(NO_WORDS.indexAt(0)).toBe(-1);
  });
});

describe('any text', () => {
  it.each([
    '',
    '\ud800',
    '\udc00我\ud83d',
    '😀我们😀',
    '𠮷野家',
    '\u0000\u0001',
    '的'.repeat(1000),
    '一'.repeat(1000),
    '9'.repeat(1000),
    'a1'.repeat(1000),
    '第'.repeat(500),
    '王'.repeat(500),
    '\u3000 \t'.repeat(100),
    '，'.repeat(1000),
  ])('%#', (text) => {
    const words = language.words(text);
    expect([...words].map((word) => word.text).join('')).toBe(text);
  });

  it('is cut the same again, whatever was read between', () => {
    const text = '青石镇第三次会议研究2024年工作，喻文澜主持。';
    const first = cut(text);
    cut('大学大学生'.repeat(300));
    expect(cut(text)).toBe(first);
  });

  it.each(['我', '一', '王', '马克', '9', '发展'])('a megabyte of “%s” takes time in proportion', (unit) => {
    const work = (length: number) => {
      const text = unit.repeat(length / unit.length);
      const start = process.cpuUsage();
      language.words(text);
      return process.cpuUsage(start).user;
    };
    work(2 ** 16);
    const small = Math.max(2000, work(2 ** 17));
    expect(work(2 ** 20)).toBeLessThan(8 * 4 * small);
  });
});

describe('gain', () => {
  const gain = (text: string, at: string, instead: string) => {
    const start = text.indexOf(at);
    return language.gain(text, [start, start + at.length], instead);
  };

  it('is high where an edit mends the text, and low where it harms', () => {
    expect(gain('要持续续优化营商环境。', '续续', '续')).toBeGreaterThan(4);
    expect(gain('委员会会议研究了三项工作。', '会会', '会')).toBeLessThan(0);
    expect(gain('认真惯彻落实会议精神。', '惯', '贯')).toBeGreaterThan(4);
  });

  it('is nothing where nothing changes, and does not depend on what stands far away', () => {
    expect(gain('县里召开会议。', '召开', '召开')).toBe(0);
    const near = gain('要持续续优化营商环境。', '续续', '续');
    expect(gain(`${'前面还有一句话。'.repeat(500)}要持续续优化营商环境。`, '续续', '续')).toBeCloseTo(near, 3);
  });
});
