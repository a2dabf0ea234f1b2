/**
 * What content scripts, background and popup say to each other. A frame and the popup each hold one port; everything
 * that arrives is validated by lib/protocol/validate.ts before it is used, since a page can make its frame misbehave.
 */
import type { Range } from '../document/types.ts';
import type { Fix, KeyedIssue } from '../engine/types.ts';
import type { ModelState } from '../language/model-loader.ts';
import type { KeptIssues } from './issue-changes.ts';

/** Number of a field within its frame, never used twice. */
export type FieldId = number;

/**
 * Background → all frames of a tab, by `tabs.sendMessage`: open the frame's port again if it is closed. The background
 * may have been stopped and started since; only whoever holds a page knows that.
 */
export const CONNECT_REQUEST = 'connect';

/** Background → one frame: its answer is the selected text. */
export const SELECTION_REQUEST = 'selection';

export const FRAME_PORT = 'frame';
export const CHECKLIST_PORT = 'checklist';

/** Frame → background. */
export type FrameMessage =
  /** The first word on a port: the frame is there. What it is, the browser says. */
  | { type: 'hello' }
  /** A field came into sight, or the port was reopened: the whole text. */
  | { type: 'open'; field: FieldId; version: number; text: string }
  /** `deleted` code units at `start` became `inserted`; `version` is one more than the text it applies to. */
  | { type: 'edit'; field: FieldId; version: number; start: number; deleted: number; inserted: string }
  /** The text has become longer than what is checked; it is opened anew once it is not. */
  | { type: 'too-long'; field: FieldId }
  | { type: 'close'; field: FieldId }
  /** The field has had the focus since `at`, in milliseconds since the epoch; told again after a reconnection. */
  | { type: 'focus'; field: FieldId; at: number }
  /** The writer ignored an issue on the card, and with it those of its group. */
  | { type: 'ignore'; field: FieldId; keys: readonly string[] }
  /** The writer says on the card that the word which the issue doubts is right. */
  | { type: 'own-word'; field: FieldId; key: string }
  /** The writer never wants to see on these words again what the rule of that issue says of them. */
  | { type: 'silence'; field: FieldId; key: string }
  /** The writer wants to see no more of the rule of that issue. */
  | { type: 'rule-off'; field: FieldId; key: string }
  /** The writer takes back such a choice. */
  | { type: 'take-back'; choice: Choice }
  /** The writer asks why: answered by `reason`. */
  | { type: 'explain'; ruleId: string }
  /** The writer wants to see the list of the field. */
  | { type: 'open-list'; field: FieldId }
  /** The writer wants to see the rule in the settings. */
  | { type: 'open-rule'; ruleId: string }
  /** The writer wants no seal, on this site or on any. */
  | { type: 'seal-off'; where: 'site' | 'everywhere' }
  /** The writer wants nothing checked on this site. */
  | { type: 'site-off' }
  /** The page's editor draws on a canvas and cannot be read. */
  | { type: 'unreadable'; editor: string }
  /** Answer to a `fix` command: which fixes were applied; the others met a text that had changed, or a page that is covered. */
  | { type: 'fixed'; field: FieldId; request: number; applied: number; refused: number; covered: boolean };

/** What the writer has said on the card and can take back. */
export type Choice =
  | { kind: 'ignore'; keys: readonly string[] }
  | { kind: 'silence'; ruleId: string; words: string }
  | { kind: 'word'; word: string }
  | { kind: 'rule'; ruleId: string };

/** What the settings say of a rule, in the writer's language. */
export interface Reason {
  readonly title: string;
  readonly description: string;
  /** A short faulty text, and the same put right where the rule can say how. */
  readonly wrong?: string;
  readonly right?: string;
}

/** Issues of one version of a text, as the whole list or as what differs from the answer before. */
export interface Answer {
  readonly version: number;
  /** Counts the answers since the text was opened, from 1. */
  readonly number: number;
  /** Of the list of answer `number - 1`, what stays; without it, nothing does. */
  readonly kept?: KeptIssues;
  readonly issues: readonly KeyedIssue[];
}

/** Background → frame. */
export type FrameCommand =
  /** The issues of the text of that version; ranges are offsets into it. Hints are included only if wanted on the page. */
  | ({ type: 'issues'; field: FieldId } & Answer)
  /** An edit did not fit what the background knows: send the whole text. */
  | { type: 'resend'; field: FieldId }
  | { type: 'enabled'; enabled: boolean }
  /** Whether the seal is shown here, and whether the language model has been read: before, nothing is called clean. */
  | { type: 'seal'; shown: boolean; model: ModelState['status'] }
  | { type: 'reason'; ruleId: string; reason: Reason }
  /** The field that an open checklist is about, if it is in this frame. */
  | { type: 'watched'; field: FieldId | null }
  | { type: 'reveal'; field: FieldId; range: Range }
  | { type: 'fix'; field: FieldId; request: number; version: number; fixes: readonly Fix[] };

/**
 * Popup → background. Equal findings in equal surroundings share a key, so an issue is meant by its key and the start
 * of its range; where the text has moved on in between, the nearest issue of that key is meant.
 */
export type ChecklistMessage =
  | { type: 'watch'; tab: number }
  /** Scroll to the range and flash it: the issue's own or that of something related. */
  | { type: 'reveal'; range: Range }
  /** Without `suggestion`, the certain fix. Of an issue in a group: the same for all of the group. */
  | { type: 'fix'; key: string; start: number; suggestion?: number }
  | { type: 'fix-all' }
  /** What the writer has ticked: for each place the certain fix, or the suggestion of that index. */
  | { type: 'fix-chosen'; choices: readonly FixChoice[] }
  /** Takes back the last fixes that were made from a checklist, if the text is still as they left it. */
  | { type: 'undo' }
  /** Not `ignored`: takes it back. */
  | { type: 'ignore'; keys: readonly string[]; ignored: boolean }
  /** The rule says no more of those words, wherever they stand. Not `silenced`: takes it back. */
  | { type: 'silence'; ruleId: string; words: string; silenced: boolean }
  | { type: 'rule'; ruleId: string; on: boolean }
  /** Adds the word to the writer's own, or takes it out again. */
  | { type: 'word'; word: string; own: boolean }
  | { type: 'site'; enabled: boolean };

/** One place of an issue, and what is to be done there. */
export interface FixChoice {
  readonly key: string;
  readonly start: number;
  readonly suggestion?: number;
}

/** site: turned off there. elsewhere: only some sites are checked, and it is none of them. paused: off everywhere for a while. */
export type OffReason = 'site' | 'elsewhere' | 'paused';

/** A part of the detected kind of document. */
export interface DocumentPart {
  readonly name: string;
  readonly present: boolean;
  /** Belongs to the kind; the other parts are merely usual. */
  readonly required: boolean;
}

/** Background → popup: all it needs to draw itself. */
export type ChecklistState =
  /** A page that no content script may run in (browser pages, stores), or one that was opened before this version came. */
  | { status: 'unsupported'; isOlder?: boolean }
  /** The tab is no longer there. A checklist in a window of its own finds that out itself. */
  | { status: 'closed' }
  | { status: 'off'; host: string; reason: OffReason }
  | { status: 'unreadable'; host: string; editor: string }
  /** The text is longer than what is checked. */
  | { status: 'too-long'; host: string }
  | { status: 'no-field'; host: string }
  | { status: 'loading'; host: string }
  | {
      status: 'ready';
      host: string;
      issues: readonly ChecklistIssue[];
      /** Characters checked. */
      length: number;
      /** Titles of rules that took too long on this text and are left out of it. */
      stopped?: readonly string[];
      documentType?: { name: string; parts: readonly DocumentPart[] };
      /** Issues cleared since the field was opened, and the most there were. */
      cleared: number;
      /** Outcome of the last fix, where something was refused, and whether it was since another window covers the page. */
      refused?: number;
      covered?: boolean;
      /** How many places the last fixes have changed, as long as they can be taken back. */
      undoable?: number;
      /** While it is not ready, nothing may say that the text is clean. */
      model: ModelState;
      /** How many of the recommended rules are off. */
      rulesOff: number;
    };

export type ReadyState = Extract<ChecklistState, { status: 'ready' }>;

/** An issue with the words around it, so that the popup can show it in its sentence. */
export interface ChecklistIssue extends KeyedIssue {
  readonly before: string;
  readonly matched: string;
  readonly after: string;
}
