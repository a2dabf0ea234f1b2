import { attribute, child, type XmlElement, type XmlPart } from './xml.ts';

/** What a paragraph or its style says of its number. */
export interface NumberProperties {
  readonly numId?: number;
  readonly level?: number;
}

/** What styles say of numbers and of hidden text. */
export interface Styles {
  /** Whether text of that style, or of one that it is based on, is hidden. */
  isHidden(style: string): boolean;
  /** Of a paragraph style and those that it is based on; of the default style where none is named. */
  numberOf(style: string | undefined): NumberProperties & { readonly style?: string };
}

const integer = (value: string | undefined): number | undefined => {
  const number = Number.parseInt(value ?? '', 10);
  return Number.isSafeInteger(number) ? number : undefined;
};

/** The value of a child's `w:val` as a whole number. */
export const integerOf = (part: XmlPart, parent: XmlElement | undefined, name: string): number | undefined => {
  const element = child(parent, name);
  return element && integer(attribute(part, element, 'w:val'));
};

/** Whether a switch is on, undefined where there is none. */
export const isOn = (part: XmlPart, element: XmlElement | undefined): boolean | undefined =>
  element && !/^(?:0|false|off)$/.test(attribute(part, element, 'w:val') ?? '1');

/** What paragraph properties say of the number. */
export function numberProperties(part: XmlPart, properties: XmlElement | undefined): NumberProperties {
  const element = child(properties, 'w:numPr');
  const numId = integerOf(part, element, 'w:numId');
  const level = integerOf(part, element, 'w:ilvl');
  return { ...(numId !== undefined && { numId }), ...(level !== undefined && { level }) };
}

interface Style {
  readonly basedOn: string | undefined;
  /** Undefined where the style leaves it to the one that it is based on. */
  readonly isHidden: boolean | undefined;
  readonly number: NumberProperties;
}

export function readStyles(part: XmlPart | undefined): Styles {
  const styles = new Map<string, Style>();
  let defaultStyle: string | undefined;
  for (const element of part?.root.children ?? []) {
    if (element.name !== 'w:style' || !part) continue;
    const id = attribute(part, element, 'w:styleId');
    if (id === undefined) continue;
    const basedOn = child(element, 'w:basedOn');
    styles.set(id, {
      basedOn: basedOn && attribute(part, basedOn, 'w:val'),
      isHidden: isOn(part, child(child(element, 'w:rPr'), 'w:vanish')),
      number: numberProperties(part, child(element, 'w:pPr')),
    });
    const isDefault = /^(1|true|on)$/.test(attribute(part, element, 'w:default') ?? '');
    if (isDefault && attribute(part, element, 'w:type') === 'paragraph') defaultStyle = id;
  }

  const known = new Map<string, ReturnType<Styles['numberOf']>>();

  /** Walks up the styles that a style is based on, and remembers the answer for each of them. */
  function numberOf(style: string): ReturnType<Styles['numberOf']> {
    const seen = new Set<string>();
    let found: ReturnType<Styles['numberOf']> = {};
    for (let id: string | undefined = style; id !== undefined && !seen.has(id); id = styles.get(id)?.basedOn) {
      const answer = known.get(id);
      const number = styles.get(id)?.number;
      if (answer) found = answer;
      else if (number?.numId !== undefined) found = { ...number, style: id };
      seen.add(id);
      if (answer || found.style !== undefined) break;
    }
    for (const id of seen) known.set(id, found);
    return found;
  }

  const hidden = new Map<string, boolean>();

  return {
    isHidden(style) {
      const seen: string[] = [];
      let answer: boolean | undefined;
      for (let id: string | undefined = style; id !== undefined && answer === undefined; id = styles.get(id)?.basedOn) {
        if (seen.length > styles.size) break;
        seen.push(id);
        answer = hidden.get(id) ?? styles.get(id)?.isHidden;
      }
      for (const id of seen) hidden.set(id, answer ?? false);
      return answer ?? false;
    },
    numberOf(style) {
      const id = style ?? defaultStyle;
      return id === undefined ? {} : numberOf(id);
    },
  };
}
