import type { Block, Paragraph, Range } from '../../lib/document/types.ts';
import { defineRule, perParagraph } from '../../lib/engine/rule.ts';
import type { Problem } from '../../lib/engine/types.ts';
import { HAN } from '../../lib/vocabulary/characters.ts';
import { type PairKind, type PairsOfKind, pairsOf, QUOTE, ROUND, SINGLE_QUOTE, TITLE } from './_marks.ts';
import { isDoubled, type PairedMark } from './_pairs.ts';
import { endsOfQuotation, endsOfTitle, startsOfQuotation, startsOfTitle } from './_quotable.ts';

const MESSAGES = {
  turned: 'error',
  'turned-between': 'error',
  doubled: 'error',
  'pair-turned': 'error',
  mixed: 'error',
  'no-close': 'error',
  'no-open': 'error',
  mismatched: 'error',
} as const;

type Found = Problem<keyof typeof MESSAGES, 'insert' | 'delete'>;

/** A pair turned as a whole is shown as one up to this width (UTF-16 units). */
const SHOWN_WHOLE = 40;

const isTurned = (mark: PairedMark) => mark.written !== 'either' && mark.written !== mark.meant;
const rangeOf = ({ at }: PairedMark): Range => [at, at + 1];
const rightHalf = (kind: PairKind, { meant }: PairedMark) => (meant === 'open' ? kind.open : kind.close);

function turnedProblems({ kind, marks }: PairsOfKind, text: string): Found[] {
  const group = `turned ${kind.open}`;
  return marks.flatMap((mark, index): Found[] => {
    if (!isTurned(mark)) return [];
    const between = betweenPairs(marks, index);
    if (between === 'second') return [];
    if (between === 'first') {
      const next = marks[index + 1]!;
      const inner = text.slice(mark.at + 1, next.at);
      const suggestions = [kind.close + inner + kind.open];
      if (kind === QUOTE) suggestions.push(SINGLE_QUOTE.open + inner + SINGLE_QUOTE.close);
      return [
        { range: [mark.at, next.at + 1], message: 'turned-between', data: { right: suggestions[0]! }, suggestions },
      ];
    }
    const partner = mark.partner === undefined ? undefined : marks[mark.partner]!;
    const whole = partner && isTurned(partner) && Math.abs(partner.at - mark.at) < SHOWN_WHOLE;
    if (!whole) {
      const fix = rightHalf(kind, mark);
      return [{ range: rangeOf(mark), message: 'turned', data: { mark: text[mark.at]!, right: fix }, group, fix }];
    }
    if (mark.meant === 'close') return [];
    const fix = kind.open + text.slice(mark.at + 1, partner.at) + kind.close;
    return [{ range: [mark.at, partner.at + 1], message: 'pair-turned', data: { right: fix }, group, fix }];
  });
}

/**
 * “甲“与”乙”: the second half of one pair and the first of the next are turned. It might be a pair within a pair as well,
 * so both are offered.
 */
function betweenPairs(marks: readonly PairedMark[], index: number): 'first' | 'second' | undefined {
  const closes = (at: number) => marks[at]?.meant === 'close' && isTurned(marks[at]) && !isTurned(marks[at - 1]!);
  const opens = (at: number) => marks[at]?.meant === 'open' && isTurned(marks[at]) && !isTurned(marks[at + 1]!);
  const meet = (at: number) =>
    closes(at) && opens(at + 1) && marks[at]!.partner === at - 1 && marks[at + 1]!.partner === at + 2;
  if (meet(index)) return 'first';
  return meet(index - 1) ? 'second' : undefined;
}

/** ““…”” and half of it. */
function doubledProblems({ kind, marks }: PairsOfKind, text: string): Found[] {
  return marks.flatMap((mark, index): Found[] => {
    // [[…]] and ((…)) are signs of other languages.
    if (mark.meant !== 'open' || !isDoubled(marks, index) || text.charCodeAt(mark.at) < 128) return [];
    const end = marks[mark.partner!]!.at + 1;
    const fix = text.slice(mark.at, end);
    const data = { marks: kind.open + kind.open, mark: kind.open };
    return [{ range: [mark.at - 1, end + 1], message: 'doubled', data, group: `doubled ${kind.open}`, fix }];
  });
}

/** “（台、套)”: the halves differ in width. */
function mixedProblems({ kind, marks }: PairsOfKind, text: string): Found[] {
  if (kind !== ROUND) return [];
  return marks.flatMap((mark): Found[] => {
    const partner = mark.partner === undefined ? undefined : text[marks[mark.partner]!.at]!;
    const written = text[mark.at]!;
    if (partner === undefined || !/[()]/.test(written) || !/[（）]/.test(partner)) return [];
    const fix = rightHalf(kind, mark);
    return [{ range: rangeOf(mark), message: 'mixed', data: { mark: written, right: fix }, fix }];
  });
}

interface Lone {
  readonly kind: PairKind;
  readonly mark: PairedMark;
  /** Its like stands beside it, and is not alone. */
  readonly isDoubled: boolean;
}

/** Halves of different kinds that meet: 《条例〉, （2024】, “条例》. */
function mismatched(open: Lone | undefined, close: Lone | undefined): boolean {
  return (
    open !== undefined &&
    close !== undefined &&
    open.mark.meant === 'open' &&
    close.mark.meant === 'close' &&
    open.kind !== close.kind &&
    close.mark.at - open.mark.at <= SHOWN_WHOLE
  );
}

function insertions(text: string, { kind, mark }: Lone): number[] {
  if (mark.meant === 'open') {
    if (kind === TITLE) return endsOfTitle(text, mark.at + 1);
    return kind === QUOTE ? endsOfQuotation(text, mark.at + 1) : [];
  }
  if (kind === TITLE) return startsOfTitle(text, mark.at);
  return kind === QUOTE ? startsOfQuotation(text, mark.at) : [];
}

/** A quotation of several paragraphs opens each of them and closes only the last. */
const opensParagraph = ({ content }: Paragraph, { mark }: Lone) => mark.meant === 'open' && mark.at === content[0];
/** “将第三百零三条修改为：“以营利为目的……”: a quotation behind a colon may run on through the next paragraphs. */
const opensAfterColon = ({ text }: Paragraph, { kind, mark }: Lone) =>
  kind === QUOTE && mark.meant === 'open' && /[：:]\s*$/.test(text.slice(Math.max(0, mark.at - 3), mark.at));
const closesParagraph = ({ content }: Paragraph, { mark }: Lone) =>
  mark.meant === 'close' && mark.at === content[1] - 1;

/** The other half may well stand in a paragraph that was left out of the text. */
const mayBeElsewhere = (paragraph: Paragraph, lone: Lone) =>
  lone.kind !== TITLE && (opensParagraph(paragraph, lone) || closesParagraph(paragraph, lone));

/** Whether no bracket opens or closes between the mark and a place without its partner: a pair must not cut another. */
function isBalanced(text: string, { at }: PairedMark, place: number): boolean {
  let depth = 0;
  for (const character of at < place ? text.slice(at + 1, place) : text.slice(place, at)) {
    if (/[（《〈【〔]/.test(character)) depth++;
    else if (/[）》〉】〕]/.test(character) && --depth < 0) return false;
  }
  return depth === 0;
}

/** Takes a lone mark out, and of two other marks that then meet the second. */
function deletion(text: string, { at }: PairedMark): string | NonNullable<Found['suggestions']>[number] {
  const isBetweenMarks = [text[at - 1], text[at + 1]].every(
    (mark) => mark !== undefined && /[，、；：。！？]/.test(mark),
  );
  if (!isBetweenMarks) return '';
  const range: Range = [at, at + 2];
  return { message: 'delete', data: { marks: text.slice(...range) }, fix: { range, text: '' } };
}

function loneProblem(paragraph: Paragraph, lone: Lone): Found {
  const { text } = paragraph;
  const { kind, mark } = lone;
  const written = text[mark.at]!;
  if (lone.isDoubled) {
    const data = { marks: written + written, mark: written };
    return { range: rangeOf(mark), message: 'doubled', data, group: `doubled ${written}`, suggestions: [''] };
  }
  const missing = mark.meant === 'open' ? kind.close : kind.open;
  return {
    range: rangeOf(mark),
    message: mark.meant === 'open' ? 'no-close' : 'no-open',
    data: { mark: written, missing },
    ...(opensAfterColon(paragraph, lone) && { severity: 'warning' as const }),
    ...(mayBeElsewhere(paragraph, lone) && { severity: 'hint' as const }),
    suggestions: [
      ...insertions(text, lone)
        .filter((at) => isBalanced(text, mark, at))
        .map((at) => ({
          message: 'insert' as const,
          data: {
            right: mark.meant === 'open' ? text.slice(mark.at, at) + missing : missing + text.slice(at, mark.at + 1),
          },
          fix: { range: [at, at] as const, text: missing },
        })),
      deletion(text, mark),
    ],
  };
}

/** Whether the mark before or behind, written the same and straight beside it, is there by right; or comes before, alone too. */
function hasLike(text: string, marks: readonly PairedMark[], index: number, step: 1 | -1): boolean {
  const [mark, other] = [marks[index]!, marks[index + step]];
  if (other?.at !== mark.at + step || text[other.at] !== text[mark.at]) return false;
  return step === -1 || other.partner !== undefined;
}

function loneMarks({ text }: Paragraph, pairs: readonly PairsOfKind[]): Lone[] {
  return (
    pairs
      .flatMap(({ kind, marks }) =>
        marks.flatMap((mark, index) => {
          if (mark.partner !== undefined || isTurned(mark)) return [];
          const isDoubled = hasLike(text, marks, index, -1) || hasLike(text, marks, index, 1);
          return [{ kind, mark, isDoubled }];
        }),
      )
      // “’99世博会”: a year cut short.
      .filter(({ mark }) => !(text[mark.at] === '’' && /^\d{2}(?!\d)/.test(text.slice(mark.at + 1, mark.at + 4))))
      .filter(
        ({ mark }) => text.charCodeAt(mark.at) > 127 || HAN.test(text.slice(Math.max(0, mark.at - 1), mark.at + 2)),
      )
      .sort((a, b) => a.mark.at - b.mark.at)
  );
}

interface Faults {
  readonly within: readonly Found[];
  readonly lone: readonly Lone[];
}

/** What a paragraph shows by itself, and the halves whose partner may stand in a neighbouring one. */
const faultsOf = perParagraph((paragraph: Paragraph): Faults => {
  const { text } = paragraph;
  const pairs = pairsOf(paragraph);
  const within = pairs.flatMap((ofKind) => [
    ...turnedProblems(ofKind, text),
    ...doubledProblems(ofKind, text),
    ...mixedProblems(ofKind, text),
  ]);
  const lone: Lone[] = [];
  const all = loneMarks(paragraph, pairs);
  for (let index = 0; index < all.length; index++) {
    const one = all[index]!;
    const next = all[index + 1];
    if (!mismatched(one, next)) {
      lone.push(one);
      continue;
    }
    index++;
    const inner = text.slice(one.mark.at + 1, next!.mark.at);
    within.push({
      range: [one.mark.at, next!.mark.at + 1],
      message: 'mismatched',
      data: { open: one.kind.open, close: next!.kind.close },
      suggestions: [one.kind.open + inner + one.kind.close, next!.kind.open + inner + next!.kind.close],
    });
  }
  return { within, lone };
});

/** Halves this many blocks apart may still belong together: a title broken over lines, a bracket around a few lines. */
const NEAR = 3;
const LONGEST_QUOTATION = 40;

type PlacedLone = Lone & { readonly block: Block };

/** Whether the next paragraph opens with a quotation mark too, so that both are parts of one quotation. */
function isContinued(block: Block, blocks: readonly Block[]): boolean {
  const next = blocks.slice(block.index + 1, block.index + 1 + NEAR).find(({ role }) => role !== 'blank');
  return next !== undefined && next.paragraph.text[next.paragraph.content[0]] === QUOTE.open;
}

/** Leaves out halves that find their partner in a following paragraph. */
function withoutPartner(found: readonly PlacedLone[], blocks: readonly Block[]): PlacedLone[] {
  const alone = new Set(found);
  const open = new Map<PairKind, PlacedLone>();
  for (const half of found) {
    const before = open.get(half.kind);
    const distance = before ? half.block.index - before.block.index : 0;
    const continues =
      before !== undefined &&
      half.kind === QUOTE &&
      (opensParagraph(before.block.paragraph, before) || opensAfterColon(before.block.paragraph, before));
    const belongs = before !== undefined && distance > 0 && distance <= (continues ? LONGEST_QUOTATION : NEAR);
    if (half.mark.meant === 'close') {
      if (belongs) {
        alone.delete(half);
        alone.delete(before);
      }
      open.delete(half.kind);
    } else {
      if (half.kind === QUOTE && opensParagraph(half.block.paragraph, half) && isContinued(half.block, blocks)) {
        alone.delete(half);
      }
      open.set(half.kind, half);
    }
  }
  return [...alone];
}

const shift = (problem: Found, by: number): Found => ({
  ...problem,
  range: [problem.range[0] + by, problem.range[1] + by],
  ...(problem.suggestions && {
    suggestions: problem.suggestions.map((suggestion) =>
      typeof suggestion === 'string'
        ? suggestion
        : {
            ...suggestion,
            fix: { ...suggestion.fix, range: [suggestion.fix.range[0] + by, suggestion.fix.range[1] + by] as const },
          },
    ),
  }),
});

/** A text with more lone halves than this is no prose; the first ones will do. */
const MOST = 100;

/** Quotation marks, brackets and title marks that are turned, of two kinds, or without their other half. */
export default defineRule({
  id: 'punctuation/unpaired-mark',
  messages: MESSAGES,
  notes: ['insert', 'delete'],
  basis: 'GB/T 15834—2011 4.8、4.9、4.15',
  scope: 'document',
  quotedToo: true,
  examples: [
    { wrong: '树立“开门办事⟦“理念，推行”⟧一窗受理”模式。', right: '树立“开门办事”理念，推行“一窗受理”模式。' },
    { wrong: '抓实⟦““三会一课””⟧制度。', right: '抓实“三会一课”制度。' },
    { wrong: '学习《安全生产法》⟦》⟧和配套规定。', right: '学习《安全生产法》和配套规定。' },
    {
      wrong: '抓实⟦”三会一课“⟧制度，推行⟦”一窗受理“⟧模式，办好⟦”一件事“⟧。',
      right: '抓实“三会一课”制度，推行“一窗受理”模式，办好“一件事”。',
    },
    {
      wrong: '印发⟦《2031年方案〉⟧和⟦《2032年方案〉⟧。',
      right: '印发《2031年方案》和《2032年方案》。',
    },
    { wrong: '建立台账，⟦”⟧，逐项登记。', right: '建立台账，逐项登记。' },
    { right: '他说：“他们讲‘不要怕，有我在’，我记住了。”' },
    { wrong: '规范开展⟦”三会一课“⟧活动。', right: '规范开展“三会一课”活动。' },
    { wrong: '抓好“三农⟦“⟧工作，办好“一件事”。', right: '抓好“三农”工作，办好“一件事”。' },
    { wrong: '推进⟦“⟧双随机、一公开监管，抽查企业53户。', right: '推进“双随机、一公开”监管，抽查企业53户。' },
    { wrong: '落实三重一大⟦”⟧决策制度。', right: '落实“三重一大”决策制度。' },
    { wrong: '认真贯彻⟦《⟧信访工作条例，办结信访件12件。', right: '认真贯彻《信访工作条例》，办结信访件12件。' },
    { wrong: '认真学习安全生产法⟦》⟧和配套规定。' },
    { wrong: '检修电梯46台（套⟦)⟧，更换部件。', right: '检修电梯46台（套），更换部件。' },
    { wrong: '印发⟦《青溪镇防汛方案〉⟧。', right: '印发《青溪镇防汛方案》。' },
    { wrong: '新建站点12个⟦（⟧其中镇级2个，已全部投用。' },
    { right: '1）统一思想；2）压实责任；（3）严格考核。' },
    { right: '他问：“《条例》里说的‘重大隐患’（见第三条）怎么认定？”' },
    { right: 'It’s a test，it isn’t hard.' },
    {
      right:
        '一、将第八条修改为：“应当按时报送材料。\n材料不全的，一次告知。\n逾期不报的，予以通报。”\n二、删去第九条。',
    },
    { right: '办好中国’99花卉博览会。' },
    { right: '“现将有关情况通报如下：\n“一、按时报送材料。\n“二、严格审核把关。”' },
    { right: '青溪镇人民政府关于印发《青溪镇\n防汛方案》的通知' },
    { right: '（一）坚持“两手抓”。抓好“菜篮子”“米袋子”，用好110、120两个平台（含分台）。' },
  ],
  check({ blocks }, context) {
    const lone: PlacedLone[] = [];
    for (const block of blocks) {
      const faults = faultsOf(block.paragraph);
      for (const problem of faults.within) context.report(shift(problem, block.start));
      for (const half of faults.lone) lone.push({ ...half, block });
    }
    for (const half of withoutPartner(lone, blocks).slice(0, MOST)) {
      context.report(shift(loneProblem(half.block.paragraph, half), half.block.start));
    }
  },
});
