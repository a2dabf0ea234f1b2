/** The text of an OpenDocument text file. Automatic numbers are not in it. */
import type { Container } from '../docx/container.ts';
import { UnreadableFile } from '../docx/types.ts';
import { attribute, contentOf, descendants, parseXml, type XmlElement, type XmlPart } from '../docx/xml.ts';

const MIME_TYPE = 'application/vnd.oasis.opendocument.text';
/** More blanks than this at one place are no writer's. */
const MOST_BLANKS = 1000;

const decode = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new UnreadableFile('damaged', 'content is no UTF-8');
  }
};

/** Whether a package says that it is an OpenDocument text, or a template of one. */
export function isOdt(container: Container): boolean {
  const type = container.read('mimetype');
  return type !== undefined && new TextDecoder().decode(type).trim().startsWith(MIME_TYPE);
}

class OdtReader {
  readonly #part: XmlPart;
  readonly lines: string[] = [];
  /** Paragraphs of notes and text boxes, read when the paragraph that holds them has ended. */
  #within: XmlElement[] = [];

  constructor(part: XmlPart) {
    this.#part = part;
  }

  /** Paragraphs below an element, in order. */
  blocks(parent: XmlElement): void {
    for (const element of parent.children) {
      if (element.name === 'text:p' || element.name === 'text:h') {
        this.lines.push(this.#text(element));
        const within = this.#within;
        this.#within = [];
        for (const inside of within) this.blocks(inside);
      } else if (element.name !== 'text:tracked-changes') this.blocks(element);
    }
  }

  /** The text of a paragraph; runs of blanks are one in this format, and none at its edges. */
  #text(element: XmlElement): string {
    let text = '';
    for (const piece of contentOf(this.#part, element)) {
      if (typeof piece === 'string') {
        const plain = piece.replace(/[ \t\r\n]+/g, ' ');
        text += text === '' || text.endsWith(' ') ? plain.replace(/^ /, '') : plain;
        continue;
      }
      switch (piece.name) {
        case 'text:s': {
          const count = Number(attribute(this.#part, piece, 'text:c') ?? 1);
          text += ' '.repeat(count >= 1 && count <= MOST_BLANKS ? count : 1);
          break;
        }
        case 'text:tab':
          text += '\t';
          break;
        case 'text:line-break':
          text += '\v';
          break;
        case 'text:note':
        case '?:frame':
        case '?:custom-shape':
          this.#within.push(piece);
          break;
        case 'text:ruby':
          text += this.#text(piece.children[0] ?? piece);
          break;
        case 'office:annotation':
          break;
        default:
          text += this.#text(piece);
      }
    }
    return text;
  }
}

/** Throws `UnreadableFile`: 'encrypted' or what a damaged package has. */
export function readOdt(container: Container): string {
  const manifest = container.read('META-INF/manifest.xml');
  if (manifest && decode(manifest).includes('encryption-data')) throw new UnreadableFile('encrypted');
  const content = container.read('content.xml');
  if (!content) throw new UnreadableFile('damaged', 'no content');
  const part = parseXml(decode(content));
  const reader = new OdtReader(part);
  for (const body of descendants(part.root, 'office:text')) reader.blocks(body);
  return reader.lines.join('\n');
}
