import { describe, expect, it } from 'vitest';
import { createChecker } from '../../../lib/engine/checker.ts';
import { applyFixes, groupFixes } from '../../../lib/engine/fix.ts';
import { groupOf, onePerGroup } from '../../../lib/engine/group.ts';
import { rules } from '../../../rules/index.ts';
import { textsIn } from '../../../rules/texts.ts';

const checker = createChecker({ rules, texts: textsIn('zh-CN') });
const issuesOf = (text: string, ruleId: string) => checker.check(text).filter((issue) => issue.ruleId === ruleId);
/** The text after the first choice for the group of the rule's first issue. */
function afterGroupFix(text: string, ruleId: string): string {
  const issues = issuesOf(text, ruleId);
  return applyFixes(text, groupFixes(groupOf(issues[0]!, issues), 0));
}

describe('issues of one cause', () => {
  it('are half-width marks of one kind, of one severity however many there are', () => {
    const text = '走访企业53家,解决困难12个,回访9家,建档53份,全部办结,群众满意。';
    const issues = issuesOf(text, 'punctuation/half-width');
    expect(issues).toHaveLength(5);
    expect(onePerGroup(issues)).toHaveLength(1);
    expect(new Set(issues.map(({ severity }) => severity))).toEqual(new Set(['warning']));
    expect(afterGroupFix(text, 'punctuation/half-width')).toBe(text.replaceAll(',', '，'));
  });

  it('are the numbers of a series, which is never mixed by a fix', () => {
    const text = '一、重点工作\n1、新建步道三条。\n2、改造公园两座。\n3、组织植树四次。';
    expect(issuesOf(text, 'structure/number-mark')).toHaveLength(3);
    const fixed = afterGroupFix(text, 'structure/number-mark');
    expect(fixed).toBe('一、重点工作\n1.新建步道三条。\n2.改造公园两座。\n3.组织植树四次。');
    expect(issuesOf(fixed, 'structure/number-mark')).toEqual([]);
  });

  it('are places of the same confusion, also in quotation, where it is only suggested', () => {
    const text = '会上作了布署。镇里布署春耕。\n他说：“要抓紧布署。”';
    const issues = issuesOf(text, 'typo/confusion');
    expect(issues.map(({ fix }) => fix !== undefined)).toEqual([true, true, false]);
    expect(onePerGroup(issues)).toHaveLength(1);
    expect(afterGroupFix(text, 'typo/confusion')).toBe(text.replaceAll('布署', '部署'));
  });

  it('are more than one', () => {
    expect(issuesOf('会上作了布署。', 'typo/confusion')[0]).not.toHaveProperty('group');
  });

  it('keep their group when something else is edited', () => {
    const groupIn = (text: string) => issuesOf(text, 'typo/confusion')[0]!.group;
    expect(groupIn('新的一段。\n会上作了布署。镇里布署春耕。')).toBe(groupIn('会上作了布署。镇里布署春耕。'));
  });
});
