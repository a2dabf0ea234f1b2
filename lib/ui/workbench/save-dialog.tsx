/** Looked at before it is saved: how, and what will be changed. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { CATEGORIES, type Category } from '../../engine/types.ts';
import { excerpt } from '../../protocol/excerpt.ts';
import type { FileEdit } from '../../workbench/file-edits.ts';
import { SAVE_MODES, type SaveMode } from '../../workbench/saving.ts';
import { CategoryLabel } from '../category-label.tsx';
import { Preview } from '../fix-choices.tsx';
import { previewFix } from '../fix-preview.ts';
import { warningsOf } from './file-notices.tsx';
import { workbenchText as text } from './text.ts';
import type { WorkbenchFile } from './workbench-file.ts';

export interface SaveRequest {
  readonly mode: SaveMode;
  /** Those that are ticked. */
  readonly edits: readonly FileEdit[];
}

export interface SaveDialogProps {
  readonly file: WorkbenchFile;
  /** Under which name the copy will be written. */
  readonly name: string;
  onSave(request: SaveRequest): void;
  onClose(): void;
}

const KINDS = [...CATEGORIES, 'hand'] as const;
type Kind = Category | 'hand';
const kindOf = ({ origin }: FileEdit): Kind => origin?.issue.category ?? 'hand';

export function SaveDialog({ file, name, onSave, onClose }: SaveDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const edits = useMemo(() => file.edits, [file]);
  const left = useMemo(() => file.issues.filter(({ severity }) => severity !== 'hint').length, [file]);
  const [mode, setMode] = useState<SaveMode>('tracked');
  const [omitted, setOmitted] = useState<ReadonlySet<FileEdit>>(new Set());
  useEffect(() => dialog.current?.showModal(), []);

  const chosen = edits.filter((edit) => !omitted.has(edit));
  const tick = (some: readonly FileEdit[], isTicked: boolean) => {
    const next = new Set(omitted);
    for (const edit of some) {
      if (isTicked) next.delete(edit);
      else next.add(edit);
    }
    setOmitted(next);
  };
  const hasRemarks = file.word !== undefined && (mode === 'commented' || mode === 'comments');
  const isNothing = chosen.length === 0 && !(hasRemarks && left > 0);
  return (
    <dialog class="save" ref={dialog} aria-labelledby="save-title" onClose={onClose} onCancel={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onSave({ mode: file.word ? mode : 'applied', edits: chosen });
        }}
      >
        <h2 id="save-title">{text('saveTitle')}</h2>
        <p class="quiet">{text('saveName', name)}</p>
        {file.word && <Modes mode={mode} left={left} onChange={setMode} />}
        {file.word && <Warnings sentences={warningsOf(file.word.notices)} />}
        <div class="edits">
          {edits.length === 0 && <p class="quiet">{text('noEdits')}</p>}
          {KINDS.map((kind) => {
            const ofKind = edits.filter((edit) => kindOf(edit) === kind);
            return (
              ofKind.length > 0 && (
                <EditsOfKind
                  key={kind}
                  kind={kind}
                  edits={ofKind}
                  omitted={omitted}
                  original={file.originalText}
                  onTick={tick}
                />
              )
            );
          })}
        </div>
        <footer>
          <button type="button" class="plain" onClick={onClose}>
            {text('cancel')}
          </button>
          <button type="submit" class="primary" disabled={isNothing && file.word !== undefined}>
            {text('saveCount', chosen.length)}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

interface ModesProps {
  readonly mode: SaveMode;
  readonly left: number;
  onChange(mode: SaveMode): void;
}

function Modes({ mode, left, onChange }: ModesProps) {
  return (
    <fieldset class="modes">
      <legend>{text('saveHow')}</legend>
      {SAVE_MODES.map((candidate) => (
        <label key={candidate}>
          <input
            type="radio"
            name="mode"
            value={candidate}
            checked={mode === candidate}
            onChange={() => onChange(candidate)}
          />
          <span>
            <b>{text(`mode_${candidate}`)}</b>
            <span class="quiet">{text(`mode_${candidate}_what`, left)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Warnings({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul class="warnings">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

interface EditsOfKindProps {
  readonly kind: Kind;
  readonly edits: readonly FileEdit[];
  readonly omitted: ReadonlySet<FileEdit>;
  /** The file's text, in which the edits count. */
  readonly original: string;
  onTick(edits: readonly FileEdit[], isTicked: boolean): void;
}

function EditsOfKind({ kind, edits, omitted, original, onTick }: EditsOfKindProps) {
  const ticked = edits.filter((edit) => !omitted.has(edit)).length;
  return (
    <details class="kind" open={edits.length <= 12}>
      <summary>
        <input
          type="checkbox"
          aria-label={text('tickKind')}
          checked={ticked === edits.length}
          ref={(box) => {
            if (box) box.indeterminate = ticked > 0 && ticked < edits.length;
          }}
          onClick={(event) => event.stopPropagation()}
          onChange={({ currentTarget }) => onTick(edits, currentTarget.checked)}
        />
        {kind === 'hand' ? <span class="by-hand">{text('byHand')}</span> : <CategoryLabel category={kind} />}
        <span class="quiet">{text('editCount', edits.length)}</span>
      </summary>
      <ul>
        {edits.map((edit) => (
          <li key={edit.range.join()}>
            <label>
              <input
                type="checkbox"
                checked={!omitted.has(edit)}
                onChange={({ currentTarget }) => onTick([edit], currentTarget.checked)}
              />
              <Preview
                preview={previewFix(excerpt(original, edit.range), edit.range, {
                  range: edit.range,
                  text: edit.replacement,
                })}
              />
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
