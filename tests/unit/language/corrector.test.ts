import { describe, expect, it } from 'vitest';
import { nodeLanguage } from '../../../tools/check/node-language.ts';

const language = nodeLanguage()!;

/** `range→best replacement` of what is at least a warning. */
const found = (text: string) =>
  language
    .corrections(text)
    .filter(({ probability }) => probability >= 0.75)
    .map(({ range, replacements }) => `${text.slice(...range)}→${replacements[0]!.text}`);

describe('corrections', () => {
  it.each([
    ['全镇干部认真惯彻落实会议精神。', ['惯→贯']],
    ['清河镇召开会议，安排部暑下一阶段工作。', ['暑→署']],
    ['要坚持以人民为中心的发展思想，切实增强人民群众的获得感、幸福感、安全敢。', ['敢→感']],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it.each([
    '清河镇召开安全生产工作会议，部署下一阶段任务。',
    '驻村第一书记喻晖和村民谈心，了解生产情况。',
    '我也清醒认识到，工作中还有不足；我们将继续努力。',
    '车辆损坏或被盗的，或者车主失踪的，由保险公司先行垫付。',
    '各单位要高度重视，加强领导，确保各项工作落到实处。',
    '',
  ])('says nothing of “%s”', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['校园周边交通基础施设不断完善。', 'exchanged', '基础设施'],
    ['县里依法维护消者合法权益。', 'missing', '消费者'],
    ['全镇干部认真贯彻落实会议议精神，扎实推进乡村振路兴战略。', 'extra', '振兴战略'],
  ])('takes back a slip in “%s”', (text, kind, expected) => {
    const slip = language.corrections(text).find((correction) => correction.kind === kind)!;
    const [start, end] = slip.range;
    expect(text.slice(0, start) + slip.replacements[0]!.text + text.slice(end)).toContain(expected);
    expect(slip.probability).toBeGreaterThan(0.5);
  });

  it.each([
    ['全镇干部认真惯彻落实会议精神。', '惯彻→贯彻'],
    ['县里依法维护消者合法权益。', '消者→消费者'],
    ['要扎实推进乡村振路兴战略。', '振路兴→振兴'],
  ])('names the word in “%s”', (text, expected) => {
    const words = language.corrections(text).map(({ word }) => `${word.wrong}→${word.right}`);
    expect(words).toContainEqual(expect.stringContaining(expected));
  });

  it.each([
    '要加快采编工作，编采人员轮流值班。',
    '一年来，全县道路畅通，没有发生一起拥堵。',
    '县长发表了热情洋溢的讲演。',
  ])('takes no word for another with its characters exchanged: “%s”', (text) => {
    expect(language.corrections(text).filter(({ kind }) => kind === 'exchanged')).toEqual([]);
  });

  it.each([
    ['要压实企业主题责任，督促企业自查。', ['主题']],
    ['全镇干部认真惯彻落实会议精神。', []],
  ])('knows which words stand in “%s”', (text, expected) => {
    expect(language.corrections(text)[0]!.writtenWords.filter((word) => word.length > 1)).toEqual(expected);
  });

  it('gives ranges within the text, in order, that do not overlap', () => {
    const text = '全镇干部认真惯彻落实会义精神，安排部暑下一阶段工做。';
    let end = 0;
    for (const { range, replacements, probability } of language.corrections(text)) {
      expect(range[0]).toBeGreaterThanOrEqual(end);
      end = range[1];
      expect(end).toBeLessThanOrEqual(text.length);
      expect(replacements.length).toBeGreaterThan(0);
      expect(probability).toBe(replacements[0]!.probability);
    }
    expect(end).toBeGreaterThan(0);
  });

  it.each([
    ['lone surrogates and control characters', '\ud800\u0000甲\u202e乙🀄️\r\n'.repeat(200)],
    ['one endless line', '扎实推进工作落实情况'.repeat(2000)],
    ['nothing but the same character', '惯'.repeat(20_000)],
    ['letters and digits', 'abc123'.repeat(3000)],
  ])('survives %s in linear time', (_, text) => {
    const start = performance.now();
    expect(() => language.corrections(text)).not.toThrow();
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
