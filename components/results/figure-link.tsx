'use client';
import type { ReactNode } from 'react';
import type { Performance } from '#lib/metrics/performance.ts';
import { AppLink } from '../ui/app-link.tsx';
import { type RecordLink, recordsHref } from './records-href.ts';

/** A figure that opens the records it counted. `name` says so to those who do not see where it stands. */
export function FigureLink({
  data,
  to,
  name,
  children,
}: {
  data: Performance;
  to: RecordLink;
  name: string;
  children: ReactNode;
}) {
  return (
    <AppLink
      href={recordsHref(data, to)}
      title={name}
      className="rounded-1 decoration-ink-3 underline-offset-2 hover:underline"
    >
      {children}
    </AppLink>
  );
}
