import { describe, expect, it } from 'vitest';
import { parseParagraph } from '../../../lib/document/paragraph.ts';

const markerOf = (text: string) => {
  const { marker } = parseParagraph(text);
  return (
    marker && [marker.style, marker.value, text.slice(...marker.range), text.slice(...marker.number), marker.suffix]
  );
};
const headingOf = (text: string) => {
  const { heading } = parseParagraph(text);
  return heading && [heading.level, text.slice(...heading.title), heading.runIn];
};

describe('marks at the start of a paragraph', () => {
  it.each([
    ['第一部分　总则', ['part', 1, '第一部分', '一', '']],
    ['第十二章 附则', ['chapter', 12, '第十二章', '十二', '']],
    ['第三节 罚则', ['section', 3, '第三节', '三', '']],
    ['第二十一条　为了规范管理', ['article', 21, '第二十一条', '二十一', '']],
    ['　　一、主要工作', ['chinese', 1, '一、', '一', '、']],
    ['（十一）加强学习', ['chinese-parenthesis', 11, '（十一）', '十一', '）']],
    ['(三)加强学习', ['chinese-parenthesis', 3, '(三)', '三', '）']],
    ['（二）、服务群众', ['chinese-parenthesis', 2, '（二）、', '二', '）、']],
    ['1.抓好春耕', ['arabic', 1, '1.', '1', '.']],
    ['２．抓好防汛', ['arabic', 2, '２．', '２', '．']],
    ['3、抓好秋收', ['arabic', 3, '3、', '3', '、']],
    ['（4）检查', ['arabic-parenthesis', 4, '（4）', '4', '）']],
    ['5）检查', ['arabic-parenthesis', 5, '5）', '5', '）']],
    ['⑥检查', ['circled', 6, '⑥', '⑥', '']],
    ['㈡检查', ['chinese-parenthesis', 2, '㈡', '㈡', '）']],
    ['1.2 目标', ['decimal', 2, '1.2', '2', '']],
    ['一，二组负责', undefined],
    ['1.5亿元投资', undefined],
    ['1,286家企业', undefined],
    ['一年来', undefined],
    ['', undefined],
  ])('%s', (text, expected) => expect(markerOf(text)).toEqual(expected));
});

describe('headings', () => {
  it.each([
    ['一、主要工作', [4, '主要工作', false]],
    ['　　（一）加强领导。成立专班。', [5, '加强领导', true]],
    ['（二）服务群众。', [5, '服务群众', true]],
    ['1.抓好春耕', [6, '抓好春耕', false]],
    ['存在的不足', [0, '存在的不足', false]],
    ['（三）', [5, '', false]],
    ['（一）项目按时完工的；', undefined],
    [
      '1.负责接待来访群众，登记反映的问题，按规定时限办理并及时答复来访群众的各项合理诉求，做好政策解释工作。',
      undefined,
    ],
    ['今天开会。', undefined],
    ['各位领导：', undefined],
    ['（2025年1月8日）', undefined],
  ])('%s', (text, expected) => expect(headingOf(text)).toEqual(expected));
});

describe('enumerations', () => {
  const itemsOf = (text: string) => parseParagraph(text).enumeration.map(({ style, value }) => `${style}${value}`);
  it.each([
    ['一是走访农户。二是修好水渠。', ['shi1', 'shi2']],
    ['要做到：一要勤，二要实；三要廉。', ['yao1', 'yao2', 'yao3']],
    ['第一，抓学习。第二，抓落实。', ['di1', 'di2']],
    ['首先，抓学习。其次，抓落实。最后，抓总结。', ['shouxian1', 'shouxian2', 'shouxian3']],
    ['统一是前提，第一是安全。', []],
  ])('%s', (text, expected) => expect(itemsOf(text)).toEqual(expected));
});

describe('sentences', () => {
  const sentencesOf = (text: string) =>
    parseParagraph(text).sentences.map(({ range, end }) => [text.slice(...range), end]);
  it('keep closing marks and blanks', () => {
    expect(sentencesOf('他说：“好。”　大家鼓掌！真的？！完')).toEqual([
      ['他说：“好。”　', '。'],
      ['大家鼓掌！', '！'],
      ['真的？！', '？！'],
      ['完', ''],
    ]);
  });
  it('leave Latin text whole', () => {
    expect(sentencesOf('见 Yahoo! Japan 与 a.html?x=1')).toHaveLength(1);
  });
});

describe('quotations', () => {
  const quotationsOf = (text: string) =>
    parseParagraph(text).quotations.map(({ range, kind }) => [text.slice(...range), kind]);
  it('nest and pass over lost halves', () => {
    expect(quotationsOf('学习《关于“三农”的意见》和”党课“、‘一“户')).toEqual([
      ['《关于“三农”的意见》', 'title'],
      ['“三农”', 'quote'],
    ]);
  });
});
