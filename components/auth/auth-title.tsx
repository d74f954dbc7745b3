import type { ReactNode } from 'react';

/** The mark, what this page is for, and one sentence about it. */
export function AuthTitle({ title, about }: { title: string; about?: ReactNode }) {
  return (
    <div className="mb-5 grid gap-1">
      <div className="mb-4 flex items-center gap-2">
        <Mark />
        <span className="text-14 font-semibold tracking-[-0.006em]">Tessera</span>
      </div>
      <h1 className="text-20">{title}</h1>
      {about && <p className="text-14 text-ink-2">{about}</p>}
    </div>
  );
}

function Mark() {
  return (
    <svg viewBox="0 0 20 20" className="size-5 text-accent" aria-hidden="true" fill="currentColor">
      <rect x="1" y="1" width="8" height="8" rx="1.5" />
      <rect x="11" y="1" width="8" height="8" rx="1.5" opacity=".45" />
      <rect x="1" y="11" width="8" height="8" rx="1.5" opacity=".45" />
      <rect x="11" y="11" width="8" height="8" rx="1.5" opacity=".75" />
    </svg>
  );
}
