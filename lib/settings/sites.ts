/** Where nothing is checked, and why. */
import { withItem } from './lists.ts';
import type { SiteSettings } from './settings.ts';

/** Milliseconds of a pause. */
export const PAUSE = 3_600_000;

type Sites = Pick<SiteSettings, 'disabledHosts' | 'onlyHosts' | 'pausedUntil'>;

/** Why nothing is checked on the host at a moment (milliseconds since 1970); undefined where it is checked. */
export function whyOff(
  host: string,
  { disabledHosts, onlyHosts, pausedUntil }: Sites,
  moment: number,
): 'site' | 'elsewhere' | 'paused' | undefined {
  // A clock that was put back pauses nobody for longer than was asked for.
  if (moment < pausedUntil && pausedUntil - moment <= PAUSE) return 'paused';
  if (disabledHosts.includes(host)) return 'site';
  return onlyHosts.length > 0 && !onlyHosts.includes(host) ? 'elsewhere' : undefined;
}

/** With the host checked, whatever kept it from that, or turned off. */
export function withSite(sites: Sites, host: string, enabled: boolean): Sites {
  const { disabledHosts, onlyHosts } = sites;
  if (!enabled) return { ...sites, disabledHosts: withItem(disabledHosts, host, true) };
  return {
    disabledHosts: withItem(disabledHosts, host, false),
    onlyHosts: onlyHosts.length > 0 ? withItem(onlyHosts, host, true) : onlyHosts,
    pausedUntil: 0,
  };
}

/** The host of what a writer has typed: an address or a bare name. Undefined where it is none. */
export function hostIn(typed: string): string | undefined {
  const words = typed.trim();
  const address = /^[a-z][a-z\d+.-]*:\/\//i.test(words) ? words : `https://${words}`;
  return words !== '' && URL.canParse(address) ? new URL(address).host : undefined;
}
