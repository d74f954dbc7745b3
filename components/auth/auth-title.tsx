import type { ReactNode } from 'react';
import { Logo } from '../ui/logo.tsx';

/** The mark, what this page is for, and one sentence about it. */
export function AuthTitle({ title, about }: { title: string; about?: ReactNode }) {
  return (
    <div className="mb-5 grid gap-1">
      <div className="mb-4 flex items-center gap-2">
        <Logo />
        <span className="text-14 font-semibold tracking-[-0.006em]">Tessera</span>
      </div>
      <h1 className="text-20">{title}</h1>
      {about && <p className="text-14 text-ink-2">{about}</p>}
    </div>
  );
}
