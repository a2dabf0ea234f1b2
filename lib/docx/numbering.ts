/**
 * The numbers that Word writes before paragraphs by itself, computed as text: “（一）”, “第三条”, “2.1”. Counters belong to
 * the abstract definition, so that lists which share one count on; ECMA-376 17.9 and docx4j's model of it.
 */
import { formatNumber } from './number-format.ts';
import { integerOf, isOn, type NumberProperties, type Styles } from './styles.ts';
import { attribute, child, descendants, type XmlElement, type XmlPart } from './xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** Figures of a format of its own that pads: 3 for “001, 002”. */
  readonly width: number;
  /** “（%1）”. */
  readonly text: string;
  /** Whether all numbers of the label are decimal. */
  readonly isLegal: boolean;
  /** Restarts when a level below this number is used, counted from 0; Infinity: any higher one. */
  readonly restart: number;
  readonly hasBlank: boolean;
  readonly isHidden: boolean;
  readonly style: string | undefined;
}

interface AbstractNumber {
  readonly levels: ReadonlyMap<number, Level>;
  /** The numbering style in which its levels really stand. */
  readonly link: string | undefined;
}

interface NumberInstance {
  readonly abstract: number;
  readonly levels: ReadonlyMap<number, Level>;
  readonly starts: ReadonlyMap<number, number>;
}

const MOST_LEVELS = 9;
/** Longer, no honest label is written. */
const LONGEST_LABEL = 100;

const valOf = (part: XmlPart, parent: XmlElement, name: string): string | undefined => {
  const element = child(parent, name);
  return element && attribute(part, element, 'w:val');
};

/** Format and padding. A format of one's own stands in an alternative, with a plain one for programs that do not know it. */
function formatOf(part: XmlPart, level: XmlElement): Pick<Level, 'format' | 'width'> {
  for (const element of descendants(level, 'w:numFmt')) {
    const format = attribute(part, element, 'w:val') ?? 'decimal';
    if (format !== 'custom') return { format, width: 0 };
    const first = /^0{0,8}1(?=,|$)/.exec(attribute(part, element, 'w:format') ?? '');
    if (first) return { format: 'decimal', width: first[0].length };
  }
  return { format: 'decimal', width: 0 };
}

function readLevel(part: XmlPart, element: XmlElement): Level {
  const restart = integerOf(part, element, 'w:lvlRestart');
  return {
    start: integerOf(part, element, 'w:start') ?? 0,
    ...formatOf(part, element),
    text: (valOf(part, element, 'w:lvlText') ?? '').slice(0, LONGEST_LABEL),
    isLegal: isOn(part, child(element, 'w:isLgl')) ?? false,
    restart: restart ?? Number.POSITIVE_INFINITY,
    hasBlank: valOf(part, element, 'w:suff') !== 'nothing',
    isHidden: isOn(part, child(child(element, 'w:rPr'), 'w:vanish')) ?? false,
    style: valOf(part, element, 'w:pStyle'),
  };
}

const levelIndex = (part: XmlPart, element: XmlElement): number => Number(attribute(part, element, 'w:ilvl'));

function readLevels(part: XmlPart, parent: XmlElement): Map<number, Level> {
  const levels = new Map<number, Level>();
  for (const element of parent.children) {
    const index = element.name === 'w:lvl' ? levelIndex(part, element) : MOST_LEVELS;
    if (index < MOST_LEVELS) levels.set(index, readLevel(part, element));
  }
  return levels;
}

function readInstance(part: XmlPart, element: XmlElement): NumberInstance {
  const levels = new Map<number, Level>();
  const starts = new Map<number, number>();
  for (const override of element.children) {
    if (override.name !== 'w:lvlOverride') continue;
    const index = levelIndex(part, override);
    const level = child(override, 'w:lvl');
    if (level) levels.set(index, readLevel(part, level));
    const start = integerOf(part, override, 'w:startOverride');
    if (start !== undefined) starts.set(index, start);
  }
  return { abstract: integerOf(part, element, 'w:abstractNumId') ?? -1, levels, starts };
}

/** A blank stands behind a label that would otherwise run into the text: “第一章 总则”, “1.1 目标”, “1. 2024年”. */
const runsInto = (label: string, text: string): boolean =>
  /[\p{L}\p{Nd}]$/u.test(label) || (label.endsWith('.') && /^[0-9]/.test(text));

/** The lists of one story, counted from its first paragraph to its last. */
export interface NumberCounters {
  /** The label of the next paragraph, '' for one without; asked for each paragraph once, in their order. */
  next(properties: NumberProperties, style: string | undefined, text: string): string;
}

/** Reads the definitions; each story counts by itself. */
export function readNumbering(part: XmlPart | undefined, styles: Styles): { counters(): NumberCounters } {
  const abstracts = new Map<number, AbstractNumber>();
  const instances = new Map<number, NumberInstance>();
  for (const element of part?.root.children ?? []) {
    if (!part) break;
    if (element.name === 'w:abstractNum') {
      const levels = readLevels(part, element);
      const id = Number(attribute(part, element, 'w:abstractNumId'));
      abstracts.set(id, { levels, link: valOf(part, element, 'w:numStyleLink') });
    } else if (element.name === 'w:num') {
      instances.set(Number(attribute(part, element, 'w:numId')), readInstance(part, element));
    }
  }

  /** The abstract definition of an instance, through the numbering style that it may refer to. */
  function abstractOf(instance: NumberInstance): number {
    const link = abstracts.get(instance.abstract)?.link;
    const linked = link === undefined ? undefined : instances.get(styles.numberOf(link).numId ?? 0);
    return linked && abstracts.get(linked.abstract)?.levels.size ? linked.abstract : instance.abstract;
  }

  function counters(): NumberCounters {
    /** By abstract definition, the number that each level stands at. */
    const values = new Map<number, (number | undefined)[]>();
    const started = new Set<string>();

    function count(
      numId: number,
      index: number,
      levelOf: (index: number) => Level | undefined,
    ): (number | undefined)[] {
      const instance = instances.get(numId)!;
      const abstract = abstractOf(instance);
      const current = values.get(abstract) ?? [];
      values.set(abstract, current);
      const key = `${numId} ${index}`;
      const override = started.has(key) ? undefined : instance.starts.get(index);
      started.add(key);
      const before = current[index];
      current[index] = override ?? (before === undefined ? levelOf(index)!.start : before + 1);
      for (let deeper = index + 1; deeper < MOST_LEVELS; deeper++) {
        if (index < (levelOf(deeper)?.restart ?? 0)) current[deeper] = undefined;
      }
      return current;
    }

    return {
      next(properties, style, text) {
        const ofStyle = styles.numberOf(style);
        const numId = properties.numId ?? ofStyle.numId;
        const instance = numId === undefined ? undefined : instances.get(numId);
        if (numId === undefined || !instance) return '';
        const { levels } = abstracts.get(abstractOf(instance)) ?? { levels: new Map<number, Level>() };
        const levelOf = (index: number) => instance.levels.get(index) ?? levels.get(index);
        const bound = [...levels].find(([, level]) => level.style !== undefined && level.style === ofStyle.style)?.[0];
        const index = properties.level ?? bound ?? ofStyle.level ?? 0;
        const level = levelOf(index);
        if (!level) return '';
        const current = count(numId, index, levelOf);
        if (level.isHidden || level.format === 'bullet') return '';
        const label = level.text.replace(/%([1-9])/g, (_, digit: string) => {
          const shown = levelOf(Number(digit) - 1);
          const value = current[Number(digit) - 1] ?? shown?.start ?? 1;
          const format = level.isLegal ? 'decimal' : (shown?.format ?? 'decimal');
          return formatNumber(value, format).padStart(shown?.width ?? 0, '0');
        });
        return level.hasBlank && runsInto(label, text) ? `${label} ` : label;
      },
    };
  }

  return { counters };
}
