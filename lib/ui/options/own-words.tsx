import { useRef, useState } from 'preact/hooks';
import { decodeText } from '../../files/encoding.ts';
import { readWordList, type WordList, writeWordList } from '../../settings/word-list.ts';
import { text } from '../text.ts';
import { download } from './download.ts';
import type { SettingsProps } from './props.ts';

/** Milliseconds without a key after which what was typed is kept. */
const PAUSE = 400;

export function OwnWords({ settings: { ownWords }, update }: SettingsProps) {
  /** The lines as they are being typed; what is kept is without blank lines and repetitions. */
  const [typed, setTyped] = useState<string>();
  const [refused, setRefused] = useState<readonly string[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const keep = (lines: string) => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const list = readWordList(lines);
    setRefused(list.refused);
    update(() => ({ ownWords: list.words }));
  };

  const keepLater = (lines: string) => {
    setTyped(lines);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => keep(lines), PAUSE);
  };

  const leave = () => {
    if (timer.current !== undefined && typed !== undefined) keep(typed);
    setTyped(undefined);
  };

  return (
    <section aria-labelledby="own-words">
      <h2 id="own-words">{text('ownWords')}</h2>
      <p class="quiet">{text('ownWordsNote')}</p>
      <textarea
        class="words"
        lang="zh-CN"
        aria-labelledby="own-words"
        rows={6}
        spellcheck={false}
        placeholder={text('ownWordsExample')}
        value={typed ?? ownWords.join('\n')}
        onInput={({ currentTarget }) => keepLater(currentTarget.value)}
        onBlur={leave}
      />
      <p class="quiet" role="status">
        {ownWords.length > 0 && text('ownWordsCount', ownWords.length)}
      </p>
      <Refused lines={refused} />
      <WordFile ownWords={ownWords} onRead={setRefused} onKeep={(words) => update(() => ({ ownWords: words }))} />
    </section>
  );
}

/** So many refused lines are shown. */
const MOST_SHOWN = 20;

function Refused({ lines }: { readonly lines: readonly string[] }) {
  if (lines.length === 0) return null;
  const shown = lines.slice(0, MOST_SHOWN).map((line) => (line.length > 40 ? `${line.slice(0, 40)}…` : line));
  return (
    <p class="refusal" role="alert">
      {text('wordsRefused', lines.length, shown.join(text('listMark')))}
    </p>
  );
}

interface WordFileProps {
  readonly ownWords: readonly string[];
  onRead(refused: readonly string[]): void;
  onKeep(words: readonly string[]): void;
}

/** Words from a file and into one. What was read is looked at before it is kept, beside the present words or in their place. */
function WordFile({ ownWords, onRead, onKeep }: WordFileProps) {
  const [list, setList] = useState<WordList>();
  const [failed, setFailed] = useState(false);

  const read = async (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    // So that the same file can be chosen again.
    input.value = '';
    if (!file) return;
    const decoded = decodeText(new Uint8Array(await file.arrayBuffer()));
    const words = decoded && readWordList(decoded.text);
    setFailed(!words);
    setList(words);
    onRead(words?.refused ?? []);
  };
  const finish = (words?: readonly string[]) => {
    if (words) onKeep(words);
    setList(undefined);
  };

  const known = new Set(ownWords);
  const added = list?.words.filter((word) => !known.has(word)) ?? [];
  return (
    <>
      {list && (
        <div class="panel line">
          <span class="line-text" role="status">
            {text('wordsRead', added.length, list.words.length - added.length)}
          </span>
          <button type="button" class="plain" onClick={() => finish()}>
            {text('cancel')}
          </button>
          <button type="button" class="plain" onClick={() => finish(list.words)}>
            {text('replaceAll')}
          </button>
          <button type="button" class="primary" onClick={() => finish([...ownWords, ...added])}>
            {text('merge')}
          </button>
        </div>
      )}
      <div class="buttons">
        <label class="plain">
          {text('readWords')}
          <input
            type="file"
            class="hidden-input"
            accept=".txt,.csv,text/plain,text/csv"
            onChange={({ currentTarget }) => void read(currentTarget)}
          />
        </label>
        <button
          type="button"
          class="plain"
          disabled={ownWords.length === 0}
          onClick={() => download(text('wordsFile'), writeWordList(ownWords), 'text/plain;charset=utf-8')}
        >
          {text('writeWords')}
        </button>
      </div>
      {failed && (
        <p class="refusal" role="alert">
          {text('wordsUnreadable')}
        </p>
      )}
    </>
  );
}
