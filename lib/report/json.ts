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

/** `{filePath, documentType, messages}`; ranges are UTF-16 offsets into the decoded text without byte order mark. */
export const toJson = ({ filePath, documentType, issues }: FileResult) => ({
  filePath,
  documentType,
  messages: issues.map(message),
});
