import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

const CHARACTERS: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: '　',
  thinsp: '',
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
  ldquo: '“',
  rdquo: '”',
  lsquo: '‘',
  rsquo: '’',
  mdash: '—',
  ndash: '–',
  hellip: '…',
  middot: '·',
  bull: '•',
  times: '×',
  divide: '÷',
  deg: '°',
  permil: '‰',
  copy: '©',
  reg: '®',
  yen: '¥',
};
const ENTITY = new RegExp(
  `&(?:(${Object.keys(CHARACTERS).join('|')})|#(\\d{2,6})|#x([\\da-f]{2,5}))(?:;|(?![a-z\\d=]))`,
  'gi',
);
const TAG =
  /<!--[\s\S]{0,400}?-->|<\/?(?:p|br|div|span|strong|b|i|em|u|s|font|table|thead|tbody|tr|td|th|ul|ol|li|a|img|h[1-6]|script|style|center|section|article|hr|sup|sub|blockquote|pre|code|o:p|v:\w{1,20}|w:\w{1,20})(?:\s[^<>]{0,400})?\/?>/gi;
const ESCAPE = /(?<=[\p{Script=Han}。；：，！？”）])\\(?:r\\n|[nrt])(?![A-Za-z])/gu;

/** The character an entity stands for; a blank between Chinese characters is nothing. */
function decode(text: string, start: number, [whole, name, decimal, hex]: RegExpMatchArray): string {
  const code = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : undefined;
  const isSafe = code !== undefined && code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  const character = name ? CHARACTERS[name.toLowerCase()]! : isSafe ? String.fromCodePoint(code) : '';
  const isBlank = /^[\s\u00a0]?$/.test(character);
  const touchesLatin =
    /[A-Za-z\d]$/.test(text.slice(0, start)) && /^[A-Za-z\d]/.test(text.slice(start + whole!.length));
  return isBlank ? (touchesLatin ? ' ' : '') : character;
}

/** Entities, tags and escapes that the page a text was copied from used for itself. */
export default defineRule({
  id: 'residue/html',
  messages: { entity: 'error', tag: 'error', escape: 'error' },
  scope: 'paragraph',
  quotedToo: true,
  examples: [
    { wrong: '实施年轻干部能力提升⟦&nbsp;⟧工程。', right: '实施年轻干部能力提升工程。' },
    { wrong: '开展⟦&ldquo;⟧清源⟦&rdquo;⟧行动⟦<br/>⟧，成效明显⟦</p>⟧', right: '开展“清源”行动，成效明显' },
    { wrong: '⟦<span style="color:red">⟧持续深化改革⟦</span>⟧。', right: '持续深化改革。' },
    { right: '研发R&D投入强度达2.8%，A<B时不计分，B>A时加分。' },
    { right: '网址为https://example.com/list?id=1&page=2，请按期填报。' },
    { wrong: '全年新建步道三条。⟦\\n⟧改造公园两座。', right: '全年新建步道三条。改造公园两座。' },
  ],
  check({ text }, context) {
    if (text.includes('&')) {
      for (const match of allMatches(text, ENTITY)) {
        const start = match.index;
        context.report({
          range: [start, start + match[0].length],
          message: 'entity',
          data: { code: match[0] },
          group: match[0],
          fix: decode(text, start, match),
        });
      }
    }
    if (text.includes('<')) {
      for (const { 0: tag, index } of allMatches(text, TAG)) {
        context.report({
          range: [index, index + tag.length],
          message: 'tag',
          data: { code: tag.slice(0, 40) },
          group: 'tag',
          fix: '',
        });
      }
    }
    if (text.includes('\\')) {
      for (const { 0: code, index } of allMatches(text, ESCAPE)) {
        context.report({
          range: [index, index + code.length],
          message: 'escape',
          data: { code },
          group: code,
          suggestions: [''],
        });
      }
    }
  },
});
