import { describe, expect, it } from 'vitest';
import english from '../../../assets/document-types.en.json' with { type: 'json' };
import types from '../../../assets/document-types.json' with { type: 'json' };
import chinese from '../../../assets/document-types.zh-CN.json' with { type: 'json' };
import { parseDocument } from '../../../lib/document/document.ts';
import { describeDocument } from '../../../rules/structure/_kind.ts';
import { nameDocument } from '../../../rules/structure/_kind-names.ts';
import { textsIn } from '../../../rules/texts.ts';

const describeText = (text: string) => describeDocument(parseDocument(text));
const kindOf = (title: string) => describeText(`${title}\n全年新建步道三条。\n改造公园两座。`)?.id;

describe('describeDocument', () => {
  it.each([
    ['2024年度述职述廉报告', 'duty-report'],
    ['2024年度抓基层党建工作述职报告（书面）', 'duty-report'],
    ['青溪区2025年政府工作报告', 'government-report'],
    ['2024年度民主生活会个人对照检查材料', 'self-criticism'],
    ['关于区委巡察反馈意见整改情况的报告', 'rectification-report'],
    ['安全生产自查报告', 'self-inspection-report'],
    ['关于老旧小区加装电梯的调研报告', 'research-report'],
    ['青溪区园林所2024年工作总结', 'work-summary'],
    ['2024年工作总结及2025年工作计划', 'work-summary'],
    ['青溪区园林所第3次所务会议纪要', 'minutes'],
    ['关于购置洒水车的请示', 'request'],
    ['关于同意购置洒水车的批复', 'reply'],
    ['关于商请协助修剪行道树的函', 'letter'],
    ['关于开展述职报告评议的通知', 'notice'],
    ['关于表扬先进班组的通报', 'circular'],
    ['关于封闭青溪大桥的通告', 'announcement'],
    ['关于授予先进称号的决定', 'decision'],
    ['关于加强古树保护的实施意见', 'opinion'],
    ['春季造林实施方案', 'scheme'],
    ['青溪区园林所2025年工作要点', 'work-plan'],
    ['在全区造林动员会上的讲话', 'speech'],
    ['关于春季造林情况的报告', 'report'],
  ])('knows %s', (title, kind) => expect(kindOf(title)).toBe(kind));

  it.each(['今天植树三百株', '园林所简介', '关于函数的笔记'])('does not know %s', (title) =>
    expect(kindOf(title)).toBeUndefined(),
  );

  it('leaves a field of one line alone', () => expect(describeText('述职报告')).toBeUndefined());

  it('finds the title below a stray line', () =>
    expect(describeText('本文来自某网站，下载后可编辑。\n2024年工作总结\n一、成效\n新建步道。')?.id).toBe(
      'work-summary',
    ));

  it('tells which parts are there', () => {
    const text = '述职报告\n各位领导：\n一、履职情况\n新建步道。\n二、存在的不足\n人手偏紧。\n以上报告，请予评议。';
    const present = describeText(text)!
      .parts.filter((part) => part.present)
      .map(({ id }) => id);
    expect(present).toEqual(['salutation', 'duties', 'problems', 'closing']);
  });

  it('does not take the problems of others for a section on one’s own', () => {
    const text =
      '述职报告\n各位领导：\n一、履职情况\n（一）聚焦急难愁盼，解决突出问题\n新建步道。\n以上报告，请予评议。';
    expect(describeText(text)!.parts.find(({ id }) => id === 'problems')!.present).toBe(false);
  });

  it('names kind and parts in both languages', () => {
    const described = describeText('述职报告\n各位领导：\n以上报告，请予评议。')!;
    const { name, parts } = nameDocument(described, 'zh-CN');
    expect(name).toBe('述职报告');
    expect(parts[0]).toEqual({ name: '称谓', present: true, required: true });
    expect(nameDocument(described, 'en').parts[0]).toEqual({ name: 'Salutation', present: true, required: true });
  });
});

describe('assets/document-types', () => {
  const parts = [...new Set(types.flatMap((type) => type.parts.map(({ id }) => id)))].sort();

  it('holds 20 kinds, each named in both languages', () => {
    const ids = types.map(({ id }) => id).sort();
    expect(ids).toHaveLength(20);
    for (const names of [chinese, english]) expect(Object.keys(names.kinds).sort()).toEqual(ids);
  });

  it('names every part, and has a message for its absence', () => {
    for (const names of [chinese, english]) expect(Object.keys(names.parts).sort()).toEqual(parts);
    // What is merely usual is asked for in softer words.
    const asked = [...parts, 'date-usual', 'signature-usual'].sort();
    expect(Object.keys(textsIn('zh-CN').rules['structure/missing-part']!.messages).sort()).toEqual(asked);
  });
});
