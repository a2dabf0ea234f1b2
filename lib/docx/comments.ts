/** Comments in the margin: a part of their own, its relationship and content type, and their places in the body. */
import { type Byline, Markup } from './markup.ts';
import { CONTENT_TYPES, encodePart, folderOf, type Part, relationshipsOf, type WordPackage } from './package.ts';
import type { Paragraph, Place } from './paragraph.ts';
import type { Splices } from './splices.ts';
import { attribute, escapeXml, type XmlElement } from './xml.ts';

export interface Comment {
  readonly id: number;
  readonly text: string;
}

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml';
const RELATIONSHIPS_TYPE = 'application/vnd.openxmlformats-package.relationships+xml';
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TRANSITIONAL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments';
const STRICT = 'http://purl.oclc.org/ooxml/officeDocument/relationships/comments';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** What no XML may hold. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Where a comment stands: around some characters of the main story. */
export interface CommentPlace {
  readonly start: Place;
  readonly end: Place;
}

/**
 * A place with the characters of the main story that hold it: where the box stands, or the reference of the note. None in
 * headers and footers, and in paragraphs of a locked control.
 */
function inMainStory(place: Place): Place | undefined {
  let { paragraph, at } = place;
  while (paragraph.host) ({ paragraph, at } = paragraph.host);
  const { kind, isInControl } = paragraph;
  return (kind === 'body' || kind === 'table') && !isInControl ? { paragraph, at } : undefined;
}

/** A place that is a range of nothing: the character beside it, the one before rather than the one behind. */
function widened({ paragraph, at }: Place): CommentPlace {
  const { length } = paragraph.text;
  const from = at > 0 ? at - 1 : 0;
  const to = at > 0 ? at : Math.min(1, length);
  return { start: { paragraph, at: from }, end: { paragraph, at: to } };
}

/** Where a comment on a range can stand; undefined where none can. */
export function commentPlace(start: Place, end: Place): CommentPlace | undefined {
  const from = inMainStory(start);
  const to = inMainStory(end);
  if (!from) return undefined;
  if (start.paragraph.host || end.paragraph.host || !to) return widened(from);
  return from.paragraph === to.paragraph && from.at >= to.at ? widened(from) : { start: from, end: to };
}

/** The paragraph in which a place of the file's text lies, and the place in it; that of a label is the character behind it. */
export function placeOf(paragraph: Paragraph, offset: number): Place {
  return { paragraph, at: Math.max(0, offset - paragraph.start - paragraph.label.length) };
}

/** What stands before and behind the characters that a comment is about. */
export const commentMarks = (markup: Markup, id: number) => ({
  before: markup.element('commentRangeStart', { id }),
  behind: markup.element('commentRangeEnd', { id }) + markup.run(markup.element('commentReference', { id })),
});

/** A comment, a paragraph for each of its lines. */
function write(markup: Markup, { id, text }: Comment, { author }: Byline): string {
  const paragraphs = text
    .replace(UNWRITABLE, '\ufffd')
    .split(/\r?\n/)
    .map((line) => markup.element('p', {}, line === '' ? '' : markup.run(markup.typed(line))));
  return markup.signed('comment', id, paragraphs.join(''), { initials: [...author].slice(0, 1).join('') });
}

/** Adds something at the end of an element. */
function append(part: Part, element: XmlElement, content: string, splices: Splices): void {
  if (element.closeStart < element.end) splices.insert(part, element.closeStart, content);
  else {
    const slash = part.xml.lastIndexOf('/', element.openEnd);
    splices.replace(part, slash, element.end, `>${content}</${element.qualified}>`);
  }
}

/** The first name of a series that is not taken. */
function free(name: (index: number) => string, isTaken: (name: string) => boolean): string {
  let index = 1;
  while (isTaken(name(index))) index++;
  return name(index);
}

/** An element like those of a part whose root has their namespace. */
const sibling = ({ qualified }: XmlElement, local: string, attributes: string) =>
  `<${qualified.slice(0, qualified.indexOf(':') + 1)}${local} ${attributes}/>`;

/**
 * Adds comments to the part that holds them, or makes one with all that a package needs to find it.
 * @returns parts that the package does not have yet
 */
export function addComments(
  pkg: WordPackage,
  comments: readonly Comment[],
  byline: Byline,
  splices: Splices,
): Map<string, Uint8Array> {
  const added = new Map<string, Uint8Array>();
  const existing = pkg.related('comments');
  if (existing) {
    const markup = new Markup(existing.root.scope, byline);
    append(existing, existing.root, comments.map((comment) => write(markup, comment, byline)).join(''), splices);
    return added;
  }

  const { main } = pkg;
  const word = [...main.root.scope.uris].find(
    ([prefix]) => main.root.qualified === (prefix ? `${prefix}:document` : 'document'),
  )![1];
  const markup = new Markup({ uris: new Map([['w', word]]), known: new Map() }, byline);
  const content = comments.map((comment) => write(markup, comment, byline)).join('');
  const folder = folderOf(main.name);
  const name = free(
    (index) => `${folder}comments${index === 1 ? '' : index}.xml`,
    (candidate) => pkg.container.has(candidate),
  );
  added.set(name, encodePart(`${DECLARATION}<w:comments xmlns:w="${word}">${content}</w:comments>`, 'utf-8'));

  const type = word.startsWith('http://purl.oclc.org/') ? STRICT : TRANSITIONAL;
  const target = name.slice(folder.length);
  const relationships = pkg.part(relationshipsOf(main.name));
  if (relationships) {
    const ids = new Set(pkg.relationships(main.name).map(({ id }) => id));
    const id = free(
      (index) => `rIdComments${index}`,
      (candidate) => ids.has(candidate),
    );
    const link = sibling(relationships.root, 'Relationship', `Id="${id}" Type="${type}" Target="${target}"`);
    append(relationships, relationships.root, link, splices);
  } else {
    const link = `<Relationship Id="rId1" Type="${type}" Target="${target}"/>`;
    const xml = `${DECLARATION}<Relationships xmlns="${RELATIONSHIPS}">${link}</Relationships>`;
    added.set(relationshipsOf(main.name), encodePart(xml, 'utf-8'));
  }

  const types = pkg.part(CONTENT_TYPES)!;
  const override = (part: string, contentType: string) =>
    sibling(types.root, 'Override', `PartName="/${escapeXml(part)}" ContentType="${contentType}"`);
  const knowsRelationships = types.root.children.some(
    (element) => attribute(types, element, 'Extension')?.toLowerCase() === 'rels',
  );
  const overrides = override(name, CONTENT_TYPE);
  append(
    types,
    types.root,
    relationships || knowsRelationships
      ? overrides
      : overrides + override(relationshipsOf(main.name), RELATIONSHIPS_TYPE),
    splices,
  );
  return added;
}
