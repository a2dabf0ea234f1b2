/** Our own layer over the page: a host element beside the page's content, with a closed shadow root. */
import { composedParent } from '../fields/eligibility.ts';

/** What is open above the rest of the page, where an element of ours must be to be seen and clicked. */
export function layerOf(element: Element): Element {
  for (let at: Element | null = element; at; at = composedParent(at)) {
    if (at.matches('dialog:modal, :popover-open, :fullscreen')) return at;
  }
  return element.ownerDocument.documentElement;
}

const HOST_STYLE = `:host{all:initial!important;direction:ltr!important;position:absolute!important;top:0!important;left:0!important;\
width:0!important;height:0!important;overflow:visible!important;pointer-events:none!important;\
z-index:2147483647!important;display:block!important}
:host([hidden]){display:none!important}`;

export interface Overlay {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Puts the host (back) where it belongs: some pages empty themselves now and then, or open a dialog. */
  ensure(): void;
  /** Puts it at that level of its layer; without, it is above all else. */
  setLevel(zIndex: number): void;
}

/** Whether an element of the same tree comes behind the host, and may be painted over it. */
function isBefore(host: Element, element: Element): boolean {
  const position = host.compareDocumentPosition(element);
  return (
    (position & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_DISCONNECTED)) ===
    Node.DOCUMENT_POSITION_FOLLOWING
  );
}

/** A host in the layer of `element`, which takes no room and no clicks, with styles for what is put in it. It goes when `signal` aborts. */
export function createOverlay(element: Element, name: string, styles: string, signal: AbortSignal): Overlay {
  const { ownerDocument } = element;
  const host = ownerDocument.createElement(name);
  const root = host.attachShadow({ mode: 'closed' });
  const sheet = new ownerDocument.defaultView!.CSSStyleSheet();
  sheet.replaceSync(HOST_STYLE + styles);
  root.adoptedStyleSheets.push(sheet);
  const ensure = () => {
    const layer = layerOf(element);
    if (host.parentNode !== layer || isBefore(host, element)) layer.append(host);
  };
  const { style } = sheet.cssRules[0] as CSSStyleRule;
  const setLevel = (zIndex: number) => {
    if (style.zIndex !== String(zIndex)) style.setProperty('z-index', String(zIndex), 'important');
  };
  signal.addEventListener('abort', () => host.remove(), { once: true });
  return { host, root, ensure, setLevel };
}

const CONTAINING = /paint|layout|strict|content/;
const STACKING = /opacity|transform|scale|rotate|translate|filter|perspective|isolation|blend|clip-path|mask/;

/** Whether z-index means anything to the element. */
const takesLevel = ({ position }: CSSStyleDeclaration, parent: CSSStyleDeclaration | undefined): boolean =>
  position !== 'static' || /flex|grid/.test(parent?.display ?? '');

/** Whether what is inside the element is stacked in it and not among the elements around it. */
function isStackingContext(style: CSSStyleDeclaration, parent: CSSStyleDeclaration | undefined): boolean {
  return (
    style.position === 'fixed' ||
    style.position === 'sticky' ||
    (takesLevel(style, parent) && style.zIndex !== 'auto') ||
    Number(style.opacity) < 1 ||
    style.isolation === 'isolate' ||
    style.mixBlendMode !== 'normal' ||
    CONTAINING.test(style.contain) ||
    STACKING.test(style.willChange) ||
    [style.transform, style.scale, style.rotate, style.translate, style.filter, style.backdropFilter].some(isSet) ||
    [style.perspective, style.clipPath, style.maskImage].some(isSet)
  );
}

const isSet = (value: string | undefined) => value !== undefined && value !== '' && value !== 'none';

/**
 * The z-index that the element's outermost stacking context has in its layer. What comes last in the layer with the same
 * z-index lies just above the element, and below what the page puts above it: menus, bars, dialogs.
 */
export function stackLevelOf(element: Element): number {
  const layer = layerOf(element);
  let level = 0;
  for (let at: Element | null = element; at && at !== layer; at = composedParent(at)) {
    const style = getComputedStyle(at);
    const around = composedParent(at);
    const parent = around ? getComputedStyle(around) : undefined;
    if (isStackingContext(style, parent)) level = (takesLevel(style, parent) && Number.parseInt(style.zIndex, 10)) || 0;
  }
  return level;
}

/** A rectangle in the pixels of the viewport. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The part of the element that its scrolling and clipping ancestors let through. */
export function visibleBox(element: Element): Box {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const box = { left, top, right, bottom };
  const { body, documentElement } = element.ownerDocument;
  for (let at = composedParent(element); at; at = composedParent(at)) {
    if (at === documentElement || at === body) continue;
    const { overflowX, overflowY } = getComputedStyle(at);
    if (overflowX === 'visible' && overflowY === 'visible') continue;
    const clip = at.getBoundingClientRect();
    if (overflowX !== 'visible') {
      box.left = Math.max(box.left, clip.left);
      box.right = Math.min(box.right, clip.right);
    }
    if (overflowY !== 'visible') {
      box.top = Math.max(box.top, clip.top);
      box.bottom = Math.min(box.bottom, clip.bottom);
    }
  }
  return box;
}

/** How the element's own pixels become the viewport's, without the shift: transforms and zoom around it together. */
export function linearMap(element: HTMLElement): DOMMatrix {
  const { offsetWidth, offsetHeight } = element;
  const rect = element.getBoundingClientRect();
  let map = new DOMMatrix();
  if (Math.abs(rect.width - offsetWidth) < 1 && Math.abs(rect.height - offsetHeight) < 1) return map;
  for (let at: Element | null = element; at; at = composedParent(at)) {
    const { transform } = getComputedStyle(at);
    if (transform !== 'none') map = new DOMMatrix(transform).multiply(map);
  }
  map = new DOMMatrix([map.a, map.b, map.c, map.d, 0, 0]);
  const { left, right } = boundsOf(map, offsetWidth, offsetHeight);
  // What remains is zoom and the `scale` property, which as a rule stretch both ways alike.
  return new DOMMatrix().scale(rect.width / (right - left || 1) || 1).multiply(map);
}

/** The bounds of a width × height box under the map. */
export function boundsOf(map: DOMMatrix, width: number, height: number): Box {
  const corners = [
    [0, 0],
    [width, 0],
    [0, height],
    [width, height],
  ].map(([x, y]) => map.transformPoint(new DOMPoint(x, y)));
  const xs = corners.map(({ x }) => x);
  const ys = corners.map(({ y }) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}
