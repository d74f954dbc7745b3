'use client';
import { Search } from 'lucide-react';
import { IconButton } from './icon-button.tsx';
import { openPalette } from './shortcut-events.ts';

/** The magnifier of the phone layout. */
export function PaletteButton({ className }: { className?: string }) {
  return (
    <IconButton label="Find anything" className={className} onClick={openPalette}>
      <Search aria-hidden />
    </IconButton>
  );
}
