import { render } from 'preact';
import type { Settings } from '../../lib/settings/settings.ts';
import { loadSettings, updateSettings, watchSettings } from '../../lib/settings/store.ts';
import { Options } from '../../lib/ui/options/options.tsx';
import { preparePage } from '../../lib/ui/page.ts';
import { currentLocale } from '../../lib/ui/text.ts';
import { rules } from '../../rules/index.ts';
import { textsIn } from '../../rules/texts.ts';

const root = document.querySelector('#options')!;
const update = (change: (settings: Settings) => Partial<Settings>) => void updateSettings(change);

async function draw(settings: Settings): Promise<void> {
  await preparePage('settingsTitle');
  const ruleTexts = textsIn(currentLocale()).rules;
  render(<Options settings={settings} update={update} rules={rules} ruleTexts={ruleTexts} />, root);
}

watchSettings((settings) => void draw(settings));
void loadSettings().then(draw);
