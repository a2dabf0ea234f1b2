/** What Word asks of a file, as far as it can be told without Word: each violation is a line. */
import { Container } from '../../lib/docx/container.ts';
import { CONTENT_TYPES, relationshipsOf, resolveTarget } from '../../lib/docx/package.ts';
import { attribute, descendants, parseXml, type XmlElement, type XmlPart } from '../../lib/docx/xml.ts';

const isRelationships = (name: string) => name.endsWith('.rels');

/** The part that holds the relationships. */
const ownerOf = (name: string) => name.replace(/_rels\/([^/]*)\.rels$/, '$1');

function* all(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const below of element.children) yield* all(below);
}

function isWithin(element: XmlElement, name: RegExp): boolean {
  for (let around = element.parent; around; around = around.parent) if (name.test(around.name)) return true;
  return false;
}

function checkMarkup(name: string, part: XmlPart): string[] {
  const faults: string[] = [];
  const say = (element: XmlElement, fault: string) =>
    faults.push(`${name}: ${fault}: ${part.xml.slice(element.start, element.start + 60)}`);
  const revisionIds = new Set<string>();
  for (const element of all(part.root)) {
    const prefix = element.qualified.includes(':') ? element.qualified.split(':')[0]! : '';
    if (prefix !== '' && !element.scope.uris.has(prefix)) say(element, 'undeclared prefix');
    const tag = part.xml.slice(element.start, element.openEnd);
    const names = [...tag.matchAll(/\s([^\s=/>]+)\s*=/g)].map(([, found]) => found!);
    if (new Set(names).size < names.length) say(element, 'attribute twice');
    for (const found of names) {
      const [head] = found.split(':');
      if (found.includes(':') && head !== 'xmlns' && !element.scope.uris.has(head!)) say(element, 'undeclared prefix');
    }
    const ignorable = (/mc:Ignorable="([^"]*)"/.exec(tag)?.[1] ?? '').split(/\s+/);
    for (const ignored of ignorable) {
      if (ignored !== '' && !element.scope.uris.has(ignored)) say(element, 'ignorable prefix undeclared');
    }
    switch (element.name) {
      case 'w:t':
        if (isWithin(element, /^w:del$/) && !isWithin(element, /^w:txbxContent$/)) say(element, 'w:t in w:del');
        break;
      case 'w:delText':
        if (!isWithin(element, /^w:(?:del|moveFrom)$/)) say(element, 'w:delText outside w:del');
        break;
      case 'w:ins':
      case 'w:rPrChange':
      case 'w:del': {
        const id = attribute(part, element, 'w:id') ?? '';
        if (element.parent?.name === 'w:ins' && element.name === 'w:ins') say(element, 'w:ins in w:ins');
        if (element.parent?.name === 'w:del') say(element, 'revision in w:del');
        if (element.parent?.name !== 'w:rPr' && revisionIds.has(id)) say(element, 'revision id twice');
        revisionIds.add(id);
        break;
      }
      case 'w:r':
        if (isWithin(element, /^w:r$/) && !isWithin(element, /^w:(?:txbxContent|rubyBase|rt)$/))
          say(element, 'run in run');
        if (element.children.findIndex((below) => below.name === 'w:rPr') > 0) say(element, 'w:rPr not first');
        break;
      case 'w:p':
        if (element.children.findIndex((below) => below.name === 'w:pPr') > 0) say(element, 'w:pPr not first');
        break;
    }
  }
  return faults;
}

/** Ids of comments, of their beginnings, ends and references in the body. */
function checkComments(parts: ReadonlyMap<string, XmlPart>): string[] {
  const ids = (name: string) =>
    [...parts.values()].flatMap((part) =>
      [...descendants(part.root, name)].map((element) => attribute(part, element, 'w:id') ?? ''),
    );
  const comments = ids('w:comment');
  const faults = comments.length > new Set(comments).size ? ['comment id twice'] : [];
  for (const name of ['w:commentRangeStart', 'w:commentRangeEnd', 'w:commentReference']) {
    const found = ids(name);
    const shared = found.filter((id, index) => found.indexOf(id) !== index);
    if (shared.length > 0) faults.push(`${name} twice: ${shared}`);
    const unknown = found.filter((id) => !comments.includes(id));
    if (unknown.length > 0) faults.push(`${name} without comment: ${unknown}`);
  }
  const references = ids('w:commentReference');
  for (const id of comments) if (!references.includes(id)) faults.push(`comment without reference: ${id}`);
  return faults;
}

/** Everything that is wrong with a Word file's structure; nothing for a sound one. */
export function wordFaults(bytes: Uint8Array): string[] {
  const container = new Container(bytes);
  const faults: string[] = [];
  const parts = new Map<string, XmlPart>();
  for (const name of container.names) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    const part = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(container.read(name)));
    parts.set(name, part);
    faults.push(...checkMarkup(name, part));
  }
  const types = parts.get(CONTENT_TYPES);
  const known = new Set(
    types?.root.children.map((element) =>
      (attribute(types, element, 'Extension') ?? attribute(types, element, 'PartName')?.slice(1) ?? '').toLowerCase(),
    ),
  );
  for (const name of container.names) {
    if (name === CONTENT_TYPES || name.endsWith('/')) continue;
    const extension = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
    if (!known.has(name.toLowerCase()) && !known.has(extension)) faults.push(`no content type: ${name}`);
    const part = parts.get(name);
    if (!isRelationships(name) || !part) continue;
    const ids = part.root.children.map((element) => attribute(part, element, 'Id'));
    if (new Set(ids).size < ids.length) faults.push(`relationship id twice: ${name}`);
    for (const element of part.root.children) {
      if (attribute(part, element, 'TargetMode') === 'External') continue;
      const target = resolveTarget(ownerOf(name), (attribute(part, element, 'Target') ?? '').replace(/#.*/, ''));
      if (!container.has(target)) faults.push(`${name} leads to no part: ${target}`);
    }
    if (relationshipsOf(ownerOf(name)) !== name) faults.push(`misplaced relationships: ${name}`);
  }
  return [...faults, ...checkComments(parts)];
}
