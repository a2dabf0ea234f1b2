import { useState } from 'preact/hooks';
import type { Notices } from '../../docx/types.ts';
import { workbenchText as text } from './text.ts';
import type { WorkbenchFile } from './workbench-file.ts';

/** What is to be known of a file while it is worked on, a sentence each. */
function sentencesOf({ opened, word }: WorkbenchFile): string[] {
  if (!word) return opened.format === 'text' ? [] : [text(`readAs_${opened.format as 'doc' | 'odt' | 'rtf'}`)];
  const { notices, revisions } = word;
  return [
    ...warningsOf(notices),
    ...(revisions.length > 0 ? [text('hasRevisions', revisions.length)] : []),
    ...(notices.unreadParts > 0 ? [text('hasUnreadParts', notices.unreadParts)] : []),
    ...(notices.pictures > 0 && word.text.trim() === '' ? [text('isScan')] : []),
  ];
}

/** What is to be known before a Word file is saved. */
export function warningsOf({ isSigned, protection, isReadOnlyRecommended, hasMacros }: Notices): string[] {
  return [
    ...(isSigned ? [text('isSigned')] : []),
    ...(protection ? [text(`protection_${protection}`)] : []),
    ...(isReadOnlyRecommended ? [text('isReadOnlyRecommended')] : []),
    ...(hasMacros ? [text('hasMacros')] : []),
  ];
}

export function FileNotices({ file }: { readonly file: WorkbenchFile }) {
  const [isRead, setRead] = useState(false);
  const sentences = sentencesOf(file);
  if (isRead || sentences.length === 0) return null;
  return (
    <div class="file-notices" role="note">
      <ul>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <button type="button" class="qy-quiet" onClick={() => setRead(true)}>
        {text('understood')}
      </button>
    </div>
  );
}
