/** Cells of the contract that fail, and why. A cell that starts to pass fails the test until it is taken off this list. */
import type { BrowserName } from '../harness/browsers.ts';

export interface KnownFailure {
  readonly editor: string;
  readonly check: string;
  readonly browsers: readonly BrowserName[];
  readonly reason: string;
}

const BOTH: readonly BrowserName[] = ['chrome', 'firefox'];

export const KNOWN_FAILURES: readonly KnownFailure[] = [
  {
    editor: 'KindEditor',
    check: 'three undos',
    browsers: BOTH,
    reason: '撤销步只在字数相差五个以上时才记下（`minChangeSize`），几处小改动并为一步撤销。',
  },
  {
    editor: 'Summernote',
    check: 'three undos',
    browsers: BOTH,
    reason: '撤销步不去重，改前改后各记一步，撤销三处改动要按五次。文字不会丢。',
  },
  {
    editor: 'Trix',
    check: 'undo',
    browsers: ['firefox'],
    reason: '撤销正确；Firefox 中重做的快捷键没有作用。',
  },
  {
    editor: 'Lexical',
    check: 'input method',
    browsers: ['chrome'],
    reason: '组字期间不受打扰，文字正确；经 DevTools 模拟的上屏之后，新上屏的词没有标出。',
  },
];
