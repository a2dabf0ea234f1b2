import type { Range } from './types.ts';

/** What may hold Chinese in a program: strings and comments, each closed by what opened it or by the end of the line. */
const LITERAL = /"[^"\n]*(?:"|$)|'[^'\n]*(?:'|$)|`[^`\n]*(?:`|$)|\/\/.*$|\/\*.*$|(?:^|\s)#[^\n]*$|--\s.*$/g;
const HAN = /[\p{Script=Han}。，；：“”（）]/u;
/** A statement, a block, a call, an assignment; or a word that opens a line of a program. */
const STATEMENT =
  /[;{}]\s*$|^\s*[\w.]+\s*(?:[-+*/|&]?=|\()|[)\]]\s*:?\s*$|^\s*(?:import|package|from|public|private|def|class|return|for|if|else|while|using|var|let|const|int|void|function|SELECT|INSERT|UPDATE|DELETE|CREATE|FROM|WHERE)\s/;
const LONGEST = 400;

/** Whether a line is one of a program: outside of strings and comments it holds no Chinese, and it reads as a statement. */
export function isCode(text: string, [start, end]: Range): boolean {
  if (end === start || end - start > LONGEST) return false;
  const words = text.slice(start, end);
  if (!/[;{}()=]/.test(words) && !/^(?:import|package|SELECT|#include)\s/.test(words)) return false;
  const bare = words.startsWith('#include') ? 'include();' : words.replace(LITERAL, ' ');
  return !HAN.test(bare) && /[A-Za-z]{2}|^\s*[{}]/.test(bare) && !/^</.test(bare) && STATEMENT.test(bare);
}
