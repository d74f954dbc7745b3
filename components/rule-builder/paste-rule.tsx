'use client';
import { ClipboardPaste } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { IconButton } from '#components/ui/icon-button.tsx';

const PasteDialog = dynamic(() => import('./paste-dialog.tsx').then((module) => module.PasteDialog), {
  ssr: false,
});

/** Takes in a rule from the clipboard: from another segment or another tool. */
export function PasteRule() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <IconButton label="Paste a rule" onClick={() => setOpen(true)}>
        <ClipboardPaste aria-hidden />
      </IconButton>
      {isOpen && <PasteDialog onClose={() => setOpen(false)} />}
    </>
  );
}
