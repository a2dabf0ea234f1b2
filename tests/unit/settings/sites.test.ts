import { expect, it } from 'vitest';
import { hostIn, PAUSE, whyOff, withSite } from '../../../lib/settings/sites.ts';

const sites = { disabledHosts: ['mail.example'], onlyHosts: [] as readonly string[], pausedUntil: 0 };

it('nothing is checked where it is off, elsewhere than on the only sites, and in a pause', () => {
  expect(whyOff('oa.example', sites, 5)).toBeUndefined();
  expect(whyOff('mail.example', sites, 5)).toBe('site');
  expect(whyOff('oa.example', { ...sites, onlyHosts: ['work.example'] }, 5)).toBe('elsewhere');
  expect(whyOff('work.example', { ...sites, onlyHosts: ['work.example'] }, 5)).toBeUndefined();
  expect(whyOff('oa.example', { ...sites, pausedUntil: 5 + PAUSE }, 5)).toBe('paused');
  expect(whyOff('oa.example', { ...sites, pausedUntil: 5 }, 5)).toBeUndefined();
  // A clock that was put back, or a number from nowhere.
  expect(whyOff('oa.example', { ...sites, pausedUntil: 6 + PAUSE }, 5)).toBeUndefined();
});

it('turning a site on takes away whatever kept it off', () => {
  const off = { disabledHosts: ['oa.example'], onlyHosts: ['work.example'], pausedUntil: 9 };
  const on = withSite(off, 'oa.example', true);
  expect(on).toEqual({ disabledHosts: [], onlyHosts: ['work.example', 'oa.example'], pausedUntil: 0 });
  expect(whyOff('oa.example', on, 5)).toBeUndefined();
  expect(whyOff('oa.example', withSite(on, 'oa.example', false), 5)).toBe('site');
});

it('a host is read from an address and from a bare name', () => {
  expect(hostIn(' https://oa.example:8080/a?b ')).toBe('oa.example:8080');
  expect(hostIn('oa.example')).toBe('oa.example');
  expect(hostIn('')).toBeUndefined();
  expect(hostIn('a b')).toBeUndefined();
});
