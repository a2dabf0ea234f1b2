import { CATEGORIES, type Rule, type RuleText, type Texts } from '../lib/engine/types.ts';
import { partNames } from '../lib/kinds/kinds.ts';
import consistencyEn from './consistency/en.json' with { type: 'json' };
import type consistency from './consistency/index.ts';
import consistencyZh from './consistency/zh-CN.json' with { type: 'json' };
import countEn from './count/en.json' with { type: 'json' };
import type count from './count/index.ts';
import countZh from './count/zh-CN.json' with { type: 'json' };
import commonEn from './en.json' with { type: 'json' };
import numberEn from './number/en.json' with { type: 'json' };
import type number from './number/index.ts';
import numberZh from './number/zh-CN.json' with { type: 'json' };
import placeholderEn from './placeholder/en.json' with { type: 'json' };
import type placeholder from './placeholder/index.ts';
import placeholderZh from './placeholder/zh-CN.json' with { type: 'json' };
import punctuationEn from './punctuation/en.json' with { type: 'json' };
import type punctuation from './punctuation/index.ts';
import punctuationZh from './punctuation/zh-CN.json' with { type: 'json' };
import repetitionEn from './repetition/en.json' with { type: 'json' };
import type repetition from './repetition/index.ts';
import repetitionZh from './repetition/zh-CN.json' with { type: 'json' };
import residueEn from './residue/en.json' with { type: 'json' };
import type residue from './residue/index.ts';
import residueZh from './residue/zh-CN.json' with { type: 'json' };
import structureEn from './structure/en.json' with { type: 'json' };
import type structure from './structure/index.ts';
import structureZh from './structure/zh-CN.json' with { type: 'json' };
import typoEn from './typo/en.json' with { type: 'json' };
import type typo from './typo/index.ts';
import typoZh from './typo/zh-CN.json' with { type: 'json' };
import wordingEn from './wording/en.json' with { type: 'json' };
import type wording from './wording/index.ts';
import wordingZh from './wording/zh-CN.json' with { type: 'json' };
import commonZh from './zh-CN.json' with { type: 'json' };

export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

type NameOf<R extends Rule> = R['id'] extends `${string}/${infer Name}` ? Name : never;
type KeyOf<R extends Rule> = keyof R['messages'] | NonNullable<R['notes']>[number];

/** The messages of a rule under its name. */
type MessagesOf<R extends Rule> = { readonly [One in R as NameOf<One>]: Readonly<Record<KeyOf<One>, string>> };

/** Keys of a locale file that no rule declares, as 'rule: key'. */
type Undeclared<Declared, File extends Readonly<Record<string, RuleText>>> = {
  [Name in keyof File & string]: Name extends keyof Declared
    ? `${Name}: ${Exclude<keyof File[Name]['messages'], keyof Declared[Name]> & string}`
    : Name;
}[keyof File & string];

/**
 * What a category's locale file must be, so that it compiles: it has every key that the rules declare, and the property
 * that is demanded for a key which none declares does not exist.
 */
type TextsOf<Rules extends readonly Rule[], File extends Readonly<Record<string, RuleText>>> = {
  readonly [Name in keyof MessagesOf<Rules[number]>]: RuleText & {
    readonly messages: MessagesOf<Rules[number]>[Name];
  };
} & Readonly<Record<`No rule declares ${Undeclared<MessagesOf<Rules[number]>, File>}`, never>>;

type ByCategory = Readonly<Record<(typeof CATEGORIES)[number], Readonly<Record<string, RuleText>>>>;

const byLocale: Readonly<Record<Locale, { common: Texts['suggestions']; categories: ByCategory }>> = {
  'zh-CN': {
    common: commonZh,
    categories: {
      typo: typoZh satisfies TextsOf<typeof typo, typeof typoZh>,
      placeholder: placeholderZh satisfies TextsOf<typeof placeholder, typeof placeholderZh>,
      residue: residueZh satisfies TextsOf<typeof residue, typeof residueZh>,
      repetition: repetitionZh satisfies TextsOf<typeof repetition, typeof repetitionZh>,
      structure: structureZh satisfies TextsOf<typeof structure, typeof structureZh>,
      count: countZh satisfies TextsOf<typeof count, typeof countZh>,
      number: numberZh satisfies TextsOf<typeof number, typeof numberZh>,
      punctuation: punctuationZh satisfies TextsOf<typeof punctuation, typeof punctuationZh>,
      wording: wordingZh satisfies TextsOf<typeof wording, typeof wordingZh>,
      consistency: consistencyZh satisfies TextsOf<typeof consistency, typeof consistencyZh>,
    },
  },
  en: {
    common: commonEn,
    categories: {
      typo: typoEn satisfies TextsOf<typeof typo, typeof typoEn>,
      placeholder: placeholderEn satisfies TextsOf<typeof placeholder, typeof placeholderEn>,
      residue: residueEn satisfies TextsOf<typeof residue, typeof residueEn>,
      repetition: repetitionEn satisfies TextsOf<typeof repetition, typeof repetitionEn>,
      structure: structureEn satisfies TextsOf<typeof structure, typeof structureEn>,
      count: countEn satisfies TextsOf<typeof count, typeof countEn>,
      number: numberEn satisfies TextsOf<typeof number, typeof numberEn>,
      punctuation: punctuationEn satisfies TextsOf<typeof punctuation, typeof punctuationEn>,
      wording: wordingEn satisfies TextsOf<typeof wording, typeof wordingEn>,
      consistency: consistencyEn satisfies TextsOf<typeof consistency, typeof consistencyEn>,
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
