/** What is checked at most. The page's end keeps to it and says so; the background takes no more from a page that does not. */

/** The longest text of a field, in UTF-16 code units: a book, not a report. */
export const MAX_TEXT_LENGTH = 2_000_000;

/** Fields of a frame at once: more than a page has to write in. */
export const MAX_FIELDS_PER_FRAME = 500;

export const isTooLong = (text: string): boolean => text.length > MAX_TEXT_LENGTH;
