import fc from 'fast-check';

/** Pieces of which real and broken reports are made. */
export const PIECES = [
  '一、',
  '（二）',
  '3.',
  '第四章 ',
  '①',
  '一是',
  '二是',
  '首先，',
  '第三，',
  '加强领导',
  '部署部署',
  '工作',
  '。',
  '，',
  '、',
  '；',
  '：',
  '“',
  '”',
  '《',
  '》',
  '（',
  '）',
  '\n',
  '\r\n',
  '\r',
  '\u2028',
  '\f',
  '\u3000\u3000',
  '\u00a0',
  '\u200b',
  '\ufeff',
  '😀',
  '𠮷',
  '\ud83d',
  '\ude00',
  'XX区',
  '20XX年X月X日',
  '2024年12月31日',
  'abc ',
  '3.5',
  '特此报告。',
  '各位领导、同志们：',
  '2024年度述职报告',
  '清河区临川镇人民政府',
] as const;

/** Texts that look like reports, with everything in them that breaks programs. */
export const arbitraryText = (maxLength = 60) =>
  fc
    .array(
      fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...PIECES) }, fc.string({ unit: 'binary', maxLength: 3 })),
      {
        maxLength,
      },
    )
    .map((pieces) => pieces.join(''));
