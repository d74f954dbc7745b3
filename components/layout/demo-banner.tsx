import type { ReactNode } from 'react';

/** Says on every page that the data are invented; `action` removes them or leads there. */
export function DemoBanner({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <aside
      aria-label="About the data"
      className="flex min-h-7 shrink-0 flex-wrap items-center gap-x-3 border-b border-caution-line bg-caution-soft px-4 py-1 text-12 text-caution-ink print:hidden"
    >
      <span>{children}</span>
      {action && <span className="ml-auto">{action}</span>}
    </aside>
  );
}
