/** Word files for tests, written by hand: the body as markup, and whatever other parts a test needs. */
import { zipSync } from 'fflate';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
export const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'mc:Ignorable="w14"',
].join(' ');

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Other parts by their kind, as the inner markup of their root; headers and footers may be several. */
export interface OtherParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly settings?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly comments?: string;
  readonly header?: readonly string[];
  readonly footer?: readonly string[];
}

const ROOTS = { header: 'hdr', footer: 'ftr' } as Readonly<Record<string, string>>;

/** The entries of a Word file: relationship ids are `header1`, `footer1`, `styles`. */
export function wordEntries(body: string, parts: OtherParts = {}): Record<string, Uint8Array> {
  const others = Object.entries(parts).flatMap(([kind, content]) =>
    (Array.isArray(content) ? content : [content]).map((inner: string, index) => ({
      kind,
      id: Array.isArray(content) ? `${kind}${index + 1}` : kind,
      inner,
    })),
  );
  const root = (name: string, inner: string) => utf8(`${HEAD}<w:${name} ${NAMESPACES}>${inner}</w:${name}>`);
  const overrides = [{ id: 'document', kind: 'document.main' }, ...others].map(
    ({ id, kind }) => `<Override PartName="/word/${id}.xml" ContentType="${CONTENT}.${kind}+xml"/>`,
  );
  const links = others.map(
    ({ id, kind }) => `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${kind}" Target="${id}.xml"/>`,
  );
  const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';
  return {
    '[Content_Types].xml': utf8(
      `${HEAD}<Types xmlns="${packageNamespace}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ),
    '_rels/.rels': utf8(
      `${HEAD}<Relationships xmlns="${packageNamespace}/relationships"><Relationship Id="rId1" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    ),
    'word/document.xml': utf8(`${HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`),
    'word/_rels/document.xml.rels': utf8(
      `${HEAD}<Relationships xmlns="${packageNamespace}/relationships">${links.join('')}</Relationships>`,
    ),
    ...Object.fromEntries(others.map(({ id, kind, inner }) => [`word/${id}.xml`, root(ROOTS[kind] ?? kind, inner)])),
  };
}

export const wordFile = (body: string, parts?: OtherParts): Uint8Array => zipSync(wordEntries(body, parts));

export const run = (text: string, properties = ''): string =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

export const paragraph = (content: string, properties = ''): string =>
  `<w:p>${properties && `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;

/** Paragraphs of plain text. */
export const plain = (...texts: string[]): string => texts.map((text) => paragraph(run(text))).join('');

export const table = (...rows: string[][]): string =>
  `<w:tbl>${rows
    .map((cells) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`)
    .join('')}</w:tbl>`;

/** A field spread over runs. */
export const field = (instruction: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

/** A text box as Word writes it: once for itself, once in VML for older programs. */
export const textBox = (content: string, fallback: string = content): string =>
  `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp><wps:txbx><w:txbxContent>${content}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>${fallback}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
