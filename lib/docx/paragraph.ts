/** A paragraph of a Word file: its text, and for every character where it stands in the XML. */
import type { Holder } from './fields.ts';
import type { Part } from './package.ts';
import type { Obstacle, Revision, StoryKind } from './types.ts';
import type { XmlElement } from './xml.ts';

/** Some characters of a paragraph, and the element that holds them. */
export interface TextItem {
  /** Offset in the paragraph's text. */
  readonly start: number;
  readonly text: string;
  readonly element: XmlElement;
  /** The run that it is a child of, where that run can be split. */
  readonly run: XmlElement | undefined;
  /** The field or locked control that it stands in: Word would lose a comment within, and others the text. */
  readonly holder: Holder | undefined;
  readonly lock: Obstacle | undefined;
}

export interface Place {
  readonly paragraph: Paragraph;
  readonly at: number;
}

/** Offsets count from the paragraph's first character behind its label. */
export interface Paragraph {
  readonly part: Part;
  readonly kind: StoryKind;
  /** `w:p`; several where the marks between them are deleted. */
  readonly elements: XmlElement[];
  /** The automatic number, '' where it has none. */
  label: string;
  text: string;
  readonly items: TextItem[];
  /** Places between characters that no edit may span. */
  readonly gaps: { readonly at: number; readonly reason: Obstacle }[];
  readonly revisions: Revision[];
  readonly notes: { readonly type: 'footnote' | 'endnote'; readonly id: string; readonly at: number }[];
  /** The same paragraph as other programs read it: what is edited here is edited there. */
  readonly twins: Paragraph[];
  /** Why nothing in it can be edited, where it is so. */
  lock: Obstacle | undefined;
  /** Whether it stands within a locked control, where no comment can be set beside the control. */
  readonly isInControl: boolean;
  /** Where in the main story the text box or the reference of the note stands that holds it. */
  readonly host: Place | undefined;
  /** Where it begins in the file's text, its label included; set when all stories are read. */
  start: number;
  /** Whether rules about the whole document see it; set with `start`. */
  isBody: boolean;
}
