import { type ParagraphCache, parseDocument } from '../document/document.ts';
import { isInQuotation } from '../document/quotations.ts';
import { partitionPoint } from '../document/search.ts';
import type { Block, Document, Paragraph, Range } from '../document/types.ts';
import type { Language } from '../language/types.ts';
import { NO_WORDS, type Words } from '../language/words/words.ts';
import { RuleWatch } from './budget.ts';
import { ungroupLone } from './group.ts';
import { type Finding, lowered, makeFinding, shiftIssue, withKey } from './issue.ts';
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
  /** Called when a rule has taken too long too often and is left out of the text that it was checking. */
  readonly onRuleStopped?: (ruleId: string) => void;
  /** Milliseconds since some moment. */
  readonly clock?: () => number;
}

/** One text over its life: what an edit leaves alone is not checked again. */
export interface CheckSession {
  /** Issues of the text as it now is, by place. The same as from a session that never saw another text. */
  check(text: string): readonly KeyedIssue[];
  /**
   * Reads a long text and checks its paragraphs one after the other, so that `check` of the same text has little left to
   * do. Yields after each paragraph how much of the text is done, from 0 to 1: who drives it may rest in between.
   */
  prepare(text: string): Generator<number, void>;
  /** The text last checked, as a Document. */
  readonly document: Document;
  /** Ids of rules that took too long on this text and are left out of it. */
  readonly stopped: ReadonlySet<string>;
}

/** What a text is: a document, or paragraphs that make none together, such as the cells of a table and footnotes. */
export type CheckScope = 'document' | 'paragraph';

export interface Checker {
  /** Issues of a text, by place. Linear in its length. */
  check(text: string): readonly KeyedIssue[];
  /** Opens a text; of mere paragraphs, rules about documents say nothing. */
  open(scope?: CheckScope): CheckSession;
}

/** A rule as one that sees paragraphs, or documents. */
type CheckOf<T> = Rule & { check(subject: T, context: RuleContext<string, string>): void };

/** Categories in which the writer's own words are not to be doubted. */
const ABOUT_WORDS: ReadonlySet<Category> = new Set(['typo', 'wording', 'consistency', 'repetition']);

/** What may be said of a line of a program: it is nobody's prose. */
const ABOUT_CODE: ReadonlySet<Category> = new Set(['residue']);

/** Index of the block in which a place lies. Blocks are in order and tile the text. */
const blockIndexAt = (blocks: readonly Block[], offset: number): number =>
  Math.max(0, partitionPoint(blocks.length, (index) => blocks[index]!.start > offset) - 1);

/** What one session keeps of its text. */
interface Kept {
  /** Issues of the blocks that no edit has moved. */
  readonly placed: WeakMap<Block, readonly KeyedIssue[]>;
  readonly watch: RuleWatch;
  readonly scope: CheckScope;
}

/** Blocks one behind the other, and what document rules say of them. */
interface Stretch {
  readonly first: number;
  last: number;
  readonly findings: Finding[];
}

/** The blocks that findings about the document touch, those that one finding touches together. */
function stretchesOf(findings: readonly Finding[], blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = [];
  for (const finding of [...findings].sort((a, b) => a.range[0] - b.range[0])) {
    const first = blockIndexAt(blocks, finding.range[0]);
    const last = blockIndexAt(blocks, finding.range[1]);
    const open = stretches.at(-1);
    if (open && first <= open.last) {
      open.last = Math.max(open.last, last);
      open.findings.push(finding);
    } else stretches.push({ first, last, findings: [finding] });
  }
  return stretches;
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
  const {
    texts,
    language,
    ownWords = new Set<string>(),
    disabledRules,
    enabledRules,
    onRuleError,
    onRuleStopped,
  } = options;
  const { clock = () => performance.now() } = options;
  const rules = options.rules.filter(
    ({ id, recommended = true }) => !disabledRules?.has(id) && (recommended || enabledRules?.has(id)),
  );
  const order = new Map(rules.map(({ id }, index) => [id, index]));
  const wordsByLength = byLength(ownWords);
  const quotedToo = new Set<string>(rules.filter((rule) => rule.quotedToo).map(({ id }) => id));
  const paragraphRules = rules.filter((rule): rule is ParagraphRule => rule.scope === 'paragraph');
  const documentRules = rules.filter((rule): rule is DocumentRule => rule.scope === 'document');
  const ofParagraph = new WeakMap<Paragraph, readonly Finding[]>();
  const aloneIn = new WeakMap<Paragraph, readonly KeyedIssue[]>();
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
  function findingsOf<T>(text: string, subject: T, itsRules: readonly CheckOf<T>[], watch: RuleWatch): Finding[] {
    const findings: Finding[] = [];
    let running: CheckOf<T>;
    const report = (problem: Problem<string, string>) => {
      const finding = makeFinding(running, problem, text, texts);
      if (!(ABOUT_WORDS.has(finding.category) && isWithin(text, finding.range, wordsByLength))) findings.push(finding);
    };
    const context: RuleContext<string, string> = { report, language, words, ownWords };
    let time = clock();
    for (running of itsRules) {
      if (watch.stopped.has(running.id)) continue;
      const before = findings.length;
      try {
        running.check(subject, context);
      } catch (error) {
        if (!onRuleError) throw error;
        findings.length = before;
        onRuleError(running.id, error);
      }
      const now = clock();
      if (watch.took(running.id, now - time, text.length)) onRuleStopped?.(running.id);
      time = now;
    }
    return findings;
  }

  /**
   * Somebody else's words are not changed unasked, and programs are not proofread. `text` is what the issue's offsets
   * count in.
   */
  function downgrade(issue: Finding, paragraph: Paragraph, range: Range, text: string): Finding[] {
    if (paragraph.isCode) return ABOUT_CODE.has(issue.category) ? [lowered(issue, text, texts)] : [];
    return [quotedToo.has(issue.ruleId) || !isQuoted(paragraph, range) ? issue : lowered(issue, text, texts)];
  }

  function checkParagraph(paragraph: Paragraph, watch: RuleWatch): readonly Finding[] {
    const known = ofParagraph.get(paragraph);
    if (known) return known;
    const issues = findingsOf(paragraph.text, paragraph, paragraphRules, watch).flatMap((issue) =>
      downgrade(issue, paragraph, issue.range, paragraph.text),
    );
    ofParagraph.set(paragraph, issues);
    return issues;
  }

  function checkDocument(document: Document, { scope, watch }: Kept): Finding[] {
    if (scope === 'paragraph') return [];
    return findingsOf(document.text, document, documentRules, watch).flatMap((issue) => {
      const { paragraph, start } = document.blocks[blockIndexAt(document.blocks, issue.range[0])]!;
      return downgrade(issue, paragraph, [issue.range[0] - start, issue.range[1] - start], document.text);
    });
  }

  /** The issues of a paragraph where no document rule says anything of it, as they are shown. */
  function issuesOfParagraph(paragraph: Paragraph, watch: RuleWatch): readonly KeyedIssue[] {
    let known = aloneIn.get(paragraph);
    if (!known) {
      const { text } = paragraph;
      known = resolveOverlaps(checkParagraph(paragraph, watch), order, text).map((issue) => withKey(issue, text));
      aloneIn.set(paragraph, known);
    }
    return known;
  }

  /** The same at the paragraph's place. */
  function issuesOfBlock(block: Block, { placed, watch }: Kept): readonly KeyedIssue[] {
    let known = placed.get(block);
    if (!known) {
      const { paragraph, start } = block;
      known = issuesOfParagraph(paragraph, watch).map((issue) => shiftIssue(issue, start));
      placed.set(block, known);
    }
    return known;
  }

  /**
   * Issues of different paragraphs never compete, so each paragraph's are resolved once and for all; only those that share
   * their paragraph with what a document rule says now are resolved now.
   */
  function checkAll(document: Document, kept: Kept): readonly KeyedIssue[] {
    const { blocks, text } = document;
    const issues: KeyedIssue[] = [];
    const addUpTo = (end: number, from: number) => {
      for (let index = from; index < end; index++) {
        for (const issue of issuesOfBlock(blocks[index]!, kept)) issues.push(issue);
      }
    };
    let next = 0;
    for (const { first, last, findings } of stretchesOf(checkDocument(document, kept), blocks)) {
      addUpTo(first, next);
      const all = blocks
        .slice(first, last + 1)
        .flatMap(({ paragraph, start }) =>
          checkParagraph(paragraph, kept.watch).map((issue) => shiftIssue(issue, start)),
        );
      for (const issue of resolveOverlaps([...all, ...findings], order, text)) issues.push(withKey(issue, text));
      next = last + 1;
    }
    addUpTo(blocks.length, next);
    return ungroupLone(issues);
  }

  function open(scope: CheckScope = 'document'): CheckSession {
    const cache: ParagraphCache = new Map();
    const kept: Kept = { placed: new WeakMap(), watch: new RuleWatch(), scope };
    let document = parseDocument('', cache);
    return {
      check(text) {
        document = parseDocument(text, cache, document);
        return checkAll(document, kept);
      },
      *prepare(text) {
        document = parseDocument(text, cache, document);
        for (const block of document.blocks) {
          issuesOfBlock(block, kept);
          yield (block.index + 1) / document.blocks.length;
        }
      },
      get document() {
        return document;
      },
      stopped: kept.watch.stopped,
    };
  }

  return { check: (text) => open().check(text), open };
}
