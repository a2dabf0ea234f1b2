/** A record as a Word file: A4, its own styles, tables and marked words, no macros, nothing from elsewhere. */
import { strToU8, zipSync } from 'fflate';
import type { Locale } from '../settings/locale.ts';
import { type LaidOutEntry, type LaidOutSection, layOutRecord, type PartState, type RecordLayout } from './layout.ts';
import type { Outcome, ReviewRecord } from './record.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** What XML 1.0 cannot hold, half a surrogate pair among it. */
const NOT_XML =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escapeXml = (text: string) =>
  text.replace(NOT_XML, '\ufffd').replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** Run properties, in the order that the schema asks for. */
const LOOKS = {
  plain: '',
  strong: '<w:b/>',
  quiet: '<w:color w:val="63605A"/><w:sz w:val="18"/>',
  error: '<w:b/><w:color w:val="B3271C"/>',
  warning: '<w:b/><w:color w:val="8A5300"/>',
  hint: '<w:color w:val="63605A"/>',
  marked: '<w:u w:val="wave" w:color="B3271C"/>',
  removed: '<w:strike/><w:color w:val="B3271C"/>',
  added: '<w:color w:val="0A6E4A"/><w:u w:val="single"/>',
} as const;
type Look = keyof typeof LOOKS;

const PART_LOOKS: Readonly<Record<PartState, Look>> = { present: 'quiet', missing: 'error', usual: 'quiet' };

/** Paragraph styles by id: what the paragraph and its runs look like. Half-points and twentieths of a point. */
const STYLES: Readonly<Record<string, { name: string; paragraph: string; run: string }>> = {
  Title: {
    name: 'Title',
    paragraph: '<w:spacing w:after="360"/><w:jc w:val="center"/>',
    run: '<w:b/><w:spacing w:val="60"/><w:sz w:val="40"/>',
  },
  Heading1: {
    name: 'heading 1',
    paragraph: '<w:keepNext/><w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>',
    run: '<w:b/><w:sz w:val="26"/>',
  },
  Entry: {
    name: 'Entry',
    paragraph: '<w:keepNext/><w:spacing w:before="120"/><w:ind w:left="480" w:hanging="480"/>',
    run: '',
  },
  Detail: { name: 'Detail', paragraph: '<w:ind w:left="480"/>', run: '' },
  Cell: { name: 'Cell', paragraph: '<w:spacing w:before="20" w:after="20" w:line="280"/>', run: '<w:sz w:val="20"/>' },
};

const run = (text: string, look: Look = 'plain') =>
  text === ''
    ? ''
    : `<w:r>${LOOKS[look] && `<w:rPr>${LOOKS[look]}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;

const paragraph = (runs: string, style?: string, more = '') => {
  const properties = (style ? `<w:pStyle w:val="${style}"/>` : '') + more;
  return `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${runs}</w:p>`;
};

const heading = (text: string, count = '') => paragraph(run(text) + run(count && `　${count}`, 'quiet'), 'Heading1');

const RULE = 'w:val="single" w:sz="4" w:space="0" w:color="A8A49C"';
const TEXT_WIDTH = 9638;

/** A table of plain cells as wide as the text, the first column wider where it says so. */
function table(rows: readonly (readonly string[])[], widths: readonly number[], hasHead: boolean): string {
  const grid = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('');
  const body = rows.map((cells, index) => {
    const isHead = hasHead && index === 0;
    const written = cells.map((cell, column) => {
      const align = hasHead && column > 0 ? '<w:jc w:val="right"/>' : '';
      const look = isHead ? 'strong' : hasHead || column > 0 ? 'plain' : 'hint';
      return `<w:tc><w:tcPr><w:tcW w:w="${widths[column]}" w:type="dxa"/></w:tcPr>${paragraph(run(cell, look), 'Cell', align)}</w:tc>`;
    });
    return `<w:tr><w:trPr><w:cantSplit/>${isHead ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`;
  });
  return (
    `<w:tbl><w:tblPr><w:tblW w:w="${TEXT_WIDTH}" w:type="dxa"/><w:tblBorders><w:top ${RULE}/><w:bottom ${RULE}/>` +
    `<w:insideH ${RULE}/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl>`
  );
}

function summaryTable(rows: RecordLayout['summary']['table']): string {
  const [head] = rows;
  if (!head) return '';
  const width = Math.floor(TEXT_WIDTH / (head.length + 1));
  return table(rows, [TEXT_WIDTH - width * (head.length - 1), ...head.slice(1).map(() => width)], true);
}

function placeRuns(
  { where, before, matched, after, becomes }: LaidOutEntry['places'][number],
  outcome: Outcome,
): string {
  const words =
    outcome === 'fixed' && becomes !== undefined
      ? run(matched, 'removed') + run(becomes, 'added')
      : run(matched || '‸', matched ? 'marked' : 'error');
  return run(where ? `${where}　` : '', 'quiet') + run(before) + words + run(after);
}

function entryParagraphs(entry: LaidOutEntry, number: number, outcome: Outcome): string {
  const { severity, level, category, message, places, more, details } = entry;
  return [
    paragraph(
      run(`${number}. `, 'hint') + run(level, severity) + run(` ${category} · `, 'hint') + run(message),
      'Entry',
    ),
    ...places.map((place) => paragraph(placeRuns(place, outcome), 'Detail')),
    ...[...(more ? [more] : []), ...details].map((detail) => paragraph(run(detail, 'quiet'), 'Detail')),
  ].join('');
}

const sectionParagraphs = ({ heading: title, count, entries, outcome }: LaidOutSection) =>
  heading(title, count) + entries.map((entry, index) => entryParagraphs(entry, index + 1, outcome)).join('');

function bodyOf(layout: RecordLayout): string {
  const { title, facts, summary, parts, omissions, sections, closing, signature } = layout;
  return [
    paragraph(run(title), 'Title'),
    table(facts, [2200, TEXT_WIDTH - 2200], false),
    heading(summary.heading),
    paragraph(run(summary.sentence)),
    summaryTable(summary.table),
    ...(parts
      ? [
          heading(parts.heading),
          paragraph(
            parts.items
              .map(({ name, state, label }) => run(`${name} `) + run(`${label}　　`, PART_LOOKS[state]))
              .join(''),
          ),
        ]
      : []),
    ...(omissions ? [heading(omissions.heading), ...omissions.sentences.map((text) => paragraph(run(text)))] : []),
    ...sections.map(sectionParagraphs),
    paragraph(run(closing), undefined, '<w:spacing w:before="480"/>'),
    paragraph(
      run(signature.map((label) => label + '　'.repeat(8)).join('')),
      undefined,
      '<w:spacing w:before="360"/><w:jc w:val="right"/>',
    ),
  ].join('');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const documentXml = (layout: RecordLayout) =>
  `${XML}<w:document xmlns:w="${WORD}"><w:body>${bodyOf(layout)}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>` +
  '<w:pgMar w:top="1247" w:right="1134" w:bottom="1247" w:left="1134" w:header="851" w:footer="851" w:gutter="0"/>' +
  '</w:sectPr></w:body></w:document>';

const styleXml = (id: string, { name, paragraph: forParagraph, run: forRuns }: (typeof STYLES)[string]) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/>` +
  `<w:pPr>${forParagraph}</w:pPr>${forRuns && `<w:rPr>${forRuns}</w:rPr>`}</w:style>`;

const STYLES_XML =
  `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr>` +
  '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="宋体" w:cs="Times New Roman"/><w:sz w:val="22"/>' +
  '<w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="340" w:lineRule="auto"/>' +
  '</w:pPr></w:pPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  `${Object.entries(STYLES)
    .map(([id, style]) => styleXml(id, style))
    .join('')}</w:styles>`;

const relationshipsXml = (id: string, type: string, target: string) =>
  `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/></Relationships>`;

const CONTENT_TYPES =
  `${XML}<Types xmlns="${PACKAGE}/content-types">` +
  `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
  `<Default Extension="xml" ContentType="application/xml"/>` +
  `<Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/>` +
  `<Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

/** Zip keeps local times; the same record gives the same bytes everywhere. */
const EPOCH = new Date(1980, 0, 1);

/** @returns the bytes of a .docx file; the same for the same record */
export function recordToWord(record: ReviewRecord, locale: Locale): Uint8Array {
  const parts = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': relationshipsXml('rId1', 'officeDocument', 'word/document.xml'),
    'word/document.xml': documentXml(layOutRecord(record, locale)),
    'word/_rels/document.xml.rels': relationshipsXml('rId1', 'styles', 'styles.xml'),
    'word/styles.xml': STYLES_XML,
  };
  const files = Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)]));
  return zipSync(files, { mtime: EPOCH });
}
