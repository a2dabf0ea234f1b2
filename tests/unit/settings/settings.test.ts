import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dayOf,
  keptWords,
  withIgnored,
  withoutIgnored,
  withoutSilenced,
  withSilenced,
} from '../../../lib/settings/ignored.ts';
import { withItem } from '../../../lib/settings/lists.ts';
import { chooseLocale } from '../../../lib/settings/locale.ts';
import {
  DEFAULT_SETTINGS,
  exportSettings,
  importSettings,
  MOST_OWN_WORDS,
  mattersOf,
  migrate,
  parseSettings,
  type Settings,
  serializeSettings,
} from '../../../lib/settings/settings.ts';

const settings: Settings = {
  disabledHosts: ['oa.example'],
  disabledRules: ['typo/a'],
  enabledRules: ['wording/b'],
  hintsOnPage: true,
  ownWords: ['云岭村'],
  ignored: [{ key: 'k1' }, { key: 'k2', ruleId: 'typo/a', words: '布署', host: '', day: '2026-11-30' }],
  silenced: [{ ruleId: 'typo/a', words: '布署', day: '2026-11-30' }],
  language: 'en',
  listOrder: 'category',
  seal: false,
  news: '0.2.0',
  sealHiddenHosts: ['oa.example'],
  onlyHosts: ['oa.example'],
  pausedUntil: 1_764_500_000_000,
};

describe('parseSettings', () => {
  it('gives back what was stored', () => {
    expect(parseSettings(structuredClone(serializeSettings(settings)))).toEqual(settings);
  });

  it.each([undefined, null, 'x', 7, [], {}])('gives the defaults for %j', (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings({ general: stored, words: stored })).toEqual(DEFAULT_SETTINGS);
  });

  it('keeps what is sound of damaged settings', () => {
    const stored = serializeSettings(settings);
    const damaged = {
      ...stored,
      sites: 7,
      words: { version: 3, ownWords: ['云岭村', 7, '  ', '的', '<b>', 'x'.repeat(1000)] },
      general: { ...stored.general, hintsOnPage: 'yes' },
      ignored: { version: 3, ignored: [...settings.ignored, {}, { key: 7 }, null], silenced: [{ ruleId: '?' }, 0] },
    };
    expect(parseSettings(damaged)).toEqual({
      ...settings,
      disabledHosts: [],
      sealHiddenHosts: [],
      onlyHosts: [],
      pausedUntil: 0,
      silenced: [],
      hintsOnPage: false,
    });
  });

  it('drops what it does not know and keeps the rest of a later version', () => {
    const stored = serializeSettings(settings);
    const later = { ...stored, words: { ...stored.words, version: 99, later: true }, newMatter: {} };
    expect(parseSettings(later)).toEqual(settings);
  });

  it('takes over settings that lie under one key, as version 2 left them', () => {
    const { listOrder, silenced, seal, sealHiddenHosts, onlyHosts, pausedUntil, news, ...known } = settings;
    const legacy = { ...known, version: 2, ignored: ['k1', 'k2'] };
    const expected = {
      ...settings,
      ignored: [{ key: 'k1' }, { key: 'k2' }],
      silenced: [],
      listOrder: 'reading',
      seal: true,
      sealHiddenHosts: [],
      onlyHosts: [],
      pausedUntil: 0,
      news: '',
    };
    expect(parseSettings({}, legacy)).toEqual(expected);
    // Keys of ignored issues were made in another way in version 1.
    expect(parseSettings({}, { ...legacy, version: 1 })).toEqual({ ...expected, ignored: [] });
    // What lies apart is newer.
    expect(parseSettings({ words: { version: 3, ownWords: ['青石镇'] } }, legacy).ownWords).toEqual(['青石镇']);
  });

  it('keeps the latest of an overlong list', () => {
    const ignored = Array.from({ length: 6000 }, (_, index) => `k${index}`);
    const kept = parseSettings({ ignored: { version: 3, ignored } }).ignored;
    expect(kept).toHaveLength(5000);
    expect(kept.at(-1)).toEqual({ key: 'k5999' });
    const ownWords = Array.from({ length: MOST_OWN_WORDS + 1 }, (_, index) => `词${index}`);
    expect(parseSettings({ words: { version: 3, ownWords } }).ownWords).toHaveLength(MOST_OWN_WORDS);
  });

  it('gives usable settings whatever lies in storage', () => {
    const broken = fc.record(
      Object.fromEntries(
        Object.entries(serializeSettings(settings)).map(([matter, fields]) => [
          matter,
          fc.oneof(
            fc.anything(),
            fc.record(Object.fromEntries(Object.keys(fields).map((key) => [key, fc.anything()]))),
          ),
        ]),
      ),
    );
    fc.assert(
      fc.property(fc.oneof(fc.anything(), broken), fc.oneof(fc.anything(), broken), (stored, legacy) => {
        const parsed = parseSettings(stored, legacy);
        expect(parseSettings(serializeSettings(parsed))).toEqual(parsed);
      }),
    );
  });
});

it('writes only the matters that a change touches', () => {
  expect(mattersOf({ ownWords: [] })).toEqual(['words']);
  expect(mattersOf({ language: 'en', disabledRules: [] })).toEqual(['general', 'rules']);
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
    expect(importSettings(exportSettings(settings))).toEqual(settings);
  });

  it('reads what was exported by version 2', () => {
    expect(importSettings('{"version":2,"language":"en"}')).toEqual({ ...DEFAULT_SETTINGS, language: 'en' });
  });

  it.each(['', '{', 'null', '[]', '{"name":"package"}', '{"version":"1"}', '{"format":"other"}'])(
    'does not take %j for settings',
    (json) => {
      expect(importSettings(json)).toBeUndefined();
    },
  );
});

describe('ignored issues', () => {
  const noon = new Date(2026, 10, 30, 12).getTime();

  it('are kept with their words and the day, the latest last, each once', () => {
    const first = withIgnored({ ignored: [] }, [{ key: 'a', words: '长'.repeat(99) }, { key: 'b' }], noon);
    const again = withIgnored(first, [{ key: 'a', words: '布署', ruleId: 'typo/a', host: 'oa.example' }], noon);
    expect(again.ignored).toEqual([
      { key: 'b', day: '2026-11-30' },
      { key: 'a', words: '布署', ruleId: 'typo/a', host: 'oa.example', day: '2026-11-30' },
    ]);
    expect(withoutIgnored(again, ['a']).ignored).toEqual([{ key: 'b', day: '2026-11-30' }]);
    expect(first.ignored[0]!.words).toHaveLength(60);
  });

  it('include whatever a rule says of certain words', () => {
    const said = { ruleId: 'typo/a', words: '布署' };
    const { silenced } = withSilenced({ silenced: [] }, said, noon);
    expect(silenced).toEqual([{ ...said, day: '2026-11-30' }]);
    expect(withSilenced({ silenced }, said, noon).silenced).toHaveLength(1);
    expect(withoutSilenced({ silenced }, said).silenced).toEqual([]);
  });

  it('are cut between characters', () => {
    expect(keptWords(`${'甲'.repeat(58)}😀😀`)).toBe(`${'甲'.repeat(58)}…`);
    expect(dayOf(noon)).toBe('2026-11-30');
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
