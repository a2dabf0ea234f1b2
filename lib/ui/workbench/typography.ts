/** Sets a text as its kind is set on paper: title, headings, salutation and signature tell by their looks what they are. */
import { type EditorState, type Extension, RangeSetBuilder, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, ViewPlugin, type ViewUpdate, WidgetType } from '@codemirror/view';
import { type ParagraphCache, parseDocument } from '../../document/document.ts';
import type { Block, Document, Role } from '../../document/types.ts';
import { workbenchText as text } from './text.ts';

/** Reads the lines of the document alone: cells, notes and headers are none of its parts. */
type IsBody = (line: number) => boolean;

/** How a line is set. */
interface LineSetting {
  /** Of the whole line. */
  readonly line?: string;
  /** Of its beginning, up to an offset in it: a heading that the text runs on from. */
  readonly runIn?: { readonly class: string; readonly end: number };
}

interface Setting {
  readonly document: Document;
  /** By line, from 0. */
  readonly lines: readonly (LineSetting | undefined)[];
}

/** Roles that are set in a way of their own. */
const SET_APART: ReadonlySet<Role> = new Set([
  'letterhead',
  'document-number',
  'title',
  'byline',
  'salutation',
  'signature',
  'date',
]);

/** 一、 is set in one face, （一） in another, what is below them in the third. */
const rankOf = (level: number) => (level <= 4 ? 1 : level === 5 ? 2 : 3);

function settingOf({ role, paragraph }: Block): LineSetting | undefined {
  if (role === 'blank' || role === 'contents' || paragraph.isCode) return undefined;
  if (SET_APART.has(role)) return { line: role };
  const { heading, text: words } = paragraph;
  const indent = /^\s/.test(words) ? '' : 'indented';
  if (role !== 'heading' || !heading) return { line: indent };
  const face = `heading-${rankOf(heading.level)}`;
  if (heading.runIn) return { line: indent, runIn: { class: face, end: heading.title[1] } };
  return { line: `${face} ${indent}` };
}

function setting(state: EditorState, isBody: IsBody, cache: ParagraphCache, before?: Document): Setting {
  const body: string[] = [];
  const places: number[] = [];
  let line = 0;
  for (const words of state.doc.iterLines()) {
    if (isBody(line)) {
      // What stands in one line of the editor is one paragraph here.
      body.push(words.replace(/[\v\f\u2028\u2029\r]/g, ' '));
      places.push(line);
    }
    line++;
  }
  const document = parseDocument(body.join('\n'), cache, before);
  const lines: (LineSetting | undefined)[] = new Array(line);
  for (const block of document.blocks) lines[places[block.index] ?? line] = settingOf(block);
  return { document, lines };
}

/** Line breaks inside a paragraph, page breaks, and what is no text. */
class Sign extends WidgetType {
  constructor(private readonly character: string) {
    super();
  }
  override eq(other: Sign): boolean {
    return other.character === this.character;
  }
  toDOM(): HTMLElement {
    const sign = document.createElement('span');
    sign.className = 'sign';
    sign.textContent = this.character === '\v' ? '↵' : text(this.character === '\f' ? 'sign_page' : 'sign_object');
    return sign;
  }
}

const SIGNS = /[\v\f\ufffc]/g;

interface Drawn {
  readonly lines: DecorationSet;
  readonly runIns: DecorationSet;
  readonly signs: DecorationSet;
}

/** Draws what is in sight only. */
function draw(view: EditorView, { lines: settings }: Setting): Drawn {
  const lines = new RangeSetBuilder<Decoration>();
  const runIns = new RangeSetBuilder<Decoration>();
  const signs = new RangeSetBuilder<Decoration>();
  const { doc } = view.state;
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const { from: start, to: end, number } = doc.lineAt(at);
      const { line, runIn } = settings[number - 1] ?? {};
      if (line && start >= from) lines.add(start, start, Decoration.line({ class: line }));
      if (runIn && start >= from) runIns.add(start, start + runIn.end, Decoration.mark({ class: runIn.class }));
      at = end + 1;
    }
    for (const { index, 0: character } of doc.sliceString(from, to).matchAll(SIGNS)) {
      signs.add(from + index, from + index + 1, Decoration.replace({ widget: new Sign(character) }));
    }
  }
  return { lines: lines.finish(), runIns: runIns.finish(), signs: signs.finish() };
}

export function typography(isBody: IsBody): Extension {
  const cache: ParagraphCache = new Map();
  const field = StateField.define<Setting>({
    create: (state) => setting(state, isBody, cache),
    update: (before, { docChanged, state }) => (docChanged ? setting(state, isBody, cache, before.document) : before),
  });
  const plugin = ViewPlugin.fromClass(
    class {
      drawn: Drawn;
      constructor(view: EditorView) {
        this.drawn = draw(view, view.state.field(field));
      }
      update({ view, docChanged, viewportChanged }: ViewUpdate) {
        if (docChanged || viewportChanged) this.drawn = draw(view, view.state.field(field));
      }
    },
    {
      provide: (of) => [
        EditorView.decorations.of((view) => view.plugin(of)?.drawn.lines ?? Decoration.none),
        EditorView.decorations.of((view) => view.plugin(of)?.drawn.runIns ?? Decoration.none),
        EditorView.decorations.of((view) => view.plugin(of)?.drawn.signs ?? Decoration.none),
        EditorView.atomicRanges.of((view) => view.plugin(of)?.drawn.signs ?? Decoration.none),
      ],
    },
  );
  return [field, plugin];
}
