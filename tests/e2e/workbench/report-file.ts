/** A report as it is handed in: numbers that Word sets, a table, a header, a footnote, somebody's revisions. */
import {
  AlignmentType,
  DeletedTextRun,
  Document,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  InsertedTextRun,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
} from 'docx';

const REVISION = { author: '方明远', date: '2026-05-06T08:00:00Z' };

const numbered = (text: string, level: number) =>
  new Paragraph({ numbering: { reference: 'official', level }, children: [new TextRun(text)] });

const row = (...cells: string[]) =>
  new TableRow({ children: cells.map((text) => new TableCell({ children: [new Paragraph(text)] })) });

/** @param more paragraphs at the end, such as those that make it long */
export async function reportFile(more: readonly string[] = []): Promise<Uint8Array> {
  const document = new Document({
    numbering: {
      config: [
        {
          reference: 'official',
          levels: [
            { level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、', alignment: AlignmentType.LEFT },
            { level: 1, format: LevelFormat.CHINESE_COUNTING, text: '（%2）', alignment: AlignmentType.LEFT },
          ],
        },
      ],
    },
    footnotes: { 1: { children: [new Paragraph('数据由统计站提供提供。')] } },
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('青石镇农业农村办公室')] }) },
        children: [
          new Paragraph({ text: '2026年度工作总结', heading: HeadingLevel.TITLE }),
          new Paragraph('今年以来，青石镇认真落实县委工作布署，较好地完成了各项任务。'),
          numbered('主要工作', 0),
          numbered('抓产业。全年选派帮扶帮扶工作队6支。', 1),
          numbered('抓治理。排查隐患126处，走访走访群众。', 1),
          numbered('存在的问题', 0),
          new Paragraph({
            children: [
              new TextRun('工作中还'),
              new InsertedTextRun({ id: 101, text: '存在', ...REVISION }),
              new DeletedTextRun({ id: 102, text: '有着', ...REVISION }),
              new TextRun('不少差距'),
              new FootnoteReferenceRun(1),
              new TextRun('，下步要按步就班推进。'),
            ],
          }),
          new Table({ rows: [row('村名', '户数'), row('云岭村', '一百二十二户'), row('白露村', '按步就班')] }),
          ...more.map((text) => new Paragraph(text)),
          new Paragraph({ text: '青石镇农业农村办公室', alignment: AlignmentType.RIGHT }),
          new Paragraph({ text: '2026年12月1日', alignment: AlignmentType.RIGHT }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
