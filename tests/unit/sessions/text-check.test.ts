import { expect, it } from 'vitest';
import { createChecker } from '../../../lib/engine/checker.ts';
import { defineRule } from '../../../lib/engine/rule.ts';
import { openTextCheck } from '../../../lib/sessions/text-check.ts';
import { textsIn } from '../../../rules/texts.ts';

it('names the rules that took too long, once there are any', () => {
  let now = 0;
  const slow = defineRule({
    id: 'typo/slow',
    messages: {},
    scope: 'document',
    examples: [],
    check({ text }) {
      if (text.includes('慢')) now += 1e6;
    },
  });
  const checker = createChecker({ rules: [slow], texts: textsIn('zh-CN'), clock: () => now });
  const check = openTextCheck(
    checker.open(),
    () => undefined,
    (id) => `规则 ${id}`,
  );
  expect(check('快')).toEqual({ issues: [] });
  expect(check('慢')).toEqual({ issues: [], stopped: ['规则 typo/slow'] });
});
