'use client';
import { useEffect, useState } from 'react';

const tokens = [
  'panel',
  'raised',
  'text',
  'text-2',
  'text-3',
  'line',
  'line-strong',
  'map-none',
  'map-line',
  'accent',
  'accent-soft',
  'on-accent',
  'caution',
  'caution-ink',
  'chart-fill',
  'chart-ink',
  'cat-1',
  'cat-2',
  'cat-3',
  'cat-4',
  'cat-5',
  'cat-6',
  'cat-7',
  'cat-8',
  'cat-9',
  'cat-10',
] as const;
export type Token = (typeof tokens)[number];
export type Palette = Record<Token, string> & { font: string };

/** The design tokens as plain colours that a canvas understands, in the theme that is on. */
function readPalette(): Palette {
  const probe = document.createElement('span');
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const entries = tokens.map((token) => {
    probe.style.color = `var(--${token})`;
    return [token, style.color] as const;
  });
  const font = style.fontFamily;
  probe.remove();
  return { ...(Object.fromEntries(entries) as Record<Token, string>), font };
}

/** The palette, read again whenever the theme changes. Null on the server and before the first paint. */
export function usePalette(): Palette | null {
  const [palette, setPalette] = useState<Palette | null>(null);
  useEffect(() => {
    const read = () => setPalette(readPalette());
    read();
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const observer = new MutationObserver(read);
    observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    dark.addEventListener('change', read);
    return () => {
      observer.disconnect();
      dark.removeEventListener('change', read);
    };
  }, []);
  return palette;
}
