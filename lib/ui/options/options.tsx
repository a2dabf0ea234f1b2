/** All settings on one page. Every change holds at once. */
import { Mark } from '../mark.tsx';
import { text } from '../text.ts';
import { Backup } from './backup.tsx';
import { DisabledSites } from './disabled-sites.tsx';
import { General } from './general.tsx';
import { IgnoredIssues } from './ignored-issues.tsx';
import { OwnWords } from './own-words.tsx';
import type { OptionsProps } from './props.ts';
import { RuleSwitches } from './rule-switches.tsx';

export function Options(props: OptionsProps) {
  const { settings, update } = props;
  const common = { settings, update };
  return (
    <>
      <header class="top">
        <Mark />
        <h1>{text('settingsTitle')}</h1>
        <p>{text('privacySentence')}</p>
      </header>
      <main>
        <General {...common} />
        <OwnWords {...common} />
        <RuleSwitches {...props} />
        <DisabledSites {...common} />
        <IgnoredIssues {...props} />
        <Backup {...common} />
      </main>
    </>
  );
}
