/**
 * XML read with the place of every tag, so that an edit is a splice of the text and nothing else changes. No DOM: it runs
 * in workers and in Node, and is forty times as fast on a long document. Names are given with the prefixes of
 * `namespaces.ts`, whatever the file calls them. Offsets are UTF-16 code units of the part's text.
 */
import { prefixOf } from './namespaces.ts';
import { UnreadableFile } from './types.ts';

/** The prefixes that are declared at one place, each with its namespace. */
export interface Scope {
  readonly uris: ReadonlyMap<string, string>;
  /** Qualified names seen in it, with the names by which they are known. */
  readonly known: Map<string, string>;
}

export interface XmlElement {
  /** 'w:p'; '?:p' where this room does not know the namespace. */
  readonly name: string;
  /** The name as the file writes it. */
  readonly qualified: string;
  /** The start tag. `start` is where the element begins. */
  readonly start: number;
  readonly openEnd: number;
  /** The end tag; all three are equal for `<w:p/>`. */
  closeStart: number;
  end: number;
  readonly parent: XmlElement | undefined;
  children: XmlElement[];
  readonly scope: Scope;
}

export interface XmlPart {
  readonly xml: string;
  readonly root: XmlElement;
}

/** Deeper, no honest document is nested. */
const DEEPEST = 512;
/** More elements in one part would not fit into memory; a thousand pages have one million. */
const MOST_ELEMENTS = 3_000_000;

const NAME = '[^\\s/>"\'<=]+';
const START_TAG = new RegExp(`<(${NAME})((?:\\s+${NAME}\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`, 'y');
const ATTRIBUTE = new RegExp(`(${NAME})\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'g');

const damaged = (detail: string, at: number) => new UnreadableFile('damaged', `${detail} at ${at}`);

const NO_SCOPE: Scope = { uris: new Map([['xml', 'http://www.w3.org/XML/1998/namespace']]), known: new Map() };

/** The name of an element or, where there is no default namespace for it, of an attribute. */
function knownName(scope: Scope, qualified: string, isAttribute: boolean): string {
  const colon = qualified.indexOf(':');
  if (isAttribute && colon === -1) return qualified;
  let name = scope.known.get(qualified);
  if (name === undefined) {
    const uri = scope.uris.get(colon === -1 ? '' : qualified.slice(0, colon));
    const prefix = uri === undefined ? undefined : prefixOf(uri);
    name = `${prefix ?? '?'}:${qualified.slice(colon + 1)}`;
    scope.known.set(qualified, name);
  }
  return name;
}

/** The scope inside a start tag: the one around it, unless it declares prefixes. */
function scopeInside(scope: Scope, attributes: string): Scope {
  if (!attributes.includes('xmlns')) return scope;
  const uris = new Map(scope.uris);
  for (const [, name, double, single] of attributes.matchAll(ATTRIBUTE)) {
    const value = decodeXml(double ?? single!);
    if (name === 'xmlns') uris.set('', value);
    else if (name!.startsWith('xmlns:')) uris.set(name!.slice(6), value);
  }
  return { uris, known: new Map() };
}

/** Where something that begins at `from` ends, behind its closing string. */
function skip(xml: string, from: number, close: string): number {
  const at = xml.indexOf(close, from);
  if (at === -1) throw damaged(`no ${close}`, from);
  return at + close.length;
}

/** Shared by the many elements that have none. */
const NO_CHILDREN: XmlElement[] = [];

/**
 * Reads a well-formed text. Linear in its length. Throws `UnreadableFile`: 'damaged' where tags do not match, 'doctype'
 * where it declares a type, 'too-large'.
 */
export function parseXml(xml: string): XmlPart {
  let root: XmlElement | undefined;
  let open: XmlElement | undefined;
  let depth = 0;
  let count = 0;
  let at = xml.indexOf('<');
  for (; at !== -1; at = xml.indexOf('<', at)) {
    const next = xml.charCodeAt(at + 1);
    if (next === 0x2f) {
      const close = xml.indexOf('>', at);
      if (close === -1 || !open || xml.slice(at + 2, close).trimEnd() !== open.qualified) {
        throw damaged('unmatched end tag', at);
      }
      open.closeStart = at;
      at = close + 1;
      open.end = at;
      open = open.parent;
      depth--;
    } else if (next === 0x21) {
      if (xml.startsWith('<!--', at)) at = skip(xml, at + 4, '-->');
      else if (open && xml.startsWith('<![CDATA[', at)) at = skip(xml, at + 9, ']]>');
      else throw new UnreadableFile(xml.startsWith('<!DOCTYPE', at) ? 'doctype' : 'damaged', `declaration at ${at}`);
    } else if (next === 0x3f) {
      at = skip(xml, at + 2, '?>');
    } else {
      START_TAG.lastIndex = at;
      const tag = START_TAG.exec(xml);
      if (!tag || (root && !open)) throw damaged('no start tag', at);
      const openEnd = START_TAG.lastIndex;
      const scope = scopeInside(open?.scope ?? NO_SCOPE, tag[2]!);
      const qualified = tag[1]!;
      const element = {
        name: knownName(scope, qualified, false),
        qualified,
        start: at,
        openEnd,
        closeStart: openEnd,
        end: openEnd,
        parent: open,
        children: NO_CHILDREN,
        scope,
      };
      if (open) {
        if (open.children === NO_CHILDREN) open.children = [];
        open.children.push(element);
      }
      root ??= element;
      count++;
      if (count > MOST_ELEMENTS) throw new UnreadableFile('too-large', `more than ${MOST_ELEMENTS} elements`);
      at = openEnd;
      if (tag[3] === '/') continue;
      open = element;
      depth++;
      if (depth > DEEPEST) throw damaged('nested too deep', at);
    }
  }
  if (!root || open) throw damaged('text ends inside an element', xml.length);
  return { xml, root };
}

/** The value of an attribute by its name here ('w:val'; 'Id' for one without prefix), undefined where it has none. */
export function attribute(
  { xml }: Pick<XmlPart, 'xml'>,
  { start, openEnd, scope }: XmlElement,
  name: string,
): string | undefined {
  const tag = xml.slice(start, openEnd);
  for (const [, qualified, double, single] of tag.matchAll(ATTRIBUTE)) {
    if (knownName(scope, qualified!, true) === name) return decodeXml(double ?? single!);
  }
  return undefined;
}

/** The first child of that name. */
export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find((candidate) => candidate.name === name);

/** All elements of that name below, in the order of the text, those within each other too. */
export function* descendants(element: XmlElement, name: string): Generator<XmlElement> {
  const waiting = [...element.children].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.name === name) yield next;
    for (let index = next.children.length - 1; index >= 0; index--) waiting.push(next.children[index]!);
  }
}

const NAMED_REFERENCES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The character of a reference: `#38`, `#x26`, `amp`. */
function referenced(name: string): string {
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  const isCharacter = code === 9 || code === 10 || code === 13 || (code >= 0x20 && code <= 0x10ffff);
  if (name.startsWith('#') && isCharacter && !(code >= 0xd800 && code <= 0xdfff)) return String.fromCodePoint(code);
  const character = NAMED_REFERENCES[name];
  if (character === undefined) throw new UnreadableFile('damaged', `no entity &${name};`);
  return character;
}

const decodeXml = (raw: string): string =>
  raw.includes('&') ? raw.replace(/&([^;&\s]*);?/g, (_, name: string) => referenced(name)) : raw;

/** The characters of an element that holds text alone: references resolved, CDATA sections opened, comments left out. */
export const textOf = ({ xml }: Pick<XmlPart, 'xml'>, { openEnd, closeStart }: XmlElement): string =>
  plainText(xml, openEnd, closeStart);

function plainText(xml: string, openEnd: number, closeStart: number): string {
  let text = '';
  let at = openEnd;
  while (at < closeStart) {
    const found = xml.indexOf('<', at);
    const tag = found === -1 || found > closeStart ? closeStart : found;
    text += decodeXml(xml.slice(at, tag));
    if (tag === closeStart) break;
    if (xml.startsWith('<![CDATA[', tag)) {
      at = skip(xml, tag, ']]>');
      text += xml.slice(tag + 9, at - 3);
    } else at = xml.startsWith('<!--', tag) ? skip(xml, tag + 4, '-->') : skip(xml, tag, '>');
  }
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

/** What stands in an element: texts, with references resolved, and the elements between them. */
export function* contentOf({ xml }: Pick<XmlPart, 'xml'>, element: XmlElement): Generator<string | XmlElement> {
  let at = element.openEnd;
  for (const below of element.children) {
    if (below.start > at) yield plainText(xml, at, below.start);
    yield below;
    at = below.end;
  }
  if (element.closeStart > at) yield plainText(xml, at, element.closeStart);
}

const REFERENCES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** A text as it stands between tags or in an attribute of double quotes. */
export const escapeXml = (text: string): string => text.replace(/[<>&"]/g, (character) => REFERENCES[character]!);
