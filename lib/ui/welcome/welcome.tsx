import type { ComponentChildren } from 'preact';
import { LOCALES, type Locale } from '../../settings/locale.ts';
import { Mark } from '../mark.tsx';
import { currentLocale, text } from '../text.ts';
import { SAMPLE } from './sample.ts';

export interface WelcomeProps {
  readonly browserName: 'chrome' | 'firefox';
  onLanguage(language: Locale): void;
  openSettings(): void;
  openWorkbench(): void;
}

/** What a new user wants to know, in the order in which they want it. */
export function Welcome({ browserName, onLanguage, openSettings, openWorkbench }: WelcomeProps) {
  return (
    <>
      <header class="top">
        <Mark />
        <h1>{text('name')}</h1>
        <LanguageChoice onLanguage={onLanguage} />
      </header>
      <main>
        <p class="lead">{text('welcomeLead')}</p>
        <Step title={text('welcomeTry')} note={text('welcomeTryNote')}>
          <textarea
            class="sample"
            lang="zh-CN"
            spellcheck={false}
            rows={12}
            aria-label={text('welcomeTry')}
            defaultValue={SAMPLE}
          />
        </Step>
        <Step title={text('welcomePin')} note={text(`welcomePin_${browserName}`)}>
          <PinPicture />
          <p>{text('welcomeReload')}</p>
        </Step>
        <Step title={text('welcomeKeys')}>
          <dl class="key-list">
            <div>
              <dt>
                <kbd>Alt</kbd> + <kbd>.</kbd>
              </dt>
              <dd>{text('welcomeKeyCard')}</dd>
            </div>
            <div>
              <dt>
                <kbd>Alt</kbd> + <kbd>Q</kbd>
              </dt>
              <dd>{text('welcomeKeyList')}</dd>
            </div>
            <div>
              <dt>
                <kbd>Alt</kbd> + <kbd>Shift</kbd> + <kbd>Q</kbd>
              </dt>
              <dd>{text('openPanel')}</dd>
            </div>
          </dl>
        </Step>
        <Step title={text('welcomePrivacy')}>
          <ul class="promises">
            <li>{text('welcomePrivacy_text')}</li>
            <li>{text('welcomePrivacy_network')}</li>
            <li>{text('welcomePrivacy_kept')}</li>
          </ul>
        </Step>
        <div class="buttons">
          <button type="button" class="primary" onClick={openWorkbench}>
            {text('openWorkbench')}
          </button>
          <button type="button" class="plain" onClick={openSettings}>
            {text('settings')}
          </button>
        </div>
      </main>
    </>
  );
}

interface StepProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ComponentChildren;
}

function Step({ title, note, children }: StepProps) {
  return (
    <section>
      <h2>{title}</h2>
      {note !== undefined && <p>{note}</p>}
      {children}
    </section>
  );
}

const NAMES: Readonly<Record<Locale, string>> = { 'zh-CN': '中文', en: 'English' };

function LanguageChoice({ onLanguage }: Pick<WelcomeProps, 'onLanguage'>) {
  return (
    <fieldset class="languages" aria-label={text('language')}>
      {LOCALES.map((locale) => (
        <button
          type="button"
          class="order"
          key={locale}
          lang={locale}
          aria-pressed={locale === currentLocale()}
          onClick={() => onLanguage(locale)}
        >
          {NAMES[locale]}
        </button>
      ))}
    </fieldset>
  );
}

/** The right end of a browser's toolbar: the puzzle piece, and the button beside which a pin is to be pressed. */
function PinPicture() {
  return (
    <svg class="pin-picture" viewBox="0 0 300 76" aria-hidden="true">
      <rect class="bar" x="1" y="1" width="298" height="30" rx="6" />
      <rect class="address" x="12" y="8" width="196" height="16" rx="8" />
      <path class="puzzle" d="M236 12h4a2.5 2.5 0 1 1 5 0h4v4a2.5 2.5 0 1 1 0 5v4h-13v-4a2.5 2.5 0 1 0 0-5z" />
      <path class="dots" d="M277 10v.1M277 16v.1M277 22v.1" />
      <rect class="menu" x="150" y="38" width="118" height="34" rx="6" />
      <path class="sheet" d="M162 47h7l4 4v12h-11zM169 47v4h4" />
      <path class="line" d="M182 55h44" />
      <path class="pin" d="m247 49 6 6-2 .5-3.5 3.5-.5 3-5.5-5.5 3-.5 3.5-3.5zM244 60l-4 4" />
    </svg>
  );
}
