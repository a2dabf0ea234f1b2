import type { Rule } from '../../lib/engine/types.ts';
import advertisement from './advertisement.ts';
import blankLines from './blank-lines.ts';
import brokenLine from './broken-line.ts';
import chatRemnant from './chat-remnant.ts';
import citationMark from './citation-mark.ts';
import compatibilityForm from './compatibility-form.ts';
import contentsLeader from './contents-leader.ts';
import html from './html.ts';
import invisibleCharacter from './invisible-character.ts';
import markdown from './markdown.ts';
import noBreakSpace from './no-break-space.ts';
import pageFurniture from './page-furniture.ts';
import splitWord from './split-word.ts';
import templateNote from './template-note.ts';
import unreadableCharacter from './unreadable-character.ts';

export default [
  advertisement,
  templateNote,
  chatRemnant,
  citationMark,
  brokenLine,
  splitWord,
  pageFurniture,
  contentsLeader,
  html,
  markdown,
  unreadableCharacter,
  compatibilityForm,
  invisibleCharacter,
  noBreakSpace,
  blankLines,
] satisfies Rule[];
