import type { Document, Paragraph, Range } from '../document/types.ts';
import type { Language } from '../language/types.ts';
import type { Words } from '../language/words/words.ts';

export const CATEGORIES = [
  'typo',
  'placeholder',
  'residue',
  'repetition',
  'structure',
  'count',
  'number',
  'punctuation',
  'wording',
  'consistency',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** error: wrong in any context. warning: probably wrong. hint: style and variants, off the page unless asked for. */
export const SEVERITIES = ['error', 'warning', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** Replace the range by the text. Ranges are UTF-16 offsets into the checked text. */
export interface Fix {
  readonly range: Range;
  readonly text: string;
}

export interface Suggestion {
  readonly message: string;
  readonly fix: Fix;
}

export interface Related {
  readonly range: Range;
  readonly message: string;
}

export interface Issue {
  readonly ruleId: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly range: Range;
  /** One plain sentence for the writer, in the checker's language. */
  readonly message: string;
  /** The clause of the standard: 'GB/T 15834—2011 4.5.3.5'. */
  readonly basis?: string;
  /** The word that is doubted, where the writer may say that it is right. */
  readonly word?: string;
  /** Certain: “fix all” may apply it. */
  readonly fix?: Fix;
  /** Offered: the writer chooses. */
  readonly suggestions?: readonly Suggestion[];
  /** The other half of a repetition, the first use of a name. */
  readonly related?: readonly Related[];
  /** Issues of one cause share it: one row in the list, one fix for all of them. Stable while the document is edited. */
  readonly group?: string;
}

/** An issue with the key by which it is ignored, and recognised again after an edit elsewhere. */
export interface KeyedIssue extends Issue {
  readonly key: string;
}

/** A message of the rule's own locale file, with what its {placeholders} stand for. */
export type MessageData = Readonly<Record<string, string | number | Term>>;

/** A thing with a name of its own in each language, by its key in `Texts.terms`: a part of a document. */
export interface Term {
  readonly term: string;
}

/**
 * What a rule reports. Ranges count from the start of what `check` was given: paragraph or document.
 * `Message` and `Note` are the keys that the rule declares.
 */
export interface Problem<Message extends string, Note extends string = never> {
  readonly range: Range;
  /** One of the rule's `messages`; it brings the severity. */
  readonly message: Message;
  readonly data?: MessageData;
  /** Lower than the message's own severity where the case is less sure. */
  readonly severity?: Severity;
  readonly basis?: string;
  /** Tells apart what a rule says of one place, such as the parts missing there: who ignores one has not ignored the others. */
  readonly about?: string;
  /** What the rule's other issues of the same cause give too: the mark written wrongly, the word confused. Their choices agree. */
  readonly group?: string;
  /** The word that is doubted. */
  readonly word?: string;
  /** A string replaces `range`. The smallest edit is the best one. */
  readonly fix?: string | Fix;
  /** A string replaces `range` and is described as “改为…”; '' as “删去…”. */
  readonly suggestions?: readonly (string | { message: Note; data?: MessageData; fix: Fix })[];
  readonly related?: readonly { range: Range; message: Note; data?: MessageData }[];
}

export interface RuleContext<Message extends string, Note extends string = never> {
  /** Not written as a method: so the compiler refuses a context whose rule does not declare what is reported. */
  readonly report: (problem: Problem<Message, Note>) => void;
  /** The language model; undefined until it has loaded. Rules that need it stay silent without. */
  readonly language: Language | undefined;
  /** The paragraph's words with their parts of speech, cut once; none until the language model has loaded. */
  words(paragraph: Paragraph): Words;
  /** Words the writer added: never reported. */
  readonly ownWords: ReadonlySet<string>;
}

/**
 * `wrong` must be reported: ⟦…⟧ marks the expected range; `right` is the text after the fix or the first suggestion, or
 * simply the correct writing where none is offered. An example with `right` alone is a trap: the rule must stay silent.
 */
export type Example = { readonly wrong: string; readonly right?: string } | { readonly right: string };

export type RuleId = `${Category}/${string}`;

/** What a rule's file says of it. */
interface RuleMeta<Id extends RuleId, Message extends string, Note extends string> {
  /** 'category/name'; the file is rules/category/name.ts, its texts stand in rules/category/*.json under 'name'. */
  readonly id: Id;
  /** What the rule may say, each with its severity; the sentences stand in the locale files under the same keys. */
  readonly messages: Readonly<Record<Message, Severity>>;
  /** Further keys of the locale files: what suggestions and related places are called. */
  readonly notes?: readonly Note[];
  readonly basis?: string;
  readonly examples: readonly Example[];
  /** False for rules that are off until the writer turns them on. */
  readonly recommended?: boolean;
  /** True for rules whose findings inside quotations and 《》 are as sure as outside, such as placeholders. */
  readonly quotedToo?: boolean;
}

/** Sees one paragraph at a time and nothing else; its result is cached by the paragraph's text. */
export interface ParagraphRuleDefinition<
  Id extends RuleId = RuleId,
  Message extends string = string,
  Note extends string = string,
> extends RuleMeta<Id, Message, Note> {
  readonly scope: 'paragraph';
  check(paragraph: Paragraph, context: RuleContext<Message, Note>): void;
}

/**
 * Sees the whole document and runs after every edit: linear in the blocks and cheap. What it computes of a single
 * paragraph it keeps with `perParagraph`.
 */
export interface DocumentRuleDefinition<
  Id extends RuleId = RuleId,
  Message extends string = string,
  Note extends string = string,
> extends RuleMeta<Id, Message, Note> {
  readonly scope: 'document';
  check(document: Document, context: RuleContext<Message, Note>): void;
}

/** A definition and what follows from it. */
type Defined<Definition> = Definition & {
  /** The highest severity of the rule's messages. */
  readonly severity: Severity;
};

export type ParagraphRule<
  Id extends RuleId = RuleId,
  Message extends string = string,
  Note extends string = string,
> = Defined<ParagraphRuleDefinition<Id, Message, Note>>;

export type DocumentRule<
  Id extends RuleId = RuleId,
  Message extends string = string,
  Note extends string = string,
> = Defined<DocumentRuleDefinition<Id, Message, Note>>;

export type Rule = ParagraphRule | DocumentRule;

/** A rule's texts in one language, from rules/<category>/<locale>.json. */
export interface RuleText {
  readonly title: string;
  readonly description: string;
  readonly messages: Readonly<Record<string, string>>;
}

/** All that a checker says, in one language; `rules/texts.ts` gives it. */
export interface Texts {
  /** By rule id. */
  readonly rules: Readonly<Record<string, RuleText>>;
  /** “改为“{text}””, “删去“{text}””, “添上“{text}””: how a suggestion without words of its own is described. */
  readonly suggestions: { readonly replace: string; readonly remove: string; readonly insert: string };
  /** Names that messages may fill in, by key. */
  readonly terms: Readonly<Record<string, string>>;
}
