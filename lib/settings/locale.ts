export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** What the writer chose: a language, or that of the browser. */
export const LANGUAGES = ['auto', ...LOCALES] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language to speak; `browserLanguage` is a BCP 47 tag such as 'zh-Hans-CN'. */
export function chooseLocale(language: Language, browserLanguage: string): Locale {
  if (language !== 'auto') return language;
  return /^zh\b/i.test(browserLanguage) ? 'zh-CN' : 'en';
}
