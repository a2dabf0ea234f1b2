/** Documents as Chinese offices write them, invented: numbers by styles, a head and foot in tables, and WPS's own habits. */
import { Document, Packer, Paragraph, TextRun } from 'docx';
import { field, paragraph, plain, run, table, wordFile } from './word-document.ts';

const LEVELS = [
  ['chineseCountingThousand', '%1、', 'H1'],
  ['chineseCountingThousand', '（%2）', 'H2'],
  ['decimal', '%3.', 'H3'],
  ['decimal', '（%4）', 'H4'],
] as const;

const NUMBERING = `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>${LEVELS.map(
  ([format, text, style], index) =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:pStyle w:val="${style}"/><w:suff w:val="nothing"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/></w:lvl>`,
).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;

const STYLES = LEVELS.map(
  ([, , style], index) =>
    `<w:style w:type="paragraph" w:styleId="${style}"><w:name w:val="标题 ${index + 1} 公文"/><w:pPr><w:numPr><w:ilvl w:val="${index}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
).join('');

const heading = (level: number, text: string) => paragraph(run(text), `<w:pStyle w:val="H${level}"/>`);

/** A work report numbered by styles: 一、（一）1.（1）. `布署` in it is a mistake. */
export const styledReport = (): Uint8Array =>
  wordFile(
    plain('青石镇2026年工作总结') +
      heading(1, '工作开展情况') +
      heading(2, '强化组织领导') +
      plain('镇党委多次召开会议布署全年工作。') +
      heading(3, '健全机制') +
      heading(4, '定期调度') +
      heading(4, '及时通报') +
      heading(3, '压实责任') +
      heading(2, '狠抓项目建设') +
      heading(1, '存在的问题') +
      heading(2, '统筹不够') +
      heading(1, '下一步打算'),
    { numbering: NUMBERING, styles: STYLES },
  );

export const STYLED_REPORT = [
  '青石镇2026年工作总结',
  '一、工作开展情况',
  '（一）强化组织领导',
  '镇党委多次召开会议布署全年工作。',
  '1.健全机制',
  '（1）定期调度',
  '（2）及时通报',
  '2.压实责任',
  '（二）狠抓项目建设',
  '二、存在的问题',
  '（一）统筹不够',
  '三、下一步打算',
];

/** The same with its numbers typed, made by a program. */
export const typedReport = async (): Promise<Uint8Array> => {
  const children = STYLED_REPORT.map((text) => new Paragraph({ children: [new TextRun(text)] }));
  return new Uint8Array(await Packer.toArrayBuffer(new Document({ sections: [{ children }] })));
};

const WPS_LOOK =
  '<w:rFonts w:hint="eastAsia" w:ascii="仿宋_GB2312" w:hAnsi="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:cs="仿宋_GB2312"/><w:color w:val="auto"/><w:sz w:val="32"/><w:szCs w:val="32"/><w:vertAlign w:val="baseline"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>';

/** A report as WPS writes it: properties on every run, runs cut anywhere, an alternative in its settings. */
export const wpsReport = (): Uint8Array => {
  const words = (...pieces: string[]) =>
    paragraph(
      pieces.map((piece) => run(piece, WPS_LOOK)).join(''),
      `<w:keepNext w:val="0"/><w:rPr>${WPS_LOOK}</w:rPr>`,
    );
  return wordFile(
    words('述', '职报告') +
      words('各位领导、同志们：') +
      words('一年来，', '在县委的坚', '强领导下，我布', '署并完成了', '各项工作。') +
      words('述职人：喻文澜'),
    {
      settings:
        '<mc:AlternateContent><mc:Choice Requires="v"><w:compat><w:useFELayout/></w:compat></mc:Choice><mc:Fallback><w:compat/></mc:Fallback></mc:AlternateContent>',
    },
  );
};

/** An official document: head and foot in tables, a page number in its footer. */
export const officialDocument = (): Uint8Array =>
  wordFile(
    `${table([plain('青石镇人民政府文件')], [plain('青政发〔2026〕8号')])}${plain(
      '关于请求修缮镇敬老院的请示',
      '青石县人民政府：',
      '为改善老人居住条件，请求布署修缮工作。',
      '妥否，请批示。',
      '青石镇人民政府',
      '2026年3月5日',
    )}${table([plain('抄送：青石县民政局')], [plain('青石镇党政办公室'), plain('2026年3月5日印发')])}<w:sectPr><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>`,
    { footer: [paragraph(run('— ') + field('PAGE', run('1')) + run(' —'))] },
  );
