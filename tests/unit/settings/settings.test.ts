import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseLocale } from '../../../lib/settings/locale.ts';
import {
  DEFAULT_SETTINGS,
  importSettings,
  migrate,
  parseSettings,
  SETTINGS_VERSION,
  type Settings,
  serializeSettings,
  withItem,
} from '../../../lib/settings/settings.ts';

const settings: Settings = {
  disabledHosts: ['oa.example'],
  disabledRules: ['typo/a'],
  enabledRules: ['wording/b'],
  hintsOnPage: true,
  ownWords: ['云岭村'],
  ignored: ['k1', 'k2'],
  language: 'en',
};

describe('parseSettings', () => {
  it('gives back what was stored', () => {
    expect(parseSettings(structuredClone(serializeSettings(settings)))).toEqual(settings);
  });

  it.each([undefined, null, 'x', 7, [], {}])('gives the defaults for %j', (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is sound of damaged settings', () => {
    const damaged = {
      ...settings,
      version: SETTINGS_VERSION,
      ownWords: ['云岭村', 7, '  ', 'x'.repeat(1000)],
      hintsOnPage: 'yes',
    };
    expect(parseSettings(damaged)).toEqual({ ...settings, hintsOnPage: false });
  });

  it('drops what it does not know and keeps the rest of a later version', () => {
    expect(parseSettings({ ...settings, version: SETTINGS_VERSION + 5, later: true })).toEqual(settings);
  });

  it('drops keys of ignored issues that were made in the old way', () => {
    expect(parseSettings({ ...settings, version: 1 })).toEqual({ ...settings, ignored: [] });
  });

  it('keeps the latest of an overlong list', () => {
    const ignored = Array.from({ length: 6000 }, (_, index) => `k${index}`);
    const kept = parseSettings({ version: SETTINGS_VERSION, ignored }).ignored;
    expect(kept).toHaveLength(5000);
    expect(kept.at(-1)).toBe('k5999');
  });

  it('gives usable settings whatever lies in storage', () => {
    const broken = fc.record(Object.fromEntries(Object.keys(settings).map((key) => [key, fc.anything()])));
    fc.assert(
      fc.property(fc.oneof(fc.anything(), broken), (stored) => {
        const parsed = parseSettings(stored);
        expect(parseSettings(serializeSettings(parsed))).toEqual(parsed);
      }),
    );
  });
});

describe('migrate', () => {
  const steps = {
    1: ({ sites, ...rest }: Record<string, unknown>) => ({ ...rest, hosts: sites }),
    2: ({ hosts, ...rest }: Record<string, unknown>) => ({ ...rest, hosts: { off: hosts } }),
  };

  it('goes step by step from the stored version to the present one', () => {
    expect(migrate({ version: 1, sites: ['a'] }, 3, steps)).toEqual({ version: 1, hosts: { off: ['a'] } });
    expect(migrate({ version: 2, hosts: ['a'] }, 3, steps)).toEqual({ version: 2, hosts: { off: ['a'] } });
  });

  it('leaves present and later versions alone', () => {
    expect(migrate({ version: 3, hosts: 1 }, 3, steps)).toEqual({ version: 3, hosts: 1 });
    expect(migrate({ version: 9, hosts: 1 }, 3, steps)).toEqual({ version: 9, hosts: 1 });
  });
});

describe('importSettings', () => {
  it('reads what was exported', () => {
    expect(importSettings(JSON.stringify(serializeSettings(settings)))).toEqual(settings);
  });

  it.each(['', '{', 'null', '[]', '{"name":"package"}', '{"version":"1"}'])('does not take %j for settings', (json) => {
    expect(importSettings(json)).toBeUndefined();
  });
});

it('puts an item into a list once, or takes it out', () => {
  expect(withItem(['a', 'b'], 'a', true)).toEqual(['b', 'a']);
  expect(withItem(['a', 'b'], 'a', false)).toEqual(['b']);
});

it('speaks the chosen language, else the browser’s', () => {
  expect(chooseLocale('en', 'zh-CN')).toBe('en');
  expect(chooseLocale('auto', 'zh-Hans-CN')).toBe('zh-CN');
  expect(chooseLocale('auto', 'zh')).toBe('zh-CN');
  expect(chooseLocale('auto', 'de')).toBe('en');
  expect(chooseLocale('auto', 'zha')).toBe('en');
});
