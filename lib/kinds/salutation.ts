import { contentOf } from '../document/content.ts';
import { namesAddressee } from '../document/roles.ts';
import type { Block, Document, Role } from '../document/types.ts';

/** Lines below the title that may still stand above the salutation. */
const HEAD_LINES = 6;
const ABOVE_SALUTATION: ReadonlySet<Role> = new Set<Role>([
  'blank',
  'letterhead',
  'document-number',
  'title',
  'byline',
  'contents',
]);
/** Longer than this, it is a sentence of the text. */
const LONGEST = 120;
/** A unit's name in an address line, and what shows that the words say something of it. */
const LONGEST_UNIT = 16;
const SENTENCE = /[了是把被将在的我你他有和与，]/;
/** “办公厅（室）” */
const REMARK = /（[^（）]{1,6}）$/;
const END_MARK = /[。，,.；;！!、]$/;
/** Without any mark behind it, only these words show that somebody is spoken to; “青溪区园林所” may be who wrote. */
const SPOKEN_TO = /^(?:尊敬的|敬爱的|亲爱的|各位?|全体)/;

/** Whether a line would be a salutation if it ended in its colon: “各位领导、同志们。”, “县财政局，”. */
function isUnmarked(block: Block): boolean {
  const words = contentOf(block);
  if (block.paragraph.marker || words.length > LONGEST) return false;
  const bare = words.replace(END_MARK, '');
  if (!namesAddressee(bare.replace(REMARK, '')) || /[。；！？]/.test(bare)) return false;
  return SPOKEN_TO.test(bare) || (bare !== words && bare.length <= LONGEST_UNIT && !SENTENCE.test(bare));
}

/** A salutation right below the title that does not end in its colon. */
export function findUnmarkedSalutation({ salutation, blocks }: Document, title: Block): Block | undefined {
  if (salutation) return undefined;
  const below = blocks.slice(title.index + 1, title.index + 1 + 2 * HEAD_LINES);
  const first = below.find((block) => !ABOVE_SALUTATION.has(block.role) || isUnmarked(block));
  return first && isUnmarked(first) ? first : undefined;
}
