import type { Obstacle } from './types.ts';
import { attribute, child, type XmlElement, type XmlPart } from './xml.ts';

/** Why a content control's content cannot be edited. */
export function controlLock(part: XmlPart, control: XmlElement): Obstacle | undefined {
  const properties = child(control, 'w:sdtPr');
  if (!properties) return undefined;
  const lock = child(properties, 'w:lock');
  if (lock && /contentLocked/i.test(attribute(part, lock, 'w:val') ?? '')) return 'control';
  const isComputed = properties.children.some(({ name }) =>
    /^(?:w:dataBinding|w15:dataBinding|w:dropDownList|w:comboBox|w:date|w14:checkbox|w:showingPlcHdr)$/.test(name),
  );
  return isComputed ? 'control' : undefined;
}
