'use client';
import { saveFile } from '../table/save-file.ts';

const SCALE = 2;
const XHTML = 'http://www.w3.org/1999/xhtml';

/** A copy of an element that carries every computed style itself, so it looks the same outside the page. */
function withOwnStyles(source: Element): Element {
  const copy = source.cloneNode(true) as Element;
  const originals = [source, ...source.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  originals.forEach((original, index) => {
    const target = copies[index];
    if (!target) return;
    const style = getComputedStyle(original);
    target.setAttribute(
      'style',
      [...style].map((name) => `${name}:${style.getPropertyValue(name)}`).join(';'),
    );
  });
  for (const hidden of copy.querySelectorAll('[data-no-export], .sr-only')) hidden.remove();
  return copy;
}

function asDataUrl(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(new Error('the font could not be read'));
    reader.readAsDataURL(blob);
  });
}

/** The page's own font as a style rule with the file inside; a picture may not fetch anything. */
async function fontRule(family: string): Promise<string> {
  const rules = [...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
  const face = rules.find(
    (rule) =>
      rule instanceof CSSFontFaceRule && unquoted(rule.style.getPropertyValue('font-family')) === family,
  ) as CSSFontFaceRule | undefined;
  const source = face && /url\("?([^")]+)"?\)/.exec(face.style.getPropertyValue('src'))?.[1];
  if (!face || !source) return '';
  const file = await fetch(new URL(source, face.parentStyleSheet?.href ?? location.href));
  return `@font-face{font-family:${family};font-weight:100 900;src:url(${await asDataUrl(await file.blob())})}`;
}

function unquoted(name: string): string {
  return name.replaceAll(/["']/g, '').trim();
}

function loadImage(url: string): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('the picture could not be drawn'));
    image.src = url;
  });
}

/** Saves an element as it looks now, at twice its size, as a PNG. Parts marked `data-no-export` are left out. */
export async function savePng(element: HTMLElement, name: string): Promise<void> {
  const { width, height } = element.getBoundingClientRect();
  const copy = withOwnStyles(element);
  copy.setAttribute('xmlns', XHTML);
  const body = new XMLSerializer().serializeToString(copy);
  const font = await fontRule(unquoted(getComputedStyle(element).fontFamily.split(',')[0] ?? ''));
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><style>${font}</style><foreignObject width="100%" height="100%">${body}</foreignObject></svg>`;
  const image = await loadImage(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(width * SCALE);
  canvas.height = Math.ceil(height * SCALE);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('the browser gives no canvas');
  context.scale(SCALE, SCALE);
  context.fillStyle = getComputedStyle(element).backgroundColor;
  context.fillRect(0, 0, width, height);
  context.drawImage(image, 0, 0);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  if (!blob) throw new Error('the picture could not be made');
  saveFile(`${name}.png`, blob);
}
