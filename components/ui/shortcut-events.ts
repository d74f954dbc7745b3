const PALETTE = 'tessera:palette';

/** Opens the command palette from anywhere. */
export function openPalette(): void {
  window.dispatchEvent(new Event(PALETTE));
}

/** Calls back whenever the palette is asked for; returns the way to stop. */
export function onOpenPalette(open: () => void): () => void {
  window.addEventListener(PALETTE, open);
  return () => window.removeEventListener(PALETTE, open);
}
