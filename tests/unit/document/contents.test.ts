import { describe, expect, it } from 'vitest';
import { parseDocument } from '../../../lib/document/document.ts';

const contentsIn = (text: string) =>
  parseDocument(text)
    .blocks.filter(({ role }) => role === 'contents')
    .map(({ paragraph }) => paragraph.text);

const BODY = '一、安排\n每月一课。\n二、要求\n按时上报。';

describe('contents pages', () => {
  it.each([
    ['tabs', '目录\n一、安排\t1\n二、要求\t3'],
    ['dots', '目　录\n一、安排……………1\n二、要求…………12'],
    ['blanks', '目录\n一、安排 1\n二、要求 3'],
    ['neither leader nor page', '目录\n\n一、安排\n二、要求'],
  ])('are known with %s', (_, contents) =>
    expect(contentsIn(`工作方案\n${contents}\n${BODY}`)).toEqual(contents.split('\n').filter((line) => line !== '')),
  );

  it('are known without their head where leaders run to pages', () =>
    expect(contentsIn(`工作方案\n一、安排......1\n二、要求......3\n三、附则......5\n${BODY}`)).toHaveLength(3));

  it.each([
    ['a table', '姓名\t分数\n喻文澜\t92\n祁向南\t81\n翟景和\t97'],
    ['a heading called 目录 above a text', '目录\n本馆编目的规则如下。\n按年代排列。'],
    ['a line with one leader', '详见方案……3\n按时上报。\n每月一课。'],
  ])('are not %s', (_, text) => expect(contentsIn(text)).toEqual([]));

  it('leave the headings of the text', () => {
    const { headings } = parseDocument(`工作方案\n目录\n一、安排\n二、要求\n${BODY}`);
    expect(headings.map(({ block }) => block.index)).toEqual([4, 6]);
  });
});
