import type { Found } from '../../lib/document/chunks.ts';
import type { Range } from '../../lib/document/types.ts';
import type { RuleContext } from '../../lib/engine/types.ts';

/** One place where a name or term is written. */
export interface Mention {
  readonly text: string;
  readonly range: Range;
}

/** A mention in a paragraph at its place in the document. */
export const placed = ({ block: { start }, found: { text, range } }: Found<Mention>): Mention => ({
  text,
  range: [range[0] + start, range[1] + start],
});

/** All places where a name is written, whatever stands around it. */
export function placesOf(name: string, text: string): Mention[] {
  const places: Mention[] = [];
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    places.push({ text: name, range: [at, at + name.length] });
  }
  return places;
}

/** Mentions by what is written, in order of their first place. */
export function byText(mentions: readonly Mention[]): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const group = groups.get(mention.text) ?? [];
    group.push(mention);
    groups.set(mention.text, group);
  }
  return groups;
}

interface Report<Message extends string> {
  readonly message: Message;
  readonly severity?: 'hint';
}

/** Reports each place of the rarer form, shows the first of the usual one, and suggests it. */
export function reportRarer<Message extends string>(
  context: RuleContext<Message, 'usual'>,
  usual: readonly Mention[],
  rare: readonly Mention[],
  { message, severity }: Report<Message>,
): void {
  const right = usual[0]!.text;
  for (const { range, text } of rare) {
    context.report({
      range,
      message,
      group: `${text} ${right}`,
      data: { written: text, right, usual: usual.length, rare: rare.length },
      ...(severity && { severity }),
      suggestions: [right],
      related: [{ range: usual[0]!.range, message: 'usual', data: { right } }],
    });
  }
}

const doublings = (text: string) => (text.match(/(.)\1/gu) ?? []).length;

/**
 * The more frequent of two groups first; of two equal ones the one without a character typed twice (园林管理所, 园林林管理所), or
 * else the one that comes first in the text.
 */
export function usualFirst(a: readonly Mention[], b: readonly Mention[]): [readonly Mention[], readonly Mention[]] {
  if (a.length !== b.length) return a.length > b.length ? [a, b] : [b, a];
  const [inA, inB] = [doublings(a[0]!.text), doublings(b[0]!.text)];
  if (inA !== inB) return inA < inB ? [a, b] : [b, a];
  return a[0]!.range[0] <= b[0]!.range[0] ? [a, b] : [b, a];
}
