import { expect, it } from 'vitest';
import chinese from '../../../public/_locales/zh_CN/messages.json' with { type: 'json' };
import { speakerSources, textsUsedIn } from '../../../tools/page-texts.mjs';

it('keeps the texts that the sources name, whole or by their beginning', () => {
  const texts = { ignore: 1, severity_error: 2, severity_hint: 3, settings: 4, severe: 5 };
  const sources = `text('ignore'); text(\`severity_\${severity}\`)`;
  expect(textsUsedIn(texts, sources)).toEqual({ ignore: 1, severity_error: 2, severity_hint: 3 });
});

it('leaves to content scripts what they say, and little else', () => {
  const kept = Object.keys(textsUsedIn(chinese, speakerSources()));
  expect(kept).toEqual(expect.arrayContaining(['category_typo', 'severity_error', 'more', 'sealCounts', 'didFix']));
  expect(kept).not.toContain('settingsTitle');
  expect(kept.length).toBeLessThan(90);
});
