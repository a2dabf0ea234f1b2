import CFB from 'cfb';
import { zipSync } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../../lib/docx/types.ts';
import { openFile } from '../../../lib/files/open-file.ts';
import { plain, utf8, wordFile } from '../../support/word-document.ts';

const ole = (streams: Readonly<Record<string, Uint8Array>>): Uint8Array => {
  const file = CFB.utils.cfb_new();
  for (const [name, content] of Object.entries(streams)) CFB.utils.cfb_add(file, name, content);
  return new Uint8Array(CFB.write(file, { type: 'array' }) as ArrayBuffer);
};

/** Where the text stands. */
const PLACE = 0x400;

interface Doc {
  readonly body: string;
  readonly footnotes?: string;
  readonly flags?: number;
  readonly version?: number;
}

/** A .doc file of two pieces: the first half of its text in UTF-16, an ASCII one in single bytes. */
function doc({ body, footnotes = '', flags = 0x0200, version = 0xc1 }: Doc): Uint8Array {
  const ascii = ' end\r';
  const text = body + footnotes;
  const document = new Uint8Array(PLACE + text.length * 2 + ascii.length + 64);
  const view = new DataView(document.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, version, true);
  view.setUint16(0x0a, flags, true);
  view.setUint32(0x4c, body.length, true);
  view.setUint32(0x50, footnotes.length + ascii.length, true);
  view.setUint32(0x1a6, 40, true);
  [...text].forEach((character, index) => {
    view.setUint16(PLACE + index * 2, character.charCodeAt(0), true);
  });
  document.set(utf8(ascii), PLACE + text.length * 2);
  const table = new Uint8Array(40);
  const pieces = new DataView(table.buffer);
  pieces.setUint8(0, 2);
  pieces.setUint32(1, 28, true);
  pieces.setUint32(9, text.length, true);
  pieces.setUint32(13, text.length + ascii.length, true);
  pieces.setUint32(19, PLACE, true);
  pieces.setUint32(27, ((PLACE + text.length * 2) * 2) | (1 << 30), true);
  return ole({ WordDocument: document, '1Table': table });
}

const odt = (content: string, manifest = '<manifest/>'): Uint8Array =>
  zipSync({
    mimetype: utf8('application/vnd.oasis.opendocument.text'),
    'META-INF/manifest.xml': utf8(manifest),
    'content.xml': utf8(
      `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${content}</office:text></office:body></office:document-content>`,
    ),
  });

const reasonOf = (name: string, bytes: Uint8Array): string => {
  try {
    return openFile(name, bytes).format;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.reason;
  }
};

describe('what is read', () => {
  it('a Word file, whatever it is called', () => {
    const file = openFile('报告.txt', wordFile(plain('青石镇')));
    expect(file.format === 'docx' && file.word.text).toBe('青石镇');
  });

  it.each(['utf8', 'gb18030', 'utf-16le', 'utf-16be'] as const)('text in %s', (encoding) => {
    const text = '青石镇2026年工作总结\n一年来，在县委的领导下……';
    expect(openFile('总结.txt', iconv.encode(text, encoding))).toMatchObject({ format: 'text', text, encoding });
  });

  it('.doc: pieces, notes, tables and fields', () => {
    const body = '关于\x13 DATE \x14三月\x15的报告\r格一\x07格二\x07\x07换\v行\r';
    expect(openFile('a.doc', doc({ body, footnotes: '\x02脚注' }))).toEqual({
      format: 'doc',
      text: '关于三月的报告\n格一\n格二\n\n换\v行\n脚注 end',
    });
  });

  it('.odt: blanks, tabs, notes, tables and tracked changes', () => {
    const content =
      '<text:tracked-changes><text:p>删去的</text:p></text:tracked-changes><text:h>标题</text:h><text:p>  甲<text:s text:c="2"/>乙<text:tab/><text:span>丙&amp;</text:span><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>丁</text:p><table:table><table:table-row><table:table-cell><text:p>格</text:p></table:table-cell></table:table-row></table:table>';
    expect(openFile('a.odt', odt(content))).toEqual({ format: 'odt', text: '标题\n甲  乙\t丙&丁\n注\n格' });
  });

  it('.rtf: code pages, Unicode, skipped groups and hidden text', () => {
    const rtf =
      "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 \\'cb\\'ce;}}{\\*\\generator x}\\uc1 \\'c7\\'e0\\'ca\\'af\\u38215 ?\\par{\\v hidden}A\\tab \\{B\\}\\line{\\b C}\\par}";
    expect(openFile('a.rtf', utf8(rtf))).toEqual({ format: 'rtf', text: '青石镇\nA\t{B}\vC' });
  });
});

describe('what is not', () => {
  it.each<[string, string, Uint8Array]>([
    ['empty', 'a.docx', new Uint8Array()],
    ['encrypted', 'a.docx', ole({ EncryptedPackage: utf8('x'), EncryptionInfo: utf8('x') })],
    ['encrypted', 'a.doc', doc({ body: '密文', flags: 0x0300 })],
    ['encrypted', 'a.odt', odt('', '<manifest><encryption-data/></manifest>')],
    ['unknown-doc', 'a.doc', doc({ body: '旧', version: 0x68 })],
    ['unknown-doc', 'a.doc', ole({ MatOST: utf8('Works') })],
    ['unknown-doc', 'a.wps', new Uint8Array([0xdb, 0xa5, 0, 0, 0, 0])],
    ['damaged', 'a.doc', doc({ body: '正文' }).slice(0, 300)],
    ['not-word', 'a.docx', zipSync({ 'a.txt': utf8('x') })],
    ['pdf', 'a.pdf', utf8('%PDF-1.7\n')],
    ['pdf', 'a.doc', utf8('\n\n%PDF-1.4\n')],
    ['web-page', 'a.doc', utf8('<html><body>正文</body></html>')],
    ['web-page', 'a.doc', utf8('MIME-Version: 1.0\nContent-Type: multipart/related\n')],
    ['flat-xml', 'a.xml', utf8('<?xml version="1.0"?><pkg:package/>')],
    ['not-text', 'a.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
  ])('%s: %s', (reason, name, bytes) => expect(reasonOf(name, bytes)).toBe(reason));

  it('a damaged .doc never runs on', () => {
    const sound = doc({ body: '一二三四五六七八九十\r'.repeat(400) });
    const reasons = new Set<string>();
    for (let at = 0; at < sound.length; at += 97) {
      const broken = sound.slice();
      for (let offset = 0; offset < 24; offset++) broken[at + offset] = 0xfe;
      reasons.add(reasonOf('a.doc', broken));
      reasons.add(reasonOf('a.doc', sound.slice(0, at)));
    }
    for (const reason of reasons)
      expect(['doc', 'damaged', 'unknown-doc', 'encrypted', 'empty', 'text']).toContain(reason);
  });
});
