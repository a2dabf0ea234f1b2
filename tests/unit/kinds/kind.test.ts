import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../lib/document/document.ts';
import { describeDocument } from '../../../lib/kinds/kind.ts';
import { nameDocument } from '../../../lib/kinds/names.ts';

const describeText = (text: string) => describeDocument(parseDocument(text));
const kindOf = (title: string) => describeText(`${title}\n全年新建步道三条。\n改造公园两座。`)?.id;
const presentIn = (text: string) =>
  describeText(text)!
    .parts.filter((part) => part.present)
    .map(({ id }) => id);

describe('describeDocument', () => {
  it.each(['今天植树三百株', '园林所简介', '关于函数的笔记'])('does not know %s', (title) =>
    expect(kindOf(title)).toBeUndefined(),
  );

  it('leaves a field of one line alone', () => expect(describeText('述职报告')).toBeUndefined());

  it('finds the title below a stray line', () =>
    expect(describeText('本文来自某网站，下载后可编辑。\n2024年工作总结\n一、成效\n新建步道。')?.id).toBe(
      'work-summary',
    ));

  it('finds a title that ends in a mark', () =>
    expect(describeText('青溪区园林所2024年工作总结：\n一、成效\n新建步道。')?.id).toBe('work-summary'));

  it('tells which parts are there', () => {
    const text = '述职报告\n各位领导：\n一、履职情况\n新建步道。\n二、存在的不足\n人手偏紧。\n以上报告，请予评议。';
    expect(presentIn(text)).toEqual(['salutation', 'duties', 'problems', 'closing']);
  });

  it('does not take the problems of others for a section on one’s own', () => {
    const text =
      '述职报告\n各位领导：\n一、履职情况\n（一）聚焦急难愁盼，解决突出问题\n新建步道。\n以上报告，请予评议。';
    expect(describeText(text)!.parts.find(({ id }) => id === 'problems')!.present).toBe(false);
  });

  it.each([
    '四、个人发展规划',
    '四、改进计划',
    '四、今后努力的方向',
    '最后说说下半年怎么干。',
    '以后，我想把日志记得细一些。',
  ])('takes “%s” for next steps', (line) =>
    expect(presentIn(`述职报告\n各位领导：\n${line}\n补齐人手。`)).toContain('plans'),
  );

  it.each(['三、自我反思', '三、短板和弱项', '当然，我也有做得不够的地方。', '再说遇到了什么困难。'])(
    'takes “%s” for problems',
    (line) => expect(presentIn(`述职报告\n各位领导：\n${line}\n人手偏紧。`)).toContain('problems'),
  );

  it.each(['各二级团组织：', '尊敬的公司领导：', '各位评委、同学们：', '青溪区财政局：', '县水务局，', '全体同志。'])(
    'takes “%s” for a salutation',
    (line) => expect(presentIn(`关于植树的通知\n${line}\n定于3月12日植树。\n请准时参加。`)).toContain('addressee'),
  );

  it('asks no signature of what is said', () => {
    const text = '第三季度汇报\n各位同事：\n大家好！\n新建步道三条。\n改造公园两座。\n谢谢大家！';
    expect(describeText(text)!.parts.map(({ id }) => id)).not.toContain('signature');
  });

  it.each(['2019/1/2', '2022-06-27', '汇报时间：2022-06-27', '日期\t2022年6月27日'])('knows the date %s', (line) =>
    expect(presentIn(`第三季度汇报\n新建步道三条。\n改造公园两座。\n青溪区园林所\n${line}`)).toContain('date'),
  );

  it('names kind and parts in both languages', () => {
    const described = describeText('述职报告\n各位领导：\n以上报告，请予评议。')!;
    const { name, parts } = nameDocument(described, 'zh-CN');
    expect(name).toBe('述职报告');
    expect(parts[0]).toEqual({ name: '称谓', present: true, required: true });
    expect(nameDocument(described, 'en').parts[0]).toEqual({ name: 'Salutation', present: true, required: true });
  });
});
