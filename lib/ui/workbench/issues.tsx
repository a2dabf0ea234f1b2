import type { ModelState } from '../../language/model-loader.ts';
import type { ReadyState } from '../../protocol/messages.ts';
import type { ReviewActions } from '../checklist/actions.ts';
import { Loading, TooLong } from '../checklist/notice.tsx';
import { Review } from '../checklist/review.tsx';
import { workbenchText as text } from './text.ts';
import type { WorkbenchFile } from './workbench-file.ts';

/** What the list needs to be told of the settings. */
export type ListSettings = Pick<
  ReviewActions,
  'ignore' | 'stopIgnoring' | 'silence' | 'setRule' | 'addWord' | 'removeWord' | 'setOrder'
>;

export interface IssuesProps {
  readonly file: WorkbenchFile;
  readonly model: ModelState;
  /** How many of the recommended rules are off. */
  readonly rulesOff: number;
  readonly settings: ListSettings;
  /** Where the caret has come to an issue. */
  readonly current: { readonly key: string; readonly start: number } | undefined;
}

/** The checklist's view of a file. */
function stateOf({ file, model, rulesOff }: IssuesProps): ReadyState {
  const { documentType, stopped } = file.proof.findings;
  return {
    status: 'ready',
    host: '',
    issues: file.listed,
    length: file.text.length,
    cleared: file.cleared,
    model,
    rulesOff,
    ...(documentType && { documentType }),
    ...(stopped && { stopped }),
    ...(file.undoable !== undefined && { undoable: file.undoable }),
  };
}

export function Issues(props: IssuesProps) {
  const { file, settings, current } = props;
  const { proof } = file;
  const actions: ReviewActions = {
    ...settings,
    reveal: (range) => file.reveal(range),
    fix: (issue, suggestion) => file.fix(issue, suggestion),
    fixChosen: (choices) => file.fixChosen(choices),
    undoFix: () => file.undo(),
  };
  return (
    <aside class="list" aria-label={text('list')}>
      {proof.progress < 1 && (
        <div class="checking">
          <span>{text('checking', Math.floor(proof.progress * 100))}</span>
          <progress value={proof.progress} aria-label={text('list')} />
          <button type="button" class="qy-quiet" onClick={() => proof.stop()}>
            {text('stop')}
          </button>
        </div>
      )}
      {proof.isStopped && (
        <div class="checking">
          <span>{text('stopped')}</span>
          <button type="button" class="plain" onClick={() => proof.resume()}>
            {text('resume')}
          </button>
        </div>
      )}
      {proof.isTooLong ? (
        <TooLong />
      ) : !proof.isStopped && !proof.hasFindings ? (
        <Loading />
      ) : (
        <Review state={stateOf(props)} actions={actions} {...(current && { current })} />
      )}
    </aside>
  );
}
