/** The workbench: files in tabs, on the left the paper, on the right what is to be looked at. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Mark } from '../mark.tsx';
import { text } from '../text.ts';
import type { WorkbenchActions } from './actions.ts';
import type { Desk } from './desk.ts';
import { Failures } from './failures.tsx';
import { FileNotices } from './file-notices.tsx';
import { Issues } from './issues.tsx';
import { PaperCard } from './paper-card.tsx';
import { RemarkLine } from './remark-line.tsx';
import { nameOfCopy } from './save.ts';
import { SaveDialog } from './save-dialog.tsx';
import { Start } from './start.tsx';
import { workbenchText } from './text.ts';
import { useCard } from './use-card.ts';
import type { WorkbenchFile } from './workbench-file.ts';

const ACCEPTED = '.docx,.docm,.doc,.wps,.odt,.rtf,.txt,.md,.markdown,text/plain';

export interface WorkbenchProps {
  readonly desk: Desk;
  readonly actions: WorkbenchActions;
  /** How many of the recommended rules are off. */
  readonly rulesOff: number;
  /** Where the caret has last come to an issue. */
  readonly current: { readonly key: string; readonly start: number } | undefined;
}

export function Workbench({ desk, actions, rulesOff, current }: WorkbenchProps) {
  const { active, files, reading } = desk;
  const card = useCard(active);
  const [isSaving, setSaving] = useState(false);
  const isDragged = useDrop(actions.open);
  const isEmpty = files.length === 0;
  const chooser = useRef<HTMLInputElement>(null);
  const choose = () => chooser.current?.click();
  return (
    <div class={isEmpty ? 'workbench empty' : 'workbench'}>
      <header class="bar">
        <Mark />
        <h1>{text('name')}</h1>
        {!isEmpty && <Tabs desk={desk} onAdd={choose} />}
        <span class="tools">
          {active && (
            <>
              <button type="button" class="plain" onClick={() => actions.openRecord(active)}>
                {workbenchText('record')}
              </button>
              <button type="button" class="primary" onClick={() => setSaving(true)}>
                {workbenchText('save')}
              </button>
            </>
          )}
          <button
            type="button"
            class="tool"
            title={text('settings')}
            aria-label={text('settings')}
            onClick={actions.openSettings}
          >
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M2 4.5h5.5M11.5 4.5H14M2 11.5h2.5M8.5 11.5H14" />
              <circle cx="9.5" cy="4.5" r="2" />
              <circle cx="6.5" cy="11.5" r="2" />
            </svg>
          </button>
        </span>
      </header>
      {isEmpty ? (
        <Start desk={desk} onChoose={choose} onWrite={actions.write} />
      ) : (
        <div class="desk">
          <main class="sheets">
            <Failures desk={desk} />
            {active && <FileNotices key={active.id} file={active} />}
            {files.map((file) => (
              <Paper key={file.id} file={file} isActive={file === active} />
            ))}
            <RemarkLine desk={desk} />
          </main>
          {active && (
            <Issues
              key={active.id}
              file={active}
              model={desk.model}
              rulesOff={rulesOff}
              settings={actions.list}
              current={current}
            />
          )}
        </div>
      )}
      <input
        type="file"
        class="chooser"
        tabIndex={-1}
        aria-hidden="true"
        multiple
        accept={ACCEPTED}
        ref={chooser}
        onChange={({ currentTarget }) => {
          const chosen = [...(currentTarget.files ?? [])];
          // So that the same file can be chosen again.
          currentTarget.value = '';
          actions.open(chosen);
        }}
      />
      {reading.length > 0 && (
        <div class="reading" role="status">
          {reading.map(({ id, name, cancel }) => (
            <p key={id}>
              {workbenchText('reading', name)}
              <button type="button" class="qy-quiet" onClick={cancel}>
                {workbenchText('cancel')}
              </button>
            </p>
          ))}
        </div>
      )}
      {active && card.issue && (
        <PaperCard
          key={card.issue.key}
          file={active}
          issue={card.issue}
          hasFocus={card.hasFocus}
          onIgnore={actions.ignore}
          onAddWord={actions.addWord}
          onClose={card.close}
          onPointer={card.pointer}
        />
      )}
      {isDragged && <div class="drop-here">{workbenchText('dropHere')}</div>}
      {isSaving && active && (
        <SaveDialog
          file={active}
          name={nameOfCopy(active)}
          onSave={(request) => {
            setSaving(false);
            actions.save(active, request);
          }}
          onClose={() => setSaving(false)}
        />
      )}
    </div>
  );
}

interface TabsProps {
  readonly desk: Desk;
  onAdd(): void;
}

/** The files on the desk; closing one asks where something would be lost. */
function Tabs({ desk, onAdd }: TabsProps) {
  const { files, active } = desk;
  const close = (file: WorkbenchFile) => {
    if (!file.isUnsaved || confirm(workbenchText('closeUnsaved', file.name))) void desk.close(file);
  };
  return (
    <nav class="tabs" aria-label={workbenchText('files')}>
      <ul>
        {files.map((file) => (
          <li class={file === active ? 'tab active' : 'tab'} key={file.id}>
            <button
              type="button"
              class="tab-name"
              aria-current={file === active}
              title={file.name}
              onClick={() => desk.activate(file)}
            >
              {file.isUnsaved && <span class="unsaved" role="img" aria-label={workbenchText('unsaved')} />}
              <span class="tab-words">{file.name}</span>
            </button>
            <button
              type="button"
              class="tab-close"
              aria-label={workbenchText('close', file.name)}
              title={workbenchText('close', file.name)}
              onClick={() => close(file)}
            >
              <svg viewBox="0 0 12 12" aria-hidden="true">
                <path d="m3 3 6 6M9 3 3 9" />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <button
        type="button"
        class="tool"
        title={workbenchText('openAnother')}
        aria-label={workbenchText('openAnother')}
        onClick={onAdd}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M8 3v10M3 8h10" />
        </svg>
      </button>
    </nav>
  );
}

/** The place of a file's editor. Those that are not shown keep their scroll and their history. */
function Paper({ file, isActive }: { readonly file: WorkbenchFile; readonly isActive: boolean }) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    place.current?.append(file.host);
    file.view.requestMeasure();
    return () => file.host.remove();
  }, [file]);
  return <div class="paper-place" ref={place} hidden={!isActive} />;
}

/** Files dropped anywhere are opened. Whether something is being dragged over the page. */
function useDrop(open: (files: readonly File[]) => void): boolean {
  const [isDragged, setDragged] = useState(false);
  useEffect(() => {
    const abort = new AbortController();
    const options = { signal: abort.signal, capture: true };
    const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragged(true);
    };
    document.addEventListener('dragenter', over, options);
    document.addEventListener('dragover', over, options);
    document.addEventListener('dragleave', (event) => !event.relatedTarget && setDragged(false), options);
    document.addEventListener(
      'drop',
      (event) => {
        setDragged(false);
        if (!hasFiles(event)) return;
        event.preventDefault();
        event.stopPropagation();
        open([...(event.dataTransfer?.files ?? [])]);
      },
      options,
    );
    return () => abort.abort();
  }, [open]);
  return isDragged;
}
