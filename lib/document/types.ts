/**
 * The Document: plain text seen as a proofreader sees it. All positions are half-open ranges of UTF-16 code units.
 * A Paragraph knows only its own text and is position-free, so equal paragraphs share one object and whatever was
 * computed from it; a Block is a Paragraph at its place in a Document.
 */
export type Range = readonly [start: number, end: number];

/** How a number at the start of a heading or list item is written. */
export type NumberStyle =
  | 'part' // 第一部分、第一编
  | 'chapter' // 第一章
  | 'section' // 第一节
  | 'article' // 第一条 (laws and rules)
  | 'chinese' // 一、
  | 'chinese-parenthesis' // （一）
  | 'arabic' // 1.
  | 'arabic-parenthesis' // （1）
  | 'circled' // ①
  | 'decimal'; // 1.2、3.4.1

/** The number at the start of a paragraph: “（一）”, “1.”, “第一章”. */
export interface Marker {
  readonly style: NumberStyle;
  readonly value: number;
  /** The whole mark with its punctuation, without the indent before it and the blank behind it. */
  readonly range: Range;
  /** Only the digits or numerals. */
  readonly number: Range;
  /** The punctuation that ends the mark: '、', '.', '．', '）' or ''. */
  readonly suffix: string;
}

/** A heading on a line of its own, or one that its text runs on from: “（一）加强领导。正文……”. */
export interface Heading {
  /** Rank of its number: part 1, chapter 2, section 3, 一、4, （一）5, 1. 6, （1）and 1.1 7, ① 8. Unnumbered headings have 0. */
  readonly level: number;
  readonly marker?: Marker;
  /** The words of the heading without mark and closing punctuation. */
  readonly title: Range;
  readonly runIn: boolean;
}

/** A sentence with its end mark, closing quotation marks and the blanks behind it. Sentences tile the paragraph. */
export interface Sentence {
  readonly range: Range;
  /** The end mark '。', '！', '？', '？！' …, or '' where the paragraph ends without one. */
  readonly end: string;
}

/** 一是…二是…, 第一，…第二，…, 首先…其次…, 一要…二要…, 一来…二来…, 其一…其二…. */
export type EnumerationStyle = 'shi' | 'yao' | 'di' | 'shouxian' | 'lai' | 'qi';

export interface EnumerationItem {
  readonly style: EnumerationStyle;
  /** 1-based; 最后 and 再次 have no number of their own and count on from the one before. */
  readonly value: number;
  /** “一是”, “第二，”. */
  readonly marker: Range;
  /** From the mark to the next one or the end of the paragraph. */
  readonly range: Range;
}

/** What stands inside a pair of “” ‘’ 「」 《》 〈〉, with and without its marks. */
export interface Quotation {
  readonly range: Range;
  readonly inner: Range;
  readonly kind: 'quote' | 'title';
}

export interface Paragraph {
  readonly text: string;
  /** Without indent and trailing blanks (U+0020, U+3000, NBSP, tab, zero-width). Empty range for a blank line. */
  readonly content: Range;
  readonly sentences: readonly Sentence[];
  /** The number the paragraph starts with, be it a heading or a list item. */
  readonly marker?: Marker;
  readonly heading?: Heading;
  readonly enumeration: readonly EnumerationItem[];
  readonly quotations: readonly Quotation[];
  /** A line of a program. */
  readonly isCode: boolean;
  readonly memory: Memory;
}

/** What functions have computed of an object, each at its own place; `perParagraph` and `perChunk` keep it. */
export type Memory = unknown[];

/** Paragraphs one behind the other. Versions of a document share those that an edit left alone, and what was computed of them. */
export interface Chunk {
  readonly paragraphs: readonly Paragraph[];
  readonly memory: Memory;
}

/** What a paragraph is in its document. */
export type Role =
  | 'blank'
  | 'letterhead' // “××局文件”, above the title
  | 'document-number' // 发文字号
  | 'title'
  | 'contents' // 目录 and its lines
  | 'byline' // author, unit or date in brackets below the title
  | 'salutation' // 各位领导、同志们：and the addressee line of an official document
  | 'heading'
  | 'body'
  | 'closing' // 特此报告。以上请示妥否，请批示。
  | 'attachment' // 附件：1.…
  | 'signature'
  | 'date';

export interface Block {
  readonly paragraph: Paragraph;
  /** Place of the paragraph's first code unit in the document. */
  readonly start: number;
  readonly index: number;
  readonly role: Role;
  /** The line break behind the paragraph: '\n', '\r\n', '\r', '\u2028', '\u2029', '\f', '\v', or '' at the end. */
  readonly separator: string;
}

/** A heading in its place; children are the headings below it up to the next of the same or a higher level. */
export interface Section {
  readonly block: Block;
  readonly heading: Heading;
  readonly children: readonly Section[];
  /** Index of the first block behind the section. */
  readonly endBlock: number;
}

export interface Document {
  readonly text: string;
  /** Paragraph texts and separators, concatenated, are the text. */
  readonly blocks: readonly Block[];
  /** The paragraphs of the blocks in stretches of some dozens. */
  readonly chunks: readonly Chunk[];
  readonly outline: readonly Section[];
  /** All headings in order. */
  readonly headings: readonly Section[];
  /**
   * The parts of a document, where it has them. A closing formula or a date that shares its line with other words is
   * found too, so the block's role may be another one.
   */
  readonly title?: Block;
  readonly salutation?: Block;
  readonly closing?: Block;
  readonly signature?: Block;
  readonly date?: Block;
}
