/** Han characters of the basic planes that prose uses. */
export const isHan = (char: string | undefined): boolean => char !== undefined && char >= '\u3400' && char <= '\u9fff';

/** Han, or a mark that only stands in Chinese text. */
export const isChinese = (char: string | undefined): boolean =>
  char !== undefined && (isHan(char) || /[“”‘’《》〈〉（）【】〔〕、。，；：！？…—％]/.test(char));
