import { useEffect, useState } from 'preact/hooks';
import { text } from '../text.ts';
import type { SettingsProps } from './options.tsx';

/** Milliseconds without a key after which what was typed is kept. */
const PAUSE = 400;

const wordsIn = (lines: string) => [...new Set(lines.split(/\r?\n/).map((line) => line.trim()))].filter(Boolean);

export function OwnWords({ settings, update }: SettingsProps) {
  const stored = settings.ownWords.join('\n');
  const [typed, setTyped] = useState<string>();

  useEffect(() => {
    if (typed === undefined) return;
    const timer = setTimeout(() => update(() => ({ ownWords: wordsIn(typed) })), PAUSE);
    return () => clearTimeout(timer);
  }, [typed, update]);

  return (
    <section aria-labelledby="own-words">
      <h2 id="own-words">{text('ownWords')}</h2>
      <p class="quiet">{text('ownWordsNote')}</p>
      <textarea
        class="words"
        aria-labelledby="own-words"
        rows={6}
        spellcheck={false}
        placeholder={text('ownWordsExample')}
        value={typed ?? stored}
        onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        onBlur={() => {
          if (typed !== undefined) update(() => ({ ownWords: wordsIn(typed) }));
          setTyped(undefined);
        }}
      />
      <p class="quiet" role="status">
        {settings.ownWords.length > 0 && text('ownWordsCount', settings.ownWords.length)}
      </p>
    </section>
  );
}
