import type { Range } from './types.ts';

const HAN = /[\p{Script=Han}。，；：“”（）]/u;
/** A statement, a block, a call, an assignment; or a word that opens a line of a program. */
const STATEMENT =
  /[;{}]$|^[\w.]+ ?(?:[-+*/|&]?=|\()|[)\]]:?$|^(?:import|package|from|public|private|def|class|return|for|if|else|while|using|var|let|const|int|void|function|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE) /;
const LONGEST = 400;

/** The line without what may hold Chinese in a program: strings, each up to the mark that opened it, and a comment at the end. */
function withoutLiterals(words: string): string {
  let bare = '';
  for (let at = 0; at < words.length; at++) {
    const character = words[at]!;
    const isComment =
      words.startsWith('//', at) || words.startsWith('-- ', at) || (character === '#' && bare.endsWith(' '));
    if (isComment) break;
    if (!/["'`]/.test(character)) {
      bare += character;
      continue;
    }
    const end = words.indexOf(character, at + 1);
    if (end === -1) break;
    at = end;
  }
  return bare.trim();
}

/** Whether a line is one of a program: outside of strings and comments it holds no Chinese, and it reads as a statement. */
export function isCode(text: string, [start, end]: Range): boolean {
  if (end === start || end - start > LONGEST) return false;
  const words = text.slice(start, end);
  if (words.startsWith('#include ')) return true;
  if (!/[;{}()=]/.test(words) && !/^(?:import|package|SELECT) /.test(words)) return false;
  const bare = withoutLiterals(words);
  return !HAN.test(bare) && /[A-Za-z]{2}|^[{}]/.test(bare) && !bare.startsWith('<') && STATEMENT.test(bare);
}
