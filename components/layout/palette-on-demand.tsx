'use client';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onOpenPalette } from '../ui/shortcut-events.ts';
import type { PaletteProps } from './command-palette.tsx';

const CommandPalette = dynamic(
  () => import('./command-palette.tsx').then((module) => module.CommandPalette),
  { ssr: false },
);

/** The palette, loaded when it is first asked for. */
export function PaletteOnDemand(props: Omit<PaletteProps, 'startsOpen'>) {
  const [isAsked, setAsked] = useState(false);
  useEffect(() => onOpenPalette(() => setAsked(true)), []);
  return isAsked && <CommandPalette {...props} startsOpen />;
}
