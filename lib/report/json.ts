import type { Issue } from '../engine/types.ts';

/** One checked text with what was found in it. */
export interface FileResult {
  /** As it was given on the command line; '-' for standard input. */
  readonly filePath: string;
  readonly text: string;
  /** Id of the detected kind of document, null where it is none of the known ones. */
  readonly documentType: string | null;
  readonly issues: readonly Issue[];
}

/** The fields of an issue in the order in which they are printed; keys of our own stay inside. */
function message({
  ruleId,
  category,
  severity,
  range,
  message,
  basis,
  fix,
  suggestions,
  related,
  group,
}: Issue): Issue {
  return {
    ruleId,
    category,
    severity,
    range,
    message,
    ...(basis !== undefined && { basis }),
    ...(fix && { fix }),
    ...(suggestions && { suggestions }),
    ...(related && { related }),
    ...(group !== undefined && { group }),
  };
}

/**
 * `{filePath, documentType, text?, messages}`; ranges are UTF-16 offsets into the text, which is the decoded one without byte
 * order mark, or what was read of a Word file.
 */
export const toJson = ({ filePath, documentType, text, issues }: FileResult, withText = false) => ({
  filePath,
  documentType,
  ...(withText && { text }),
  messages: issues.map(message),
});
