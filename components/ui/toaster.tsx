'use client';
import type { CSSProperties } from 'react';
import { Toaster as SonnerToaster } from 'sonner';

/** Where toasts appear: bottom centre, above the tab bar of a phone. One per document. */
export function Toaster() {
  return (
    <SonnerToaster
      position="bottom-center"
      offset={24}
      mobileOffset={{ bottom: 80 }}
      visibleToasts={3}
      expand
      gap={8}
      style={{ '--width': 'min(640px, calc(100vw - 32px))', fontFamily: 'inherit' } as CSSProperties}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, className: 'flex w-full justify-center' }}
    />
  );
}
