import { afterEach, expect, it } from 'vitest';
import { setLocale, text } from '../../../lib/ui/text.ts';
import english from '../../../public/_locales/en/messages.json';
import chinese from '../../../public/_locales/zh_CN/messages.json';

afterEach(() => setLocale('zh-CN'));

const placeholders = (messages: Record<string, { message: string }>) =>
  Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => [key, [...new Set(message.match(/\$[1-9]/g))].sort()]),
  );

it('has the same texts with the same placeholders in both languages', () => {
  expect(placeholders(english)).toEqual(placeholders(chinese));
});

it('fills in values as they are', () => {
  expect(text('basis', '第$&条')).toBe('依据：第$&条');
});

it('speaks the chosen language', () => {
  setLocale('en');
  expect(text('ignore')).toBe('Ignore');
});
