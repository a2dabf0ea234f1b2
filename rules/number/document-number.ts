import { allMatches } from '../../lib/document/matches.ts';
import { defineRule } from '../../lib/engine/rule.ts';

/** The year of a 发文字号 in any brackets, and its running number. */
const NUMBER =
  /(?<=[\p{Script=Han}A-Za-z])([〔﹝〕［[(（【〖「『<＜〈])\s?((?:19|20)?\d{2})\s?([〕﹞〔］\])）】〗」』>＞〉])\s?(第)?(\d{1,5})(?=号)/gu;
/** Words before a bracket that show that it holds no year of a document. */
const NOT_ISSUER = /(?:[民刑行执初终]|[证准许用登备械]字|民.字|刑.字|行.字|执.?字)$/;

/** 清住建〔2024〕37号: turtle-shell brackets, all four digits, no 第, no leading zero. */
export default defineRule({
  id: 'number/document-number',
  messages: { brackets: 'error', number: 'error' },
  scope: 'paragraph',
  basis: 'GB/T 9704—2012 7.2.5',
  quotedToo: true,
  examples: [
    { wrong: '清园发⟦[2024]⟧37号', right: '清园发〔2024〕37号' },
    { wrong: '按照清园发⟦（2024）第05⟧号文件要求', right: '按照清园发〔2024〕5号文件要求' },
    { wrong: '清园发⟦【2024】⟧37号', right: '清园发〔2024〕37号' },
    { wrong: '清园发〔2024〕⟦第⟧3号', right: '清园发〔2024〕3号' },
    { wrong: '清园发〔2024〕⟦0⟧3号', right: '清园发〔2024〕3号' },
    { wrong: '清园政字⟦[2024]⟧8号', right: '清园政字〔2024〕8号' },
    { wrong: '清园办字〔2024〕⟦第⟧8号', right: '清园办字〔2024〕8号' },
    { wrong: '清园函⟦〔24〕⟧36号', right: '清园函〔2024〕36号' },
    { right: '卫消证字（2024）第0012号，（2014）青民一终字第8号' },
    { right: '清园发〔2024〕37号，（2024）青01民初8号' },
    { right: '住在花园路（2024）37幢3号' },
  ],
  check({ text }, context) {
    if (!text.includes('号')) return;
    for (const match of allMatches(text, NUMBER)) {
      const [whole, open, year, close, ordinal = '', number] = match;
      if (NOT_ISSUER.test(text.slice(Math.max(0, match.index - 2), match.index))) continue;
      const right = number!.replace(/^0+(?=\d)/, '');
      const brackets = open === '〔' && close === '〕' && year!.length === 4;
      const fullYear = year!.length === 4 ? year! : `20${year}`;
      const zeros = number!.length - right.length;
      if (brackets && ordinal === '' && zeros === 0) continue;
      const tail = match.index + whole.length - number!.length - ordinal.length;
      const isTail = brackets;
      const cut = ordinal.length + zeros;
      const end = cut > 0 ? (isTail ? tail + cut : match.index + whole.length) : tail;
      const range = [isTail ? tail : match.index, end] as const;
      const fixed = isTail ? '' : `〔${fullYear}〕${cut > 0 ? right : ''}`;
      context.report({
        range,
        message: isTail ? 'number' : 'brackets',
        data: { written: text.slice(...range) },
        group: isTail ? 'number' : 'brackets',
        fix: fixed,
        // Small brackets of the same form: only the code point is another.
        ...(open === '﹝' && { severity: 'hint' }),
      });
    }
  },
});
