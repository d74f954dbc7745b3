'use client';
import { ArrowRightLeft } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { Button, type ButtonProps } from '#components/ui/button.tsx';

const AskDialog = dynamic(() => import('./ask-dialog.tsx').then((module) => module.AskDialog), {
  ssr: false,
});

/** Opens the question who should hold an account. */
export function AskButton({
  accountId,
  name,
  label = 'Ask for a change',
  size = 'sm',
  variant = 'ghost',
}: {
  accountId: string;
  name: string;
  label?: string;
  size?: ButtonProps['size'];
  variant?: ButtonProps['variant'];
}) {
  const router = useRouter();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        size={size}
        variant={variant}
        aria-label={`${label}: ${name}`}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        {variant !== 'link' && <ArrowRightLeft aria-hidden />}
        {label}
      </Button>
      {isOpen && (
        <AskDialog
          accountId={accountId}
          name={name}
          onClose={() => setOpen(false)}
          onAsked={() => router.refresh()}
        />
      )}
    </>
  );
}
