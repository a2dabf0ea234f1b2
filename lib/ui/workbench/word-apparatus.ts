/** What a Word file has beside its words: numbers that Word sets, computed text, revisions, and where its parts begin. */
import { type Extension, type Range, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';
import type { LockedRange, Revision, StoryKind, WordFile } from '../../docx/types.ts';
import { workbenchText as text } from './text.ts';

/** A line above the first paragraph of a part that is not the body: “表格”, “脚注”. */
class PartHeading extends WidgetType {
  constructor(private readonly kind: Exclude<StoryKind, 'body'>) {
    super();
  }
  override eq(other: PartHeading): boolean {
    return other.kind === this.kind;
  }
  toDOM(): HTMLElement {
    const heading = document.createElement('div');
    heading.className = 'part-heading';
    heading.textContent = text(`part_${this.kind}`);
    return heading;
  }
}

/** What somebody has deleted and nobody has agreed to yet. */
class Deleted extends WidgetType {
  constructor(private readonly revision: Revision) {
    super();
  }
  override eq(other: Deleted): boolean {
    return other.revision === this.revision;
  }
  toDOM(): HTMLElement {
    const sign = document.createElement('del');
    sign.className = 'revision';
    sign.title = text('revisionDeleted', this.revision.author);
    sign.textContent = this.revision.text;
    return sign;
  }
}

const LOCKS = ['label', 'field', 'control', 'object'] as const;
type Shown = (typeof LOCKS)[number];
const isShown = (reason: string): reason is Shown => (LOCKS as readonly string[]).includes(reason);

function lockMark({ range: [from, to], reason }: LockedRange): Range<Decoration>[] {
  if (from === to || !isShown(reason)) return [];
  return [
    Decoration.mark({ class: `locked locked-${reason}`, attributes: { title: text(`locked_${reason}`) } }).range(
      from,
      to,
    ),
  ];
}

function revisionMark(revision: Revision): Range<Decoration>[] {
  const [from, to] = revision.range;
  if (revision.kind === 'deleted') return [Decoration.widget({ widget: new Deleted(revision), side: -1 }).range(from)];
  const attributes = { title: text('revisionInserted', revision.author) };
  return from < to ? [Decoration.mark({ class: 'revision', attributes }).range(from, to)] : [];
}

function partMarks({ paragraphs }: WordFile): Range<Decoration>[] {
  return paragraphs.flatMap(({ kind, range: [from] }, index) => {
    if (kind === 'body') return [];
    const line = Decoration.line({ class: `part part-${kind}` }).range(from);
    if (paragraphs[index - 1]?.kind === kind) return [line];
    return [Decoration.widget({ widget: new PartHeading(kind), block: true, side: -1 }).range(from), line];
  });
}

/** @param file counts in `doc`, the text as it was read */
export function wordApparatus(file: WordFile, doc: Text): Extension {
  const decorations = Decoration.set(
    [...file.locked.flatMap(lockMark), ...file.revisions.flatMap(revisionMark), ...partMarks(file)].filter(
      ({ to }) => to <= doc.length,
    ),
    true,
  );
  return StateField.define<DecorationSet>({
    create: () => decorations,
    update: (present, { changes }) => present.map(changes),
    provide: (field) => EditorView.decorations.from(field),
  });
}
