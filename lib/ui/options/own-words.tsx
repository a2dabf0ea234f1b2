import { useRef, useState } from 'preact/hooks';
import { text } from '../text.ts';
import type { SettingsProps } from './props.ts';

/** Milliseconds without a key after which what was typed is kept. */
const PAUSE = 400;

const wordsIn = (lines: string) => [...new Set(lines.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean);

export function OwnWords({ settings, update }: SettingsProps) {
  const stored = settings.ownWords.join('\n');
  /** The lines as they are being typed; what is kept is without blank lines and repetitions. */
  const [typed, setTyped] = useState<string>();
  const timer = useRef<ReturnType<typeof setTimeout>>();

  const keepLater = (lines: string) => {
    setTyped(lines);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      timer.current = undefined;
      update(() => ({ ownWords: wordsIn(lines) }));
    }, PAUSE);
  };

  const leave = () => {
    if (timer.current !== undefined && typed !== undefined) {
      clearTimeout(timer.current);
      timer.current = undefined;
      update(() => ({ ownWords: wordsIn(typed) }));
    }
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
        value={typed ?? stored}
        onInput={({ currentTarget }) => keepLater(currentTarget.value)}
        onBlur={leave}
      />
      <p class="quiet" role="status">
        {settings.ownWords.length > 0 && text('ownWordsCount', settings.ownWords.length)}
      </p>
    </section>
  );
}
