'use client';
import { Toaster as SonnerToaster } from 'sonner';

/** Where toasts appear: bottom centre, above the tab bar of a phone. One per document. */
export function Toaster() {
  return (
    <SonnerToaster
      position="bottom-center"
      offset={24}
      mobileOffset={{ bottom: 80 }}
      visibleToasts={3}
      containerAriaLabel="Messages"
      toastOptions={{ unstyled: true, className: 'flex w-full justify-center' }}
    />
  );
}
