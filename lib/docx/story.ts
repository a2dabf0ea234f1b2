/**
 * A story read into paragraphs of items: the one walk over Word's markup, by which every offset of the text is tied to its
 * place in the XML. Unresolved revisions are seen as accepted.
 */
import type { Range } from '../document/types.ts';
import { type Alternatives, alternativesOf, hasText, textBoxesIn } from './alternatives.ts';
import { controlLock } from './controls.ts';
import { Fields, type Holder, isWritten } from './fields.ts';
import type { NumberCounters } from './numbering.ts';
import type { Part } from './package.ts';
import type { Paragraph, Place } from './paragraph.ts';
import { isOn, numberProperties, type Styles } from './styles.ts';
import { pair } from './twins.ts';
import type { Obstacle, StoryKind } from './types.ts';
import { attribute, child, descendants, textOf, type XmlElement } from './xml.ts';

/** What stands for a picture, a formula or a symbol in the text. */
const OBJECT = '\ufffc';

/** What holds for the content of an element. */
interface State {
  readonly lock: Obstacle | undefined;
  /** The author of the insertion around it. */
  readonly inserted?: string;
  /** The outermost locked control or simple field around it, within its paragraph. */
  readonly holder?: Holder | undefined;
}

interface TextBox {
  readonly content: XmlElement;
  readonly twins: XmlElement[];
  readonly at: number;
  isAmbiguous: boolean;
}

/** The counters of a document's lists. */
export interface Counters {
  readonly story: NumberCounters;
  readonly textBoxes: NumberCounters;
}

/** What is counted of all stories, to be told. */
export interface Inventory {
  unreadParts: number;
  pictures: number;
}

/** Where a text stands without the blanks of XML at its edges. */
function withoutEdgeBlanks(text: string): Range {
  const isBlank = (index: number) => ' \t\n'.includes(text[index]!);
  let start = 0;
  while (start < text.length && isBlank(start)) start++;
  let end = text.length;
  while (end > start && isBlank(end - 1)) end--;
  return [start, end];
}

/** What holds within an element that cannot be edited. */
const held = (state: State, lock: Obstacle, element: XmlElement): State => ({
  ...state,
  lock: state.lock ?? lock,
  holder: state.holder ?? { first: element, last: element },
});

/** Of two things around a place, the outer one. */
const outer = (one: Holder | undefined, other: Holder | undefined): Holder | undefined =>
  one && other ? (one.first.start <= other.first.start ? one : other) : (one ?? other);

export class StoryReader {
  readonly paragraphs: Paragraph[] = [];
  readonly #part: Part;
  readonly #styles: Styles;
  readonly #inventory: Inventory;
  readonly #counters: Counters | undefined;
  #host: Place | undefined;
  readonly #fields = new Fields();
  #boxes: TextBox[] = [];
  /** The paragraph that is read; between paragraphs, one whose mark is deleted. */
  #current: Paragraph | undefined;

  /** @param counters of the automatic numbers; without them none are shown */
  constructor(part: Part, styles: Styles, inventory: Inventory, counters: Counters | undefined) {
    this.#part = part;
    this.#styles = styles;
    this.#inventory = inventory;
    this.#counters = counters;
  }

  /** Reads the paragraphs and tables of an element; those of text boxes stand behind the paragraph that holds the box. */
  read(parent: XmlElement, kind: StoryKind, host?: Place): readonly Paragraph[] {
    this.#host = host;
    this.#blocks(parent, kind, undefined);
    return this.paragraphs;
  }

  #blocks(parent: XmlElement, kind: StoryKind, lock: Obstacle | undefined): void {
    for (const element of parent.children) {
      switch (element.name) {
        case 'w:p':
          this.#paragraph(element, kind, lock);
          break;
        case 'w:tbl':
          this.#close();
          this.#rows(element, kind === 'body' ? 'table' : kind, lock);
          break;
        case 'w:sdt':
          this.#content(element, (content) => this.#blocks(content, kind, lock ?? controlLock(this.#part, element)));
          break;
        case 'w:customXml':
        case 'w:ins':
        case 'w:moveTo':
          this.#blocks(element, kind, lock);
          break;
        case 'mc:AlternateContent':
          this.#blockAlternatives(alternativesOf(this.#part, element), kind, lock);
          break;
        case 'w:altChunk':
          this.#inventory.unreadParts++;
          break;
      }
    }
    this.#close();
  }

  #content(control: XmlElement, walk: (content: XmlElement) => void): void {
    const content = child(control, 'w:sdtContent');
    if (content) walk(content);
  }

  #blockAlternatives({ chosen, others }: Alternatives, kind: StoryKind, lock: Obstacle | undefined): void {
    if (!chosen) return;
    this.#close();
    const first = this.paragraphs.length;
    this.#blocks(chosen, kind, lock);
    const paragraphs = this.paragraphs.slice(first);
    for (const other of others) pair(paragraphs, this.#twin(other, kind));
  }

  /** The paragraphs of an alternative that is not shown: it counts nothing. */
  #twin(content: XmlElement, kind: StoryKind): readonly Paragraph[] {
    return new StoryReader(this.#part, this.#styles, { unreadParts: 0, pictures: 0 }, undefined).read(content, kind);
  }

  #rows(parent: XmlElement, kind: StoryKind, lock: Obstacle | undefined): void {
    for (const element of parent.children) {
      if (element.name === 'w:tr') {
        if (!child(child(element, 'w:trPr'), 'w:del')) this.#cells(element, kind, lock);
      } else if (element.name === 'w:sdt') {
        this.#content(element, (content) => this.#rows(content, kind, lock ?? controlLock(this.#part, element)));
      } else if (element.name === 'w:customXml') this.#rows(element, kind, lock);
    }
  }

  #cells(parent: XmlElement, kind: StoryKind, lock: Obstacle | undefined): void {
    for (const element of parent.children) {
      if (element.name === 'w:tc') this.#blocks(element, kind, lock);
      else if (element.name === 'w:sdt') {
        this.#content(element, (content) => this.#cells(content, kind, lock ?? controlLock(this.#part, element)));
      } else if (element.name === 'w:customXml') this.#cells(element, kind, lock);
    }
  }

  #paragraph(element: XmlElement, kind: StoryKind, lock: Obstacle | undefined): void {
    this.#current ??= {
      part: this.#part,
      kind,
      elements: [],
      label: '',
      text: '',
      items: [],
      gaps: [],
      revisions: [],
      notes: [],
      twins: [],
      lock: undefined,
      isInControl: lock !== undefined,
      host: this.#host,
      start: 0,
      isBody: kind === 'body',
    };
    this.#current.elements.push(element);
    this.#inline(element, { lock });
    const isEmpty = this.#current.text === '';
    this.#current.lock = isEmpty ? (lock ?? (this.#fields.isOpen ? 'field' : undefined)) : undefined;
    const mark = child(child(element, 'w:pPr'), 'w:rPr');
    if (!child(mark, 'w:del') && !child(mark, 'w:moveFrom')) this.#close();
  }

  /** Ends the paragraph, numbers it and reads the text boxes that it holds. */
  #close(): void {
    const paragraph = this.#current;
    if (!paragraph) return;
    this.#current = undefined;
    const properties = child(paragraph.elements.at(-1), 'w:pPr');
    const style = child(properties, 'w:pStyle');
    paragraph.label =
      this.#counters?.story.next(
        numberProperties(this.#part, properties),
        style && attribute(this.#part, style, 'w:val'),
        paragraph.text,
      ) ?? '';
    this.paragraphs.push(paragraph);
    const boxes = this.#boxes;
    this.#boxes = [];
    for (const { content, twins, at, isAmbiguous } of boxes) {
      const counters = this.#counters && { story: this.#counters.textBoxes, textBoxes: this.#counters.textBoxes };
      const reader = new StoryReader(this.#part, this.#styles, this.#inventory, counters);
      const paragraphs = reader.read(content, 'textbox', { paragraph, at });
      for (const twin of twins) pair(paragraphs, this.#twin(twin, 'textbox'));
      if (isAmbiguous) for (const inside of paragraphs) inside.lock ??= 'alternative';
      this.paragraphs.push(...paragraphs);
    }
  }

  #inline(parent: XmlElement, state: State): void {
    for (const element of parent.children) {
      switch (element.name) {
        case 'w:r':
          this.#run(element, state);
          break;
        case 'w:ins':
        case 'w:moveTo':
          this.#inline(element, { ...state, inserted: attribute(this.#part, element, 'w:author') ?? '' });
          break;
        case 'w:del':
        case 'w:moveFrom':
          this.#deleted(element);
          break;
        case 'w:hyperlink':
        case 'w:smartTag':
        case 'w:customXml':
        case 'w:bdo':
        case 'w:dir':
          this.#inline(element, state);
          break;
        case 'w:fldSimple': {
          const isFree = isWritten(attribute(this.#part, element, 'w:instr') ?? '');
          this.#inline(element, isFree ? state : held(state, 'field', element));
          break;
        }
        case 'w:sdt': {
          const lock = controlLock(this.#part, element);
          this.#content(element, (content) => this.#inline(content, lock ? held(state, lock, element) : state));
          break;
        }
        case 'm:oMath':
        case 'm:oMathPara':
          this.#add(OBJECT, element, undefined, { ...state, lock: 'object' });
          break;
        case 'mc:AlternateContent':
          this.#alternatives(element, state, (branch, inside) => this.#inline(branch, inside));
          break;
        case 'w:subDoc':
          this.#inventory.unreadParts++;
          break;
      }
    }
  }

  /** Walks the alternative that is read, and ties its text boxes to those of the others. */
  #alternatives(element: XmlElement, state: State, walk: (branch: XmlElement, inside: State) => void): void {
    const { chosen, others } = alternativesOf(this.#part, element);
    if (!chosen) return;
    const first = this.#boxes.length;
    walk(chosen, others.some(hasText) ? { ...state, lock: state.lock ?? 'alternative' } : state);
    const boxes = this.#boxes.slice(first);
    for (const other of others) {
      const twins = [...textBoxesIn(other)];
      const isSame = twins.length === boxes.length;
      boxes.forEach((box, index) => {
        if (isSame) box.twins.push(twins[index]!);
        else box.isAmbiguous ||= twins.length > 0;
      });
    }
  }

  #deleted(element: XmlElement): void {
    const paragraph = this.#current!;
    let text = '';
    for (const run of descendants(element, 'w:r')) {
      for (const below of run.children) {
        if (below.name === 'w:delText' || below.name === 'w:t') text += textOf(this.#part, below);
        else if (below.name === 'w:fldChar') this.#fields.mark(attribute(this.#part, below, 'w:fldCharType'), run);
        else if (below.name === 'w:delInstrText') this.#fields.instruct(textOf(this.#part, below));
      }
    }
    if (text === '') return;
    const at = paragraph.text.length;
    const author = attribute(this.#part, element, 'w:author') ?? '';
    paragraph.revisions.push({ kind: 'deleted', range: [at, at], text, author });
  }

  #run(run: XmlElement, state: State): void {
    const properties = child(run, 'w:rPr');
    const style = child(properties, 'w:rStyle');
    // `w:webHidden`, as the page numbers of contents have it, hides nothing on paper.
    const isHidden =
      isOn(this.#part, child(properties, 'w:vanish')) ??
      (style !== undefined && this.#styles.isHidden(attribute(this.#part, style, 'w:val') ?? ''));
    // An insertion that does not hold the run itself cannot be closed and opened again around what is inserted.
    const isSplittable = state.inserted === undefined || /^w:(?:ins|moveTo)$/.test(run.parent?.name ?? '');
    this.#runContent(run, run, { ...state, lock: state.lock ?? (isSplittable ? undefined : 'revision') }, isHidden);
  }

  /** @param parent the run, or an alternative within it */
  #runContent(parent: XmlElement, run: XmlElement, state: State, isHidden: boolean): void {
    const own = parent === run && run.parent?.name !== 'w:rubyBase' ? run : undefined;
    const add = (text: string, element: XmlElement, inside: State = state) => {
      if (!isHidden) this.#add(text, element, own, inside);
      else if (text !== '') this.#gap('hidden');
    };
    const object = { ...state, lock: state.lock ?? 'object' } as const;
    for (const element of parent.children) {
      switch (element.name) {
        case 'w:t':
          add(this.#visible(element), element);
          break;
        case 'w:tab':
        case 'w:ptab':
          add('\t', element);
          break;
        case 'w:br':
          if (/^(?:page|column)$/.test(attribute(this.#part, element, 'w:type') ?? '')) add('\f', element, object);
          else add('\v', element);
          break;
        case 'w:cr':
          add('\v', element);
          break;
        case 'w:noBreakHyphen':
          add('\u2011', element);
          break;
        case 'w:sym':
          add(OBJECT, element, object);
          break;
        case 'w:drawing':
        case 'w:pict':
        case 'w:object':
          this.#drawing(element);
          if (this.#isInline(element)) add(OBJECT, element, object);
          break;
        case 'w:fldChar':
          this.#fields.mark(attribute(this.#part, element, 'w:fldCharType'), run);
          break;
        case 'w:instrText':
          this.#fields.instruct(textOf(this.#part, element));
          break;
        case 'w:footnoteReference':
        case 'w:endnoteReference': {
          const type = element.name === 'w:footnoteReference' ? 'footnote' : 'endnote';
          const id = attribute(this.#part, element, 'w:id') ?? '';
          this.#current!.notes.push({ type, id, at: this.#current!.text.length });
          break;
        }
        case 'w:ruby':
          for (const base of child(element, 'w:rubyBase')?.children ?? []) {
            if (base.name === 'w:r') this.#runContent(base, base, object, isHidden);
          }
          break;
        case 'mc:AlternateContent':
          this.#alternatives(element, state, (branch, inside) =>
            this.#runContent(branch, run, { ...inside, lock: inside.lock ?? 'alternative' }, isHidden),
          );
          break;
      }
    }
  }

  /** The text of a `w:t`; Word drops the blanks at its edges unless they are said to be kept. */
  #visible(element: XmlElement): string {
    // A line break within is a blank to Word.
    const text = textOf(this.#part, element).replaceAll('\n', ' ');
    const [start, end] = withoutEdgeBlanks(text);
    if (start === 0 && end === text.length) return text;
    for (let around: XmlElement | undefined = element; around; around = around.parent) {
      const space = attribute(this.#part, around, 'xml:space');
      if (space !== undefined) return space === 'preserve' ? text : text.slice(start, end);
    }
    return text.slice(start, end);
  }

  /** Whether a picture stands in the line, not beside it. */
  #isInline(element: XmlElement): boolean {
    if (element.name === 'w:drawing') return child(element, 'wp:inline') !== undefined;
    return !/position:\s*absolute/.test(this.#part.xml.slice(element.start, element.end));
  }

  #drawing(element: XmlElement): void {
    const at = this.#current!.text.length;
    for (const content of textBoxesIn(element)) this.#boxes.push({ content, twins: [], at, isAmbiguous: false });
    const pictures = [...descendants(element, 'pic:pic'), ...descendants(element, 'v:imagedata')];
    this.#inventory.pictures += pictures.length;
  }

  #gap(reason: Obstacle): void {
    const { text, gaps } = this.#current!;
    if (gaps.at(-1)?.at !== text.length) gaps.push({ at: text.length, reason });
  }

  #add(text: string, element: XmlElement, run: XmlElement | undefined, { lock, inserted, holder }: State): void {
    if (text === '' || this.#fields.isInstruction) return;
    const paragraph = this.#current!;
    const field = this.#fields.computed;
    const start = paragraph.text.length;
    paragraph.items.push({
      start,
      text,
      element,
      run,
      holder: outer(holder, field),
      lock: lock ?? (field && 'field'),
    });
    paragraph.text += text;
    if (inserted === undefined) return;
    const last = paragraph.revisions.at(-1);
    const range = [start, paragraph.text.length] as const;
    if (last?.kind === 'inserted' && last.author === inserted && last.range[1] === start) {
      paragraph.revisions[paragraph.revisions.length - 1] = {
        ...last,
        range: [last.range[0], range[1]],
        text: last.text + text,
      };
    } else paragraph.revisions.push({ kind: 'inserted', range, text, author: inserted });
  }
}
