'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onOpenPalette } from '../ui/shortcut-events.ts';
import type { PaletteProps } from './command-palette.tsx';

const load = () => import('./command-palette.tsx').then((module) => module.CommandPalette);
const CommandPalette = dynamic(load, { ssr: false });
const WARM_AFTER_MS = 2_000;

/** The palette, loaded when it is first asked for or the page has come to rest. What is typed meanwhile is not lost. */
export function PaletteOnDemand(props: Omit<PaletteProps, 'startsOpen' | 'startsWith' | 'onThere'>) {
  const [isAsked, setAsked] = useState(false);
  const [isThere, setThere] = useState(false);
  const [typed, setTyped] = useState('');
  useEffect(() => onOpenPalette(() => setAsked(true)), []);
  useEffect(() => {
    const timer = setTimeout(() => void load(), WARM_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  useEffect(() => {
    if (!isAsked || isThere) return;
    const keep = (event: KeyboardEvent) => {
      if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      event.stopPropagation();
      setTyped((before) => before + event.key);
    };
    window.addEventListener('keydown', keep, true);
    return () => window.removeEventListener('keydown', keep, true);
  }, [isAsked, isThere]);
  return (
    isAsked && <CommandPalette {...props} startsOpen startsWith={typed} onThere={() => setThere(true)} />
  );
}
