/** The document's custom highlights: ranges by name. The page has the same registry and may clear it. */
import { highlightStyles } from './styles.ts';

export class PaintRegistry {
  readonly #view: Window & typeof globalThis;
  readonly #highlights = new Map<string, Highlight>();
  readonly #sheets = new Map<Document | ShadowRoot, CSSStyleSheet>();

  constructor(view: Window & typeof globalThis, signal: AbortSignal) {
    this.#view = view;
    signal.addEventListener('abort', () => this.#clear(), { once: true });
  }

  /** Paints the range; adding one that is there already costs nothing. */
  add(name: string, range: Range): void {
    let highlight = this.#highlights.get(name);
    if (!highlight) {
      highlight = new this.#view.Highlight();
      this.#highlights.set(name, highlight);
    }
    highlight.add(range);
    const { highlights } = this.#view.CSS;
    if (highlights.get(name) !== highlight) highlights.set(name, highlight);
  }

  delete(name: string, range: Range): void {
    const highlight = this.#highlights.get(name);
    highlight?.delete(range);
    if (highlight?.size !== 0) return;
    this.#highlights.delete(name);
    this.#view.CSS.highlights.delete(name);
  }

  /** Gives the document or shadow root that `node` is in the style sheet, once. */
  styleRootOf(node: Node): void {
    const root = node.getRootNode();
    if (!(root instanceof Document || root instanceof ShadowRoot)) return;
    const known = this.#sheets.get(root);
    if (known && [...root.adoptedStyleSheets].includes(known)) return;
    const sheet = known ?? new this.#view.CSSStyleSheet();
    if (!known) sheet.replaceSync(highlightStyles);
    this.#sheets.set(root, sheet);
    root.adoptedStyleSheets.push(sheet);
  }

  #clear(): void {
    for (const name of this.#highlights.keys()) this.#view.CSS.highlights.delete(name);
    for (const [root, sheet] of this.#sheets) {
      const index = [...root.adoptedStyleSheets].indexOf(sheet);
      if (index !== -1) root.adoptedStyleSheets.splice(index, 1);
    }
    this.#highlights.clear();
    this.#sheets.clear();
  }
}
