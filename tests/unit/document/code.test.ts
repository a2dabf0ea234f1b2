import { describe, expect, it } from 'vitest';
import { parseParagraph } from '../../../lib/document/paragraph.ts';

describe('lines of a program', () => {
  it.each([
    'import java.util.List;',
    '    System.out.println("你好，世界");',
    'int total = 0, count = 10;',
    'for i in range(10):',
    '    print("开始下载第%d页，请稍候" % i)',
    'total = add(1, 2)  # 两数之和，四舍五入',
    'SELECT name, age FROM students WHERE age > 18',
    '#include <stdio.h>',
    '}',
  ])('%s', (line) => expect(parseParagraph(line).isCode).toBe(true));

  it.each([
    '系统调用print(x)输出结果；',
    '用公式y=kx+b表示。',
    '<p>各科室：</p>',
    'Hello World',
    '青溪区园林所（Garden Office）',
    'e-mail: office@example.com',
    '(1) 抓学习;',
    '2024-01-08',
    '{填写姓名}',
    '“好。”（完）',
  ])('not %s', (line) => expect(parseParagraph(line).isCode).toBe(false));
});
