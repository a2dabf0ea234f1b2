import type { Content } from './page-contract.ts';

/** Two paragraphs with four issues, one of them across bold and one a link. */
export const CONTENT: Content = [
  [
    { text: '今年选派帮扶' },
    { text: '帮扶', bold: true },
    { text: '工作队，扎实' },
    { text: '开展开展', link: true },
    { text: '帮扶活动。' },
  ],
  [{ text: '第二段：继续推进推进乡村振兴，认真' }, { text: '布', bold: true }, { text: '署年度任务。' }],
];
