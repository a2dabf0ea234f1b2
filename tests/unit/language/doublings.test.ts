import { describe, expect, it } from 'vitest';
import { findRepetitions } from '../../../lib/language/doublings.ts';
import { nodeLanguage } from '../../../tools/check/node-language.ts';

const language = nodeLanguage()!;

/** What is probably a slip of the hand. */
const slips = (text: string) =>
  language
    .doublings(text)
    .filter(({ probability, mayBeMeant }) => probability >= (mayBeMeant ? 0.95 : 0.5))
    .map(({ start, end }) => text.slice(start, end));

describe('findRepetitions', () => {
  const repetitions = (text: string) =>
    findRepetitions(text).map(({ start, end, size }) => `${text.slice(start, end)} ${size}`);

  it.each([
    ['天天向上', ['天天 1']],
    ['看看看', ['看看看 1']],
    ['驻村驻村工作', ['驻村驻村 2']],
    ['高高兴兴', ['高高 1', '兴兴 1']],
    ['优化环境优化环境', ['优化环境优化环境 4']],
    ['1122，，aa、、', []],
    ['', []],
    ['一', []],
  ])('%s', (text, expected) => {
    expect(repetitions(text)).toEqual(expected);
  });

  it('takes no more than eight copies for a slip', () => {
    expect(repetitions('哈'.repeat(8))).toEqual([`${'哈'.repeat(8)} 1`]);
    expect(repetitions('哈'.repeat(100_000))).toEqual([]);
  });
});

describe('doublings that were not meant', () => {
  it.each([
    ['工作中还还存在差距。', '还还'],
    ['学校营营造良好环境。', '营营'],
    ['群众满意度不不断提升。', '不不'],
    ['党支部书书记带头讲党课。', '书书'],
    ['全会第一一议题是学习文件。', '一一'],
    ['党建根基更加更加牢固。', '更加更加'],
    ['持续优化营商环境优化营商环境，服务企业。', '优化营商环境优化营商环境'],
    ['积极积极开展志愿服务。', '积极积极'],
  ])('%s', (text, slip) => {
    expect(slips(text)).toEqual([slip]);
  });

  it.each([
    '大家天天下村，常常走访，渐渐熟悉了情况。',
    '委员会会议由党组组织，市市场监管局参加。',
    '为了了解情况，达到目的的同时，存在在册人员不足的问题。',
    '中南大学大学生志愿者到社区服务。',
    '县县通高速，乡乡有卫生院，村村通公路，家家户户受益。',
    '学习习近平新时代中国特色社会主义思想。',
    '请大家把问题梳理梳理，把情况掌握掌握。',
    '105人人均增收2000元，18项项目开工。',
    '由“教教材”向“用教材教”转变。',
    '镇纪委监委监督执行。',
  ])('nothing in “%s”', (text) => {
    expect(slips(text)).toEqual([]);
  });

  it('is quick where everything is doubled', () => {
    const start = process.cpuUsage();
    language.doublings('啊啊，好好。'.repeat(200));
    expect(process.cpuUsage(start).user).toBeLessThan(2_000_000);
  });
});
