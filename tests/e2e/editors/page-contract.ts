/** What the page of every test editor gives to the tests. Runs in the page. */

/** A stretch of text with one formatting. */
export interface Piece {
  readonly text: string;
  readonly bold?: true;
  readonly link?: true;
}
export type Content = readonly (readonly Piece[])[];

export interface TestEditor {
  /** The editor's own value as plain text, from its own interface, '\n' between paragraphs. */
  text(): string | Promise<string>;
  /** The editor's own value with its formatting: HTML or JSON, as the editor gives it to whoever stores it. */
  value(): string | Promise<string>;
  /** The element that the text is edited in. */
  editable(): HTMLElement;
  /** Where the caret is in that text by the editor's own account, for editors that follow the page's in their own time. */
  caret?(): number | undefined;
  /** Takes the editor out of the page as its documentation says. */
  destroy(): unknown;
  /** Makes it read-only or not, where it can. */
  setReadOnly?(readOnly: boolean): unknown;
}

export interface TestPage {
  editor: TestEditor | undefined;
  mount(content: Content): Promise<void>;
  unmount(): Promise<void>;
}

declare global {
  interface Window {
    testPage: TestPage;
  }
}

export const plainText = (content: Content): string =>
  content.map((pieces) => pieces.map(({ text }) => text).join('')).join('\n');

/** The content as the HTML that editors take. */
export const toHtml = (content: Content): string =>
  content.map((pieces) => `<p>${pieces.map(pieceHtml).join('')}</p>`).join('');

function pieceHtml({ text, bold, link }: Piece): string {
  const inner = bold ? `<strong>${text}</strong>` : text;
  return link ? `<a href="https://a.example/">${inner}</a>` : inner;
}

/** Plain text of an editor's own HTML value. */
export function htmlToText(html: string): string {
  const holder = new DOMParser().parseFromString(html, 'text/html').body;
  const lines: string[] = [];
  for (const block of holder.querySelectorAll('p, div:not(:has(p, div)), li')) lines.push(block.textContent ?? '');
  const found = lines.length > 0 ? lines : [holder.textContent ?? ''];
  // Some editors lay out their HTML in lines, and some leave what they hold the caret with.
  return found.map((line) => line.replace(/[\u200b\ufeff\n\t]/g, '')).join('\n');
}

/** Puts the page into service: `create` makes the editor in `holder`. */
export function defineEditor(
  create: (holder: HTMLElement, content: Content) => TestEditor | Promise<TestEditor>,
): void {
  window.testPage = {
    editor: undefined,
    async mount(content) {
      const holder = document.createElement('div');
      holder.id = 'holder';
      (document.querySelector('#place') ?? document.body).append(holder);
      this.editor = await create(holder, content);
    },
    async unmount() {
      await this.editor?.destroy();
      this.editor = undefined;
      document.querySelector('#holder')?.remove();
    },
  };
}
