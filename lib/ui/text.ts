/** The interface's own texts, from the locale files that also serve the manifest. */
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import chinese from '../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import type { Locale } from '../settings/locale.ts';

export type TextKey = keyof typeof chinese;

const catalogs: Readonly<Record<Locale, Readonly<Record<TextKey, { message: string }>>>> = {
  'zh-CN': chinese,
  en: english,
};

let current: Locale = 'zh-CN';

/** Chooses the language of all later texts of this surface. */
export function setLocale(locale: Locale): void {
  current = locale;
}

export function currentLocale(): Locale {
  return current;
}

type Values = readonly (string | number)[];

const fill = (message: string, values: Values): string =>
  message.replace(/\$([1-9])/g, (_, digit: string) => String(values[Number(digit) - 1]));

/** The text of that key, with $1…$9 replaced by the values in turn. */
export const text = (key: TextKey, ...values: Values): string => fill(catalogs[current][key].message, values);

/** The same for the texts that one surface has for itself. */
export const textsOf =
  <Key extends string>(own: Readonly<Record<Locale, Readonly<Record<Key, string>>>>) =>
  (key: Key, ...values: Values): string =>
    fill(own[current][key], values);
