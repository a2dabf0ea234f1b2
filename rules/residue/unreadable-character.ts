import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** Signs of the Wingdings and Symbol fonts, as word processors hand them over. */
const SYMBOLS: Readonly<Record<string, string>> = {
  '\uf0b7': '·',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf075': '◆',
  '\uf0d8': '➢',
  '\uf0fc': '√',
  '\uf0a7': '▪',
  '\uf0e0': '→',
};
const UNREADABLE =
  /[\ue000-\uf8ff\u{f0000}-\u{10fffd}]+|\ufffd+|(?:锟斤拷)+锟?|(?:烫烫){2,}|(?:屯屯){2,}|ï»¿|â€[œ™“”\u009d]?|Ã[\u0080-\u00bf]/gu;

/** What was meant, where that is known: a sign of a symbol font, or nothing at all. */
function readable(run: string): string | undefined {
  if (/[锟烫屯ï]/.test(run)) return '';
  const signs = [...run].map((character) => SYMBOLS[character]);
  return signs.includes(undefined) ? undefined : signs.join('');
}

/** Characters that no font shows, and text read in the wrong encoding. */
export default defineRule({
  id: 'residue/unreadable-character',
  messages: { unreadable: 'error' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '⟦\uf0b7⟧加强组织领导', right: '·加强组织领导' },
    { wrong: '完成投资⟦��⟧万元', right: '完成投资30万元' },
    { wrong: '⟦锟斤拷锟斤拷⟧述职报告', right: '述职报告' },
    { right: '·加强组织领导，〇、①、㎡均能显示。' },
  ],
  check({ text }, context) {
    for (const { 0: run, index } of allMatches(text, UNREADABLE)) {
      const meant = readable(run);
      context.report({
        range: [index, index + run.length],
        message: 'unreadable',
        ...(meant !== undefined && { suggestions: [meant] }),
      });
    }
  },
});
