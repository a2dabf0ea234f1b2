/** Where the general way of editing fails on a particular editor. Each case has its test in tests/e2e/editors. */

/**
 * Editors in which each paragraph is an editable region of its own: Editor.js, Notion. All of them are one text, and the
 * element around them, which itself cannot be edited, is the field.
 */
export const BLOCK_EDITOR = ':is(.codex-editor__redactor,.notion-page-content)';

/** The key code of a key that an input method has taken: it types nothing. */
const NO_KEY = 229;

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
  const press = (type: string) =>
    void element.dispatchEvent(new view.KeyboardEvent(type, { keyCode: NO_KEY, bubbles: true }));
  // UEditor stores the text when a key goes down on a selection, and when it comes up.
  if (element.matches('body.view'))
    return { beforeEditing: () => press('keydown'), afterEditing: () => press('keyup') };
  // CKEditor 4 stores the text when its page is clicked, and sees that there is something to undo when a key comes up.
  if (element.matches('.cke_editable')) {
    const target = element.matches('body') ? element.ownerDocument.documentElement : element;
    const click = () => void target.dispatchEvent(new view.MouseEvent('click', { bubbles: true }));
    return {
      beforeSelecting: click,
      afterEditing: () => {
        press('keyup');
        click();
      },
    };
  }
  const release = () => void element.dispatchEvent(new view.MouseEvent('mouseup', { bubbles: true }));
  // KindEditor stores the text when a mouse button comes up, if that text is at least five characters longer or shorter.
  if (element.matches('body.ke-content')) return { beforeSelecting: release };
  // Summernote stores it each time a mouse button comes up.
  if (element.matches('.note-editable')) return { beforeSelecting: release, afterEditing: release };
  return {};
}

/**
 * Whether the editor acts on `beforeinput` without preventing what the browser does then: after an event of ours, the
 * same edit by command would be a second one. Trix looks for the text of a replacement in its clipboard data, where
 * that of an insertion may stand in the event.
 */
export const actsOnEvents = (element: HTMLElement): boolean => element.matches('trix-editor');

/** From which end of the replaced text the new text has its formatting: wangEditor, on an older Slate, has the last. */
export const formattingSide = (element: HTMLElement): 'before' | 'after' =>
  element.matches('.w-e-text-container [data-slate-editor]') ? 'after' : 'before';

/**
 * Milliseconds after which the editor has taken over a selection. Slate and its kin look at it ten times a second; an
 * edit that comes earlier brings the selection along, and then counts as one undo step with the edit before.
 */
export const selectionDelay = (element: HTMLElement): number => (element.matches('[data-slate-editor]') ? 120 : 0);

/** Whether the editor, in Firefox, sees deletions across formatting only when a key makes them. */
export const deletesByKey = (element: HTMLElement): boolean => element.matches('.public-DraftEditor-content');

export function pressBackspace(element: HTMLElement): void {
  const view = element.ownerDocument.defaultView!;
  element.dispatchEvent(
    new view.KeyboardEvent('keydown', { key: 'Backspace', keyCode: 8, bubbles: true, cancelable: true }),
  );
}

/**
 * Hosts and marks of editors whose text is not in the page: drawn on a canvas, or, in Monaco, only the lines that can be
 * seen. Names as their makers'.
 */
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
  { name: 'Monaco', hosts: /^/, mark: '.monaco-editor:focus-within' },
];

/** The editor of this page that cannot be read, if it has one. */
export function canvasEditorOf(document: Document): string | undefined {
  const { hostname } = document.location;
  return CANVAS_EDITORS.find(({ hosts, mark }) => hosts.test(hostname) && document.querySelector(mark))?.name;
}
