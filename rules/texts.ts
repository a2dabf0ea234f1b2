import { CATEGORIES, type RuleText, type Texts } from '../lib/engine/types.ts';
import { partNames } from '../lib/kinds/kinds.ts';
import consistencyEn from './consistency/en.json' with { type: 'json' };
import consistencyZh from './consistency/zh-CN.json' with { type: 'json' };
import countEn from './count/en.json' with { type: 'json' };
import countZh from './count/zh-CN.json' with { type: 'json' };
import commonEn from './en.json' with { type: 'json' };
import numberEn from './number/en.json' with { type: 'json' };
import numberZh from './number/zh-CN.json' with { type: 'json' };
import placeholderEn from './placeholder/en.json' with { type: 'json' };
import placeholderZh from './placeholder/zh-CN.json' with { type: 'json' };
import punctuationEn from './punctuation/en.json' with { type: 'json' };
import punctuationZh from './punctuation/zh-CN.json' with { type: 'json' };
import repetitionEn from './repetition/en.json' with { type: 'json' };
import repetitionZh from './repetition/zh-CN.json' with { type: 'json' };
import residueEn from './residue/en.json' with { type: 'json' };
import residueZh from './residue/zh-CN.json' with { type: 'json' };
import structureEn from './structure/en.json' with { type: 'json' };
import structureZh from './structure/zh-CN.json' with { type: 'json' };
import typoEn from './typo/en.json' with { type: 'json' };
import typoZh from './typo/zh-CN.json' with { type: 'json' };
import wordingEn from './wording/en.json' with { type: 'json' };
import wordingZh from './wording/zh-CN.json' with { type: 'json' };
import commonZh from './zh-CN.json' with { type: 'json' };

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

type ByCategory = Readonly<Record<(typeof CATEGORIES)[number], Readonly<Record<string, RuleText>>>>;

const byLocale: Readonly<Record<Locale, { common: Texts['suggestions']; categories: ByCategory }>> = {
  'zh-CN': {
    common: commonZh,
    categories: {
      typo: typoZh,
      placeholder: placeholderZh,
      residue: residueZh,
      repetition: repetitionZh,
      structure: structureZh,
      count: countZh,
      number: numberZh,
      punctuation: punctuationZh,
      wording: wordingZh,
      consistency: consistencyZh,
    },
  },
  en: {
    common: commonEn,
    categories: {
      typo: typoEn,
      placeholder: placeholderEn,
      residue: residueEn,
      repetition: repetitionEn,
      structure: structureEn,
      count: countEn,
      number: numberEn,
      punctuation: punctuationEn,
      wording: wordingEn,
      consistency: consistencyEn,
    },
  },
};

/** Everything the rules say, in one language. */
export function textsIn(locale: Locale): Texts {
  const { common, categories } = byLocale[locale];
  const rules = Object.fromEntries(
    CATEGORIES.flatMap((category) =>
      Object.entries(categories[category]).map(([name, text]) => [`${category}/${name}`, text]),
    ),
  );
  return { rules, suggestions: common, terms: partNames(locale) };
}
