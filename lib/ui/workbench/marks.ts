/** The issues of a text as they are marked in it. */
import { type EditorState, type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Range } from '../../document/types.ts';
import type { KeyedIssue } from '../../engine/types.ts';

const setMarked = StateEffect.define<readonly KeyedIssue[]>();
const setFlash = StateEffect.define<Range | undefined>();

interface Marks {
  readonly issues: readonly KeyedIssue[];
  readonly decorations: DecorationSet;
}

/** A place without characters is shown on the one before it in its line, or else on the one behind. */
function visibleRange({ doc }: EditorState, [start, end]: Range): Range {
  if (start < end) return [start, end];
  const line = doc.lineAt(start);
  if (start > line.from) return [start - 1, start];
  return [start, Math.min(start + 1, line.to)];
}

const markOf = ({ severity, category }: KeyedIssue) =>
  Decoration.mark({ class: `issue issue-${severity}`, attributes: { 'data-category': category } });

function decorate(state: EditorState, issues: readonly KeyedIssue[]): DecorationSet {
  const ranges = issues.flatMap((issue) => {
    const [from, to] = visibleRange(state, issue.range);
    return from < to ? [markOf(issue).range(from, to)] : [];
  });
  return Decoration.set(ranges, true);
}

const marksField = StateField.define<Marks>({
  create: () => ({ issues: [], decorations: Decoration.none }),
  update(marks, { changes, docChanged, effects, state }) {
    for (const effect of effects) {
      if (effect.is(setMarked)) return { issues: effect.value, decorations: decorate(state, effect.value) };
    }
    return docChanged ? { ...marks, decorations: marks.decorations.map(changes) } : marks;
  },
  provide: (field) => EditorView.decorations.from(field, ({ decorations }) => decorations),
});

const FLASH = Decoration.mark({ class: 'flash' });

const flashField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(decorations, { changes, effects, state }) {
    for (const effect of effects) {
      if (!effect.is(setFlash)) continue;
      const [from, to] = effect.value ? visibleRange(state, effect.value) : [0, 0];
      return from < to ? Decoration.set(FLASH.range(from, to)) : Decoration.none;
    }
    return decorations.map(changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

const endFlash = EditorView.domEventHandlers({
  animationend: (event, view) => {
    if (event.animationName === 'flash') view.dispatch({ effects: setFlash.of(undefined) });
  },
});

export const marks: Extension = [marksField, flashField, endFlash];

/** Marks these issues and no others; they count in the present text. */
export const markIssues = (issues: readonly KeyedIssue[]) => setMarked.of(issues);

/** Draws the eye to a range for a moment. */
export const flash = (range: Range) => setFlash.of(range);

/** The issues that are marked at an offset: those that hold the character behind it, or else stand at it. */
export function issueAt(state: EditorState, offset: number): KeyedIssue | undefined {
  const { issues } = state.field(marksField);
  const holds = ({ range }: KeyedIssue) => {
    const [from, to] = visibleRange(state, range);
    return from <= offset && offset < to;
  };
  return issues.find(holds) ?? issues.find(({ range: [start, end] }) => start <= offset && offset <= end);
}
