import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { Container, LIMITS } from '../../../lib/docx/container.ts';
import { UnreadableFile } from '../../../lib/docx/types.ts';
import { openWordFile } from '../../../lib/docx/word-file.ts';
import { plain, utf8, wordEntries, wordFile } from '../../support/word-document.ts';

const reasonOf = (bytes: Uint8Array): string => {
  try {
    openWordFile(bytes);
    return 'read';
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return error.reason;
  }
};

const withMain = (xml: string) => zipSync({ ...wordEntries(''), 'word/document.xml': utf8(xml) });
const NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const main = (body: string) => withMain(`<w:document ${NAMESPACE}><w:body>${body}</w:body></w:document>`);

/** A sound file with some bytes of it replaced at each place where a pattern stands. */
function patched(bytes: Uint8Array, signature: number, change: (view: DataView, at: number) => void): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  for (let at = 0; at + 4 <= copy.length; at++) if (view.getUint32(at, true) === signature) change(view, at);
  return copy;
}

const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const sound = wordFile(plain('青石镇人民政府'));

describe('files that are none', () => {
  it.each<[string, string, Uint8Array]>([
    ['an entity bomb', 'doctype', withMain('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>')],
    ['an unknown entity', 'damaged', main('<w:p><w:r><w:t>&bomb;</w:t></w:r></w:p>')],
    ['tags that do not match', 'damaged', main('<w:p></w:r>')],
    ['tags that are not closed', 'damaged', withMain(`<w:document ${NAMESPACE}><w:body>`)],
    ['a hundred thousand controls in each other', 'damaged', main('<w:sdt><w:sdtContent>'.repeat(100_000))],
    [
      'text in no encoding of XML',
      'damaged',
      zipSync({ ...wordEntries(''), 'word/document.xml': Uint8Array.of(0xff, 0x80) }),
    ],
    ['no main part', 'damaged', zipSync({ '[Content_Types].xml': utf8('<Types/>') })],
    ['a main part of another program', 'not-word', withMain('<worksheet/>')],
    ['an encrypted entry', 'encrypted', patched(sound, CENTRAL, (view, at) => view.setUint16(at + 8, 1, true))],
    ['a method of its own', 'damaged', patched(sound, CENTRAL, (view, at) => view.setUint16(at + 10, 12, true))],
    ['a wrong checksum', 'damaged', patched(sound, CENTRAL, (view, at) => view.setUint32(at + 16, 1, true))],
    ['entries that overlap', 'damaged', patched(sound, CENTRAL, (view, at) => view.setUint32(at + 42, 0, true))],
    [
      'entries outside the file',
      'damaged',
      patched(sound, CENTRAL, (view, at) => view.setUint32(at + 42, 0x7fffffff, true)),
    ],
    [
      'too many entries',
      'too-large',
      patched(sound, END, (view, at) => view.setUint16(at + 10, LIMITS.entries + 1, true)),
    ],
    ['more elements than memory holds', 'too-large', main('<w:p/>'.repeat(3_000_001))],
    ['a part that inflates without end', 'too-large', main(' '.repeat(LIMITS.part))],
  ])('%s: %s', (_, reason, bytes) => expect(reasonOf(bytes)).toBe(reason));

  it('one that ends early, wherever it ends', () => {
    for (let length = 1; length < sound.length; length += 37) {
      expect(['damaged', 'not-word']).toContain(reasonOf(sound.slice(0, length)));
    }
  });

  it('one with any byte changed is read or refused', () => {
    for (let at = 0; at < sound.length; at += 3) {
      const broken = sound.slice();
      broken[at]! ^= 0x55;
      reasonOf(broken);
    }
  });
});

describe('the container', () => {
  it('copies what is not replaced, and adds what is new', () => {
    const entries = { ...wordEntries(plain('甲')), 'word/媒体.bin': Uint8Array.of(0, 1, 2) };
    const before = new Container(zipSync(entries));
    const bytes = before.write(
      new Map([
        ['WORD/document.xml', utf8('<new/>')],
        ['word/added.xml', utf8('<added/>')],
      ]),
    );
    const after = new Container(bytes);
    expect(after.names).toEqual([...before.names, 'word/added.xml']);
    for (const name of before.names) {
      const expected = name === 'word/document.xml' ? utf8('<new/>') : before.read(name);
      expect(after.read(name)).toEqual(expected);
    }
    expect(after.read('word/added.xml')).toEqual(utf8('<added/>'));
  });

  it('without a change is the same bytes', () => expect(new Container(sound).write(new Map())).toBe(sound));
});
