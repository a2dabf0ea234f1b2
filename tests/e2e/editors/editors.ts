/** The editors under test. The page script of each is tests/e2e/editors/pages/<script>.ts. */

export interface EditorUnderTest {
  readonly name: string;
  readonly script: string;
  /** False where the text has no formatting: bold and links are left out of the content. */
  readonly isRich: boolean;
  /** One line only. */
  readonly isSingleLine?: true;
  /** The text lives in a frame of its own. */
  readonly isFramed?: true;
  /** Scripts and styles that must be loaded by address, since they look for their own parts there. */
  readonly scripts?: readonly string[];
  readonly styles?: readonly string[];
  /** Its own undo and the browser's get mixed up after a while: what comes of them is no test of ours. */
  readonly mixesUndo?: true;
  /** Where Ctrl+Shift+Z is not taken. */
  readonly redo?: 'Ctrl+Y';
}

const MODULES = '/node_modules';
const UEDITOR = `${MODULES}/ueditor/example/public/ueditor`;

export const EDITORS: readonly EditorUnderTest[] = [
  { name: 'textarea', script: 'textarea', isRich: false },
  { name: 'input', script: 'input', isRich: false, isSingleLine: true },
  { name: 'contenteditable', script: 'contenteditable', isRich: true },
  { name: 'CKEditor 5', script: 'ckeditor5', isRich: true, redo: 'Ctrl+Y' },
  {
    name: 'TinyMCE 8',
    script: 'tinymce',
    isRich: true,
    isFramed: true,
    redo: 'Ctrl+Y',
    scripts: [`${MODULES}/tinymce/tinymce.min.js`],
  },
  {
    name: 'TinyMCE 8 inline',
    script: 'tinymce-inline',
    isRich: true,
    redo: 'Ctrl+Y',
    scripts: [`${MODULES}/tinymce/tinymce.min.js`],
  },
  { name: 'Quill 2', script: 'quill', isRich: true },
  { name: 'ProseMirror', script: 'prosemirror', isRich: true },
  { name: 'Tiptap 3', script: 'tiptap', isRich: true },
  { name: 'Lexical', script: 'lexical', isRich: true },
  { name: 'Slate', script: 'slate', isRich: true },
  { name: 'Draft.js', script: 'draft', isRich: true },
  { name: 'wangEditor 5', script: 'wangeditor', isRich: true, redo: 'Ctrl+Y' },
  { name: 'CodeMirror 6', script: 'codemirror', isRich: false },
  {
    name: 'CKEditor 4',
    script: 'ckeditor4',
    isRich: true,
    isFramed: true,
    redo: 'Ctrl+Y',
    scripts: [`${MODULES}/ckeditor4/ckeditor.js`],
  },
  {
    name: 'UEditor',
    script: 'ueditor',
    isRich: true,
    isFramed: true,
    redo: 'Ctrl+Y',
    scripts: [`${UEDITOR}/ueditor.config.js`, `${UEDITOR}/ueditor.all.js`],
  },
  {
    name: 'KindEditor',
    script: 'kindeditor',
    isRich: true,
    isFramed: true,
    mixesUndo: true,
    redo: 'Ctrl+Y',
    scripts: [`${MODULES}/kindeditor/kindeditor-all-min.js`],
    styles: [`${MODULES}/kindeditor/themes/default/default.css`],
  },
  {
    name: 'Summernote',
    script: 'summernote',
    isRich: true,
    redo: 'Ctrl+Y',
    scripts: [`${MODULES}/jquery/dist/jquery.min.js`, `${MODULES}/summernote/dist/summernote-lite.min.js`],
    styles: [`${MODULES}/summernote/dist/summernote-lite.min.css`],
  },
  { name: 'Jodit', script: 'jodit', isRich: true, redo: 'Ctrl+Y' },
  { name: 'Trix', script: 'trix', isRich: true },
  { name: 'Editor.js', script: 'editorjs', isRich: true },
];

/** Each run takes the editors that people meet most; ALL_EDITORS=1 takes all. */
const USUAL = new Set(['textarea', 'input', 'contenteditable', 'CKEditor 5', 'TinyMCE 8', 'Quill 2']);
export const CHOSEN_EDITORS = EDITORS.filter(({ name }) => process.env.ALL_EDITORS === '1' || USUAL.has(name));
