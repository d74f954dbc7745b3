import type { ReactNode } from 'react';

/** A quiet sheet in the middle of the page, for people who are not signed in yet. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <main className="flex min-h-dvh flex-col items-center bg-canvas px-4 py-12 sm:pt-[14vh]">
      <div className="w-full max-w-90">{children}</div>
    </main>
  );
}
