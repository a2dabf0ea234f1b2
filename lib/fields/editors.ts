/** Where the general way of editing fails on a particular editor. Each case has its test in tests/e2e/editors. */

/**
 * Gives what must be done before and after an edit so that the editor's undo takes back exactly that edit. Editors
 * that record undo steps by themselves need nothing.
 */
export function boundariesOf(element: HTMLElement): () => void {
  const view = element.ownerDocument.defaultView!;
  // TinyMCE closes a step of its undo list at the end of a drag.
  if (element.matches('.mce-content-body')) {
    return () => element.dispatchEvent(new view.Event('dragend', { bubbles: true }));
  }
  // UEditor stores a scene on each key down; 229 is the key code that types nothing.
  if (element.matches('body.view')) {
    return () => element.dispatchEvent(new view.KeyboardEvent('keydown', { keyCode: 229, bubbles: true }));
  }
  return () => {};
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
