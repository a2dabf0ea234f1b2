import { describe, expect, it } from 'vitest';
import { compilePattern, PatternMatcher } from '../../../../lib/language/words/pattern.ts';
import { TAG } from '../../../../lib/language/words/tags.ts';
import { Words } from '../../../../lib/language/words/words.ts';

/** Words written as “通过/p 学习/v ，/w”. */
function read(tagged: string): { text: string; words: Words } {
  const pairs = tagged.split(' ').map((word) => word.split('/') as [string, keyof typeof TAG]);
  let end = 0;
  const ends = Uint32Array.from(pairs, ([word]) => (end += word.length));
  const text = pairs.map(([word]) => word).join('');
  return {
    text,
    words: new Words(
      text,
      ends,
      Uint8Array.from(pairs, ([, tag]) => TAG[tag]),
    ),
  };
}

function matchOf(source: string, tagged: string) {
  const { text, words } = read(tagged);
  const pattern = compilePattern(source);
  const start = Math.min(...pattern.heads.map((head) => text.indexOf(head)).filter((at) => at !== -1));
  const match = new PatternMatcher(text, words).matchAt(pattern, start);
  return match && { found: text.slice(...match.range), mended: match.mended, first: match.first, last: match.last };
}

const SUBJECT = '^^ 2-(通过) .. ， 1-(使|让) <n,r>';

describe('patterns over words', () => {
  it('finds a frame with anything in between and offers its mendings in order', () => {
    expect(matchOf(SUBJECT, '通过/p 学习/v 政策/n ，/w 使/v 大家/r 明白/v')).toEqual({
      found: '通过学习政策，使大家',
      mended: ['通过学习政策，大家', '学习政策，使大家'],
      first: '通过',
      last: '使',
    });
  });

  it('asks for a part of speech and for the beginning of a sentence', () => {
    expect(matchOf(SUBJECT, '通过/p 学习/v ，/w 使/v 明白/v')).toBeUndefined();
    expect(matchOf(SUBJECT, '我/r 通过/p 学习/v ，/w 使/v 大家/r')).toBeUndefined();
    expect(matchOf(SUBJECT, '一/m 年/q 来/f ，/w 通过/p 学习/v ，/w 使/v 大家/r')?.found).toBe('通过学习，使大家');
  });

  it('puts in, replaces, and leaves an optional word aside', () => {
    expect(matchOf('坚持 +以 ..-以 为 导向', '坚持/v 问题/n 为/v 导向/n')?.mended).toEqual(['坚持以问题为导向']);
    expect(matchOf('虽然 .. ， =(因此>但)', '虽然/c 晚/a ，/w 因此/c')?.mended).toEqual(['虽然晚，但']);
    expect(matchOf('起到 了? .. +作用 $', '起到/v 示范/vn')?.mended).toEqual(['起到示范作用']);
  });

  it('does not go on over forbidden words, at the end of a word either, or out of the clause', () => {
    expect(matchOf('坚持 ..-以 为 导向', '坚持/v 以/p 问题/n 为/v 导向/n')).toBeUndefined();
    expect(matchOf('发挥 ..-作用 $', '发挥/v 模范作用/n')).toBeUndefined();
    expect(matchOf('坚持 .. 为 导向', '坚持/v 问题/n ，/w 学习/v 为/v 导向/n')).toBeUndefined();
    expect(matchOf('坚持 ... 为 导向', '坚持/v 问题/n ，/w 学习/v 为/v 导向/n')).toBeDefined();
  });

  it('matches only where words begin and end', () => {
    expect(matchOf('为 ..* 主', '作为/v 主/n')).toBeUndefined();
    expect(matchOf('所以 ~然', '所以/c 好/a')).toBeDefined();
    expect(matchOf('所以 ~好', '所以/c 好/a')).toBeUndefined();
  });

  it('names what it cannot read', () => {
    expect(() => compilePattern('.. 为')).toThrow('must begin with words');
    expect(() => compilePattern('为 <noun>')).toThrow('no part of speech “noun”');
  });

  it('costs a bounded number of steps however often its parts recur', () => {
    const { text, words } = read(Array.from({ length: 20_000 }, () => '通过/p').join(' '));
    const matcher = new PatternMatcher(text, words);
    const pattern = compilePattern('通过 ... 通过 ... 通过 ... 使');
    expect(matcher.matchAt(pattern, 0)).toBeUndefined();
  });
});
