const UNKNOWN = 0;
const NO = 1;
const YES = 2;

/**
 * Remembers what `ask` says of each UTF-16 code unit: for questions that are asked of every character of a text.
 * @returns the same question, of a code unit
 */
export function perCharacter(ask: (character: string) => boolean): (code: number) => boolean {
  const known = new Uint8Array(0x10000);
  return (code) => {
    if (known[code] === UNKNOWN) known[code] = ask(String.fromCharCode(code)) ? YES : NO;
    return known[code] === YES;
  };
}
