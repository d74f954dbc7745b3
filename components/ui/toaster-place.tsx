'use client';
import { type CSSProperties, useEffect } from 'react';
import { Toaster as SonnerToaster, toast as sonner } from 'sonner';
import { toasterStands } from './toaster-call.ts';

/** Where toasts appear: bottom centre, above the tab bar of a phone. */
export function ToasterPlace() {
  // After the effects of the place itself, so that it hears of what waits.
  useEffect(() => toasterStands(sonner), []);
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
