/** A record as one HTML file: its own style, no script, nothing from elsewhere. */
import { type ComponentChildren, h, isValidElement, type VNode } from 'preact';
import type { Locale } from '../settings/locale.ts';
import { layOutRecord } from './layout.ts';
import style from './page.css?inline';
import { RecordPage } from './page.tsx';
import type { ReviewRecord } from './record.ts';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (character) => ENTITIES[character]!);

/** The HTML of a tree of elements and pure components. Handlers, refs and void elements are not for paper. */
function serialize(node: ComponentChildren): string {
  if (node === null || node === undefined || typeof node === 'boolean') return '';
  if (Array.isArray(node)) return node.map(serialize).join('');
  if (!isValidElement(node)) return escapeHtml(String(node));
  const { type, props } = node as VNode<Record<string, unknown>>;
  if (typeof type === 'function') return serialize((type as (given: object) => ComponentChildren)(props));
  const { children, ...attributes } = props;
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escapeHtml(String(value))}"`);
  return `<${type}${written.join('')}>${serialize(children as ComponentChildren)}</${type}>`;
}

/** @returns a whole document in UTF-8's characters */
export function recordToHtml(record: ReviewRecord, locale: Locale): string {
  const title = escapeHtml(`${layOutRecord(record, locale).title}：${record.name}`);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title}</title>
<style>
${style}</style>
</head>
<body>
${serialize(h(RecordPage, { record, locale }))}
</body>
</html>
`;
}
