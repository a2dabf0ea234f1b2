/** Where the general way of editing fails on a particular editor. Each case has its test in tests/e2e/editors. */

/** What an editor must be told so that its undo takes back exactly one edit of ours. */
export interface UndoBoundaries {
  beforeSelecting?(): void;
  beforeEditing?(): void;
  afterEditing?(): void;
}

/** Editors that record undo steps by themselves need nothing. */
export function undoBoundariesOf(element: HTMLElement): UndoBoundaries {
  const view = element.ownerDocument.defaultView!;
  // TinyMCE closes a step of its undo list at the end of a drag.
  if (element.matches('.mce-content-body')) {
    const close = () => void element.dispatchEvent(new view.Event('dragend', { bubbles: true }));
    return { beforeSelecting: close, afterEditing: close };
  }
  // UEditor stores the text when a key goes down on a selection, and when it comes up; 229 is a key that types nothing.
  if (element.matches('body.view')) {
    const press = (type: string) =>
      void element.dispatchEvent(new view.KeyboardEvent(type, { keyCode: 229, bubbles: true }));
    return { beforeEditing: () => press('keydown'), afterEditing: () => press('keyup') };
  }
  return {};
}

/** Hosts and marks of editors that draw text on a canvas, where there is nothing to read; names as their makers'. */
const CANVAS_EDITORS: readonly { readonly name: string; readonly hosts: RegExp; readonly mark: string }[] = [
  { name: 'Google Docs', hosts: /^docs\.google\.com$/, mark: '.kix-appview-editor, .docs-texteventtarget-iframe' },
  {
    name: '腾讯文档',
    hosts: /(?:^|\.)docs\.qq\.com$/,
    mark: '.melo-page-main-view, #canvasContainer, .excel-container',
  },
  {
    name: 'WPS',
    hosts: /(?:^|\.)(?:kdocs\.cn|wps\.cn)$/,
    mark: '#office-iframe, .canvas-container, #canvas_container',
  },
];

/** The canvas editor that this page is, if it is one. */
export function canvasEditorOf(document: Document): string | undefined {
  const { hostname } = document.location;
  return CANVAS_EDITORS.find(({ hosts, mark }) => hosts.test(hostname) && document.querySelector(mark))?.name;
}
