/** What stands in a file twice, for programs that know an extension and for those that do not (ECMA-376 part 3). */
import { prefixOf } from './namespaces.ts';
import { attribute, child, type XmlElement, type XmlPart } from './xml.ts';

/** Extensions whose elements hold text as all others do. */
const KNOWN: ReadonlySet<string> = new Set(['w14', 'w15', 'wp14', 'wps', 'wpg', 'wpc', 'wpi', 'v']);

export interface Alternatives {
  /** The one that is read; undefined where none can be. */
  readonly chosen: XmlElement | undefined;
  readonly others: readonly XmlElement[];
}

/** The first choice whose extensions are known, otherwise the fallback. */
export function alternativesOf(part: XmlPart, element: XmlElement): Alternatives {
  const isKnown = (choice: XmlElement) =>
    (attribute(part, choice, 'Requires') ?? '').split(/\s+/).every((prefix) => {
      const uri = choice.scope.uris.get(prefix);
      return uri !== undefined && KNOWN.has(prefixOf(uri) ?? '');
    });
  const choices = element.children.filter(({ name }) => name === 'mc:Choice');
  const fallback = child(element, 'mc:Fallback');
  const chosen = choices.find(isKnown) ?? fallback;
  return { chosen, others: [...choices, ...(fallback ? [fallback] : [])].filter((other) => other !== chosen) };
}

/** The outermost text boxes below an element. */
export function* textBoxesIn(element: XmlElement): Generator<XmlElement> {
  for (const below of element.children) {
    if (below.name === 'w:txbxContent') yield below;
    else yield* textBoxesIn(below);
  }
}

/** Whether text stands below an element, outside text boxes. */
export const hasText = (element: XmlElement): boolean =>
  element.children.some(({ name }) => name === 'w:t') ||
  element.children.some((below) => below.name !== 'w:txbxContent' && hasText(below));
