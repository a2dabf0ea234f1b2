import { type ParagraphCache, parseDocument } from '../document/document.ts';
import { isInQuotation } from '../document/quotations.ts';
import { partitionPoint } from '../document/search.ts';
import type { Block, Document, Paragraph, Range } from '../document/types.ts';
import type { Language } from '../language/types.ts';
import { NO_WORDS, type Words } from '../language/words/words.ts';
import { ungroupLone } from './group.ts';
import { type Finding, lowered, makeFinding, shiftFinding, withKey } from './issue.ts';
import { resolveOverlaps } from './resolve.ts';
import type { Category, DocumentRule, KeyedIssue, ParagraphRule, Problem, Rule, RuleContext, Texts } from './types.ts';

export interface CheckerOptions {
  readonly rules: readonly Rule[];
  readonly texts: Texts;
  readonly language?: Language | undefined;
  /** Words never to be reported as misspelt or wrongly chosen. */
  readonly ownWords?: ReadonlySet<string>;
  /** Ids of rules that are not to run. */
  readonly disabledRules?: ReadonlySet<string>;
  /** Ids of rules to run although they are not recommended. */
  readonly enabledRules?: ReadonlySet<string>;
  /** Called when a rule throws; the other rules go on. Without it the error is thrown. */
  readonly onRuleError?: (ruleId: string, error: unknown) => void;
}

/** One text over its life: what an edit leaves alone is not checked again. */
export interface CheckSession {
  /** Issues of the text as it now is, by place. The same as from a session that never saw another text. */
  check(text: string): readonly KeyedIssue[];
  /** The text last checked, as a Document. */
  readonly document: Document;
}

export interface Checker {
  /** Issues of a text, by place. Linear in its length. */
  check(text: string): readonly KeyedIssue[];
  open(): CheckSession;
}

/** A rule as one that sees paragraphs, or documents. */
type CheckOf<T> = Rule & { check(subject: T, context: RuleContext<string, string>): void };

/** Categories in which the writer's own words are not to be doubted. */
const ABOUT_WORDS: ReadonlySet<Category> = new Set(['typo', 'wording', 'consistency', 'repetition']);

/** The block in which a place lies. Blocks are in order and tile the text. */
function blockAt(blocks: readonly Block[], offset: number): Block {
  return blocks[Math.max(0, partitionPoint(blocks.length, (i) => blocks[i]!.start > offset) - 1)]!;
}

/** Whether a range of the paragraph is somebody else's words: in quotation or title marks, or an article of a law. */
const isQuoted = (paragraph: Paragraph, range: Range): boolean =>
  paragraph.marker?.style === 'article' || isInQuotation(paragraph, range);

/** Own words by length, so that a place costs the same however many there are. */
function byLength(words: ReadonlySet<string>): ReadonlyMap<number, ReadonlySet<string>> {
  const lengths = new Map<number, Set<string>>();
  for (const word of words) lengths.set(word.length, (lengths.get(word.length) ?? new Set()).add(word));
  return lengths;
}

/** Whether a range lies within one of the words. */
function isWithin(text: string, [start, end]: Range, words: ReturnType<typeof byLength>): boolean {
  for (const [length, ofLength] of words) {
    for (let from = Math.max(0, end - length); from <= start; from++) {
      if (ofLength.has(text.slice(from, from + length))) return true;
    }
  }
  return false;
}

/** Makes a checker for one set of rules, language and settings; a change of settings makes a new one. */
export function createChecker(options: CheckerOptions): Checker {
  const { texts, language, ownWords = new Set<string>(), disabledRules, enabledRules, onRuleError } = options;
  const rules = options.rules.filter(
    ({ id, recommended = true }) => !disabledRules?.has(id) && (recommended || enabledRules?.has(id)),
  );
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  const wordsByLength = byLength(ownWords);
  const quotedToo = new Set<string>(rules.filter((rule) => rule.quotedToo).map(({ id }) => id));
  const paragraphRules = rules.filter((rule): rule is ParagraphRule => rule.scope === 'paragraph');
  const documentRules = rules.filter((rule): rule is DocumentRule => rule.scope === 'document');
  const ofParagraph = new WeakMap<Paragraph, readonly Finding[]>();
  const wordsOf = new WeakMap<Paragraph, Words>();

  function words(paragraph: Paragraph): Words {
    let known = wordsOf.get(paragraph);
    if (!known) {
      known = language?.words(paragraph.text) ?? NO_WORDS;
      wordsOf.set(paragraph, known);
    }
    return known;
  }

  /** What the rules say of one paragraph or document, in the order of the rules. */
  function findingsOf<T>(text: string, subject: T, itsRules: readonly CheckOf<T>[]): Finding[] {
    const findings: Finding[] = [];
    let running: CheckOf<T>;
    const report = (problem: Problem<string, string>) => {
      const finding = makeFinding(running, problem, text, texts);
      if (!(ABOUT_WORDS.has(finding.category) && isWithin(text, finding.range, wordsByLength))) findings.push(finding);
    };
    const context: RuleContext<string, string> = { report, language, words, ownWords };
    for (running of itsRules) {
      const before = findings.length;
      try {
        running.check(subject, context);
      } catch (error) {
        if (!onRuleError) throw error;
        findings.length = before;
        onRuleError(running.id, error);
      }
    }
    return findings;
  }

  /** Somebody else's words are not changed unasked. `text` is what the issue's offsets count in. */
  function downgrade(issue: Finding, paragraph: Paragraph, range: Range, text: string): Finding {
    if (quotedToo.has(issue.ruleId) || !isQuoted(paragraph, range)) return issue;
    return lowered(issue, text, texts);
  }

  function checkParagraph(paragraph: Paragraph): readonly Finding[] {
    const known = ofParagraph.get(paragraph);
    if (known) return known;
    const issues = findingsOf(paragraph.text, paragraph, paragraphRules).map((issue) =>
      downgrade(issue, paragraph, issue.range, paragraph.text),
    );
    ofParagraph.set(paragraph, issues);
    return issues;
  }

  function checkDocument(document: Document): Finding[] {
    return findingsOf(document.text, document, documentRules).map((issue) => {
      const { paragraph, start } = blockAt(document.blocks, issue.range[0]);
      return downgrade(issue, paragraph, [issue.range[0] - start, issue.range[1] - start], document.text);
    });
  }

  function checkAll(document: Document): readonly KeyedIssue[] {
    const issues = document.blocks.flatMap(({ paragraph, start }) =>
      checkParagraph(paragraph).map((issue) => shiftFinding(issue, start)),
    );
    const left = resolveOverlaps([...issues, ...checkDocument(document)], order, document.text);
    return ungroupLone(left).map((issue) => withKey(issue, document.text));
  }

  function open(): CheckSession {
    const cache: ParagraphCache = new Map();
    let document = parseDocument('', cache);
    return {
      check(text) {
        document = parseDocument(text, cache);
        return checkAll(document);
      },
      get document() {
        return document;
      },
    };
  }

  return { check: (text) => open().check(text), open };
}
