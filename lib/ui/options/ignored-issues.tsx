import { useState } from 'preact/hooks';
import { type IgnoredIssue, silenceKey, withoutIgnored, withoutSilenced } from '../../settings/ignored.ts';
import { showBreaks } from '../fix-preview.ts';
import { text } from '../text.ts';
import type { OptionsProps } from './props.ts';

/** So many are shown at first. */
const FIRST_SHOWN = 20;

/** What the writer does not want to see, the latest first, each with the way back. */
export function IgnoredIssues({ settings: { ignored, silenced }, update, ruleTexts }: OptionsProps) {
  const [all, setAll] = useState(false);
  const titleOf = (ruleId: string) => ruleTexts[ruleId]?.title ?? ruleId;
  const count = ignored.length + silenced.length;
  if (count === 0) {
    return (
      <section aria-labelledby="ignored">
        <h2 id="ignored">{text('ignoredIssues')}</h2>
        <p class="quiet">{text('ignoredNone')}</p>
      </section>
    );
  }
  const listed = ignored.filter(({ words }) => words !== undefined).reverse();
  const shown = all ? listed : listed.slice(0, FIRST_SHOWN);
  const unknown = ignored.length - listed.length;
  return (
    <section aria-labelledby="ignored">
      <h2 id="ignored">{text('ignoredIssues')}</h2>
      <p class="quiet">{text('ignoredNote')}</p>
      <ul class="panel">
        {[...silenced].reverse().map((said) => (
          <li class="line" key={`silenced ${silenceKey(said)}`}>
            <Words words={said.words} note={joined(text('silencedEverywhere', titleOf(said.ruleId)), said.day)} />
            <RestoreButton words={said.words} onClick={() => update((present) => withoutSilenced(present, said))} />
          </li>
        ))}
        {shown.map((issue) => (
          <li class="line" key={issue.key}>
            <Words words={issue.words ?? ''} note={noteOf(issue, titleOf)} />
            <RestoreButton
              words={issue.words ?? ''}
              onClick={() => update((present) => withoutIgnored(present, [issue.key]))}
            />
          </li>
        ))}
        {unknown > 0 && (
          <li class="line">
            <span class="line-text quiet">{text('ignoredUnknown', unknown)}</span>
          </li>
        )}
      </ul>
      <div class="buttons">
        {shown.length < listed.length && (
          <button type="button" class="plain" onClick={() => setAll(true)}>
            {text('showAll', listed.length)}
          </button>
        )}
        <button type="button" class="plain" onClick={() => update(() => ({ ignored: [], silenced: [] }))}>
          {text('ignoredClear', count)}
        </button>
      </div>
    </section>
  );
}

const joined = (...parts: readonly string[]) => parts.filter(Boolean).join(' · ');

const noteOf = ({ ruleId = '', host, day = '' }: IgnoredIssue, titleOf: (ruleId: string) => string) =>
  joined(titleOf(ruleId), host === '' ? text('localFile') : (host ?? ''), day);

function Words({ words, note }: { readonly words: string; readonly note: string }) {
  return (
    <span class="line-text">
      <span lang="zh-CN">{words === '' ? '‸' : showBreaks(words)}</span>
      <span class="quiet">{note}</span>
    </span>
  );
}

function RestoreButton({ words, onClick }: { readonly words: string; onClick(): void }) {
  return (
    <button type="button" class="plain" aria-label={text('restoreWords', showBreaks(words))} onClick={onClick}>
      {text('restore')}
    </button>
  );
}
