/** What is still to be said when the list ends: nothing more was found, by what has been able to look. */
import type { ModelState } from '../../language/model-loader.ts';
import type { ReadyState } from '../../protocol/messages.ts';
import { text } from '../text.ts';
import { missingParts } from './document-parts.tsx';
import { Notice } from './notice.tsx';

/** What has not looked at the text, each in a sentence. */
export function unchecked({ model, rulesOff }: Pick<ReadyState, 'model' | 'rulesOff'>): readonly string[] {
  return [...modelSentence(model), ...(rulesOff > 0 ? [text('rulesAreOff', rulesOff)] : [])];
}

function modelSentence(model: ModelState): readonly string[] {
  if (model.status === 'ready') return [];
  if (model.status === 'failed') return [text(model.retries ? 'modelRetries' : 'modelFailed')];
  return [text('modelLoading')];
}

/** Nothing to change in the words; whether the proof is clean depends on the parts and on what has looked at it. */
export function Clean({ state }: { readonly state: ReadyState }) {
  const { length, cleared, documentType, model } = state;
  const missing = missingParts(documentType?.parts ?? []);
  const isChecked = model.status === 'ready';
  const title = !isChecked
    ? text('modelMissingTitle')
    : missing > 0
      ? text('missingTitle', missing)
      : text('cleanTitle');
  return (
    <Notice title={title} clean={isChecked && missing === 0}>
      <p>{text('readAgain')}</p>
      {unchecked(state).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      <p class="small">{cleared > 0 ? text('checkedCleared', length, cleared) : text('checked', length)}</p>
    </Notice>
  );
}

/** Below a list that is not empty. */
export function LastLine({ state }: { readonly state: ReadyState }) {
  return (
    <div class="last-line">
      {[text('readAgainLine'), ...unchecked(state)].map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </div>
  );
}
