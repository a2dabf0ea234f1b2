import { allFound } from '../../lib/document/chunks.ts';
import { allMatches } from '../../lib/document/matches.ts';
import type { Document, Paragraph, Role } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import { byText, type Mention, placed, placesOf, reportRarer, usualFirst } from './_mentions.ts';
import { nearPairs } from './_near.ts';

const UNIT =
  '(?:人民政府|政府|委员会|办公室|办事处|街道办|管委会|管理局|监督局|建设局|局|厅|委|部|院|公司|集团|中心|协会|学会|联合会|学校|大学|学院|小学|中学|医院|支队|大队|总队|所|站|合作社|党委|党组|支部)';
/** A unit's name on a line of its own, or before 文件, 关于 or a colon: its borders are certain. */
const WHOLE_LINE = new RegExp(`^[\\s\\u3000]*(\\p{Script=Han}{4,24}${UNIT})(?:文件)?[\\s\\u3000]*$`, 'u');
const OF_TITLE = new RegExp(`^[\\s\\u3000]*(\\p{Script=Han}{4,24}?${UNIT})(?:关于|(?:19|20)\\d{2}年)`, 'u');
/** Lines of a document that name its unit in full. */
const NAMING: ReadonlySet<Role> = new Set<Role>(['letterhead', 'title', 'byline', 'signature']);
/** Shortest name (UTF-16 units) that is recognised with one character more, less or changed. */
const SHORTEST = 6;

const nameOf = perParagraph(({ text }: Paragraph): string | undefined => {
  const name = (WHOLE_LINE.exec(text) ?? OF_TITLE.exec(text))?.[1];
  return name && name.length >= SHORTEST ? name : undefined;
});

/** Characters whose change makes another unit: first and second, east and west, town and village. */
const TELLING = /[一二三四五六七八九十百东西南北中上下前后左右大小新老省市县区镇乡村州盟旗甲乙丙丁]/;
const LINK = /^[和与及、]?$/;

/** How much two names share at the start and at the end, and what stands between in each. */
function compareNames(a: string, b: string): { start: number; end: number; restA: string; restB: string } {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const restA = a.slice(start, a.length - end);
  const restB = b.slice(start, b.length - end);
  return { start, end, restA, restB };
}

function isSameUnit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 2) return false;
  const { start, end, restA, restB } = compareNames(a, b);
  const isWord = restA.length + restB.length === 2 && (restA === '' || restB === '') && start > 2;
  if (((restA.length > 1 || restB.length > 1) && !isWord) || start === 0 || end === 0) return false;
  return (LINK.test(restA) && LINK.test(restB)) || !TELLING.test(restA + restB);
}

/** By how many characters a name may be longer or shorter. */
const CHANGES = [0, -1, 1, -2, 2];

/** Stretches that share one half with the name and are a character or a short word off. */
function nearNames(name: string, text: string): Mention[] {
  const middle = name.length >> 1;
  const found = new Map<number, Mention>();
  const add = (start: number, length: number) => {
    const written = text.slice(start, start + length);
    if (start >= 0 && !found.has(start) && isSameUnit(written, name)) {
      found.set(start, { text: written, range: [start, start + length] });
    }
  };
  for (const {
    range: [at],
  } of placesOf(name.slice(0, middle), text)) {
    for (const change of CHANGES) add(at, name.length + change);
  }
  for (const {
    range: [, end],
  } of placesOf(name.slice(middle), text)) {
    for (const change of CHANGES) add(end - name.length - change, name.length + change);
  }
  return [...found.values()].filter(({ range, text: written }) => {
    const around = text.slice(Math.max(0, range[0] - 1), range[1] + 1);
    return !around.includes(name) && !/[，。；：\s]/.test(written);
  });
}

function namesIn({ blocks }: Document): string[] {
  const head = blocks.filter(({ role }) => NAMING.has(role));
  return [...new Set(head.flatMap(({ paragraph }) => nameOf(paragraph) ?? []))].slice(0, 12);
}

/** Roles of the lines at the head that name the unit a document is from. */
const HEAD: ReadonlySet<Role> = new Set<Role>(['letterhead', 'title', 'byline']);

/**
 * The unit in the title and the one that signs, where they differ in the first character alone: “栗川县人民医院” and
 * “粟川县人民医院”. In running text these may well be two, but one document is from one unit.
 */
function signedOtherwise({ blocks }: Document): readonly [title: string, signature: string] | undefined {
  const namesOf = (isOne: (role: Role) => boolean) => [
    ...new Set(blocks.filter(({ role }) => isOne(role)).flatMap(({ paragraph }) => nameOf(paragraph) ?? [])),
  ];
  const [title, ...others] = namesOf((role) => HEAD.has(role));
  const [signature, ...more] = namesOf((role) => role === 'signature');
  if (!title || !signature || others.length + more.length > 0 || title === signature) return undefined;
  const differsAtStart = title.slice(1) === signature.slice(1) && !TELLING.test(title[0]! + signature[0]!);
  return differsAtStart ? [title, signature] : undefined;
}

const TITLE = /《([^《》\n]{6,60})》/g;
const titlesIn = allFound(({ text }): readonly Mention[] =>
  allMatches(text, TITLE).map(({ 1: title, index }) => ({
    text: title!,
    range: [index + 1, index + 1 + title!.length] as const,
  })),
);
/** Years, numbers and kinds in which documents of a series differ. */
const TITLE_TELLING =
  /[\d一二三四五六七八九十上下省市县区镇乡村甲乙丙丁（）不非]|实施|修订|修正|补充|暂行|试行|条例|办法|规定|细则|意见|方案|通知/;

function isSameTitle(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 2 || Math.min(a.length, b.length) < 8) return false;
  const { start, end, restA, restB } = compareNames(a, b);
  return restA.length <= 2 && restB.length <= 2 && start > 1 && end > 1 && !TITLE_TELLING.test(restA + restB);
}

/** One institution or document under two names. */
export default defineRule({
  id: 'consistency/organisation-name',
  messages: { unit: 'warning', title: 'warning' },
  notes: ['usual'],
  scope: 'document',
  quotedToo: true,
  examples: [
    {
      wrong:
        '望江区住房和城乡建设局文件\n望江区住房和城乡建设局关于开展检查的通知\n现将有关事项通知如下。\n⟦望江区住房与城乡建设局⟧',
      right:
        '望江区住房和城乡建设局文件\n望江区住房和城乡建设局关于开展检查的通知\n现将有关事项通知如下。\n望江区住房和城乡建设局',
    },
    {
      wrong:
        '印发《望江区质量强区三年行动方案》。\n落实《望江区质量强区三年行动方案》。\n对照《⟦望江区质量强区三年工作方案⟧》检查。',
      right:
        '印发《望江区质量强区三年行动方案》。\n落实《望江区质量强区三年行动方案》。\n对照《望江区质量强区三年行动方案》检查。',
    },
    {
      wrong:
        '芦溪县园林管理所2024年工作总结\n一年来，新建步道三条。\n人手偏紧。\n特此报告。\n⟦庐溪县园林管理所⟧\n2025年1月8日',
      right:
        '芦溪县园林管理所2024年工作总结\n一年来，新建步道三条。\n人手偏紧。\n特此报告。\n芦溪县园林管理所\n2025年1月8日',
    },
    {
      right:
        '芦溪县园林管理所2024年工作总结\n一年来，新建步道三条，与庐溪县园林管理所结对。\n特此报告。\n芦溪县园林管理所\n2025年1月8日',
    },
    {
      right:
        '芦溪县园林管理所关于共建绿道的函\n拟共建绿道一条。\n特此报告。\n芦溪县园林管理所\n庐溪县园林管理所\n2025年1月8日',
    },
    {
      right: '上溪县园林管理所关于绿道的函\n绿道已建。\n特此报告。\n下溪县园林管理所\n2025年1月8日',
    },
    { right: '望江区第一中心小学关于开学的通知\n望江区第二中心小学参加。\n望江区第一中心小学' },
    { right: '印发《2023年度青溪镇工作方案》和《2024年度青溪镇工作方案》。' },
  ],
  check(document, context) {
    const { text } = document;
    for (const name of namesIn(document)) {
      const same = placesOf(name, text);
      for (const near of byText(nearNames(name, text)).values()) {
        if (usualFirst(same, near)[0] === same) reportRarer(context, same, near, { message: 'unit' });
      }
    }
    const signed = signedOtherwise(document);
    if (signed) {
      const [usual, rare] = usualFirst(placesOf(signed[0], text), placesOf(signed[1], text));
      reportRarer(context, usual, rare, { message: 'unit' });
    }
    const titles = byText(titlesIn(document).map(placed));
    for (const [a, b] of nearPairs(titles.keys())) {
      if (!isSameTitle(a, b)) continue;
      const [usual, rare] = usualFirst(titles.get(a)!, titles.get(b)!);
      const severity = usual.length > rare.length ? {} : ({ severity: 'hint' } as const);
      reportRarer(context, usual, rare, { message: 'title', ...severity });
    }
  },
});
