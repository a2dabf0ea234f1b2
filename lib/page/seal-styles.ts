import { type Scheme, themeOf } from '../ui/theme.ts';

const RULES = `.seal{display:flex;align-items:center;justify-content:center;gap:3px;box-sizing:border-box;min-width:24px;height:24px;
padding:0 5px;font:600 12px/1 inherit;font-family:inherit;color:var(--qy-quiet);cursor:pointer;touch-action:none;
background:var(--qy-surface);border:1px solid var(--qy-border);border-radius:12px;opacity:.85}
.seal:hover,.seal[aria-expanded=true]{opacity:1;border-color:var(--qy-quiet)}
.clean{color:var(--qy-good)}
.errors{min-width:10px;padding:1px 3px;color:var(--qy-on-accent);text-align:center;background:var(--qy-accent);border-radius:8px}
.warnings{color:var(--qy-warning);text-decoration:underline dashed;text-underline-offset:2px}
.said{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.menu{position:absolute;display:flex;flex-direction:column;width:max-content;max-width:min(280px,calc(100vw - 16px));padding:6px;
box-sizing:border-box;color:var(--qy-text);background:var(--qy-surface);border:1px solid var(--qy-border);border-radius:10px;
box-shadow:0 1px 2px rgb(0 0 0 / 8%),0 8px 28px rgb(0 0 0 / 16%)}
.menu p{margin:2px 8px;font-weight:600}
.menu .legend{font-size:12px;font-weight:400;color:var(--qy-quiet)}
.menu button{min-height:28px;padding:3px 8px;font:inherit;color:inherit;text-align:start;cursor:pointer;background:none;border:0;
border-radius:6px}
.menu button:hover{background:var(--qy-raised)}
.menu kbd{float:inline-end;margin-inline-start:16px;font:inherit;font-size:12px;color:var(--qy-quiet)}
.menu hr{width:100%;margin:4px 0;border:0;border-top:1px solid var(--qy-border)}
@media (forced-colors:active){.errors{border:1px solid}}
`;

/** Everything the seal needs in a shadow root, on a light or a dark ground. */
export const sealStyles = (scheme: Scheme): string => themeOf(scheme) + RULES;
