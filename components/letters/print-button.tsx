'use client';
import { Printer } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';

/** Prints the page, or saves it as PDF in the browser's own dialog. */
export function PrintButton() {
  return (
    <Button size="sm" onClick={() => window.print()}>
      <Printer aria-hidden />
      Print
    </Button>
  );
}
