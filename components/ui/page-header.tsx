import { Fragment, type ReactNode } from 'react';
import { AppLink } from './app-link.tsx';
import { cn } from './cn.ts';
import { Logo } from './logo.tsx';
import { PaletteButton } from './palette-button.tsx';

/** One step of the path to a page; the page itself is the title. */
export type Crumb = { label: string; href: string };

/** The 48 px bar of a page: path, title, status and facts at the left, actions at the right. */
export function PageHeader({
  crumbs = [],
  title,
  status,
  facts,
  actions,
  className,
}: {
  crumbs?: Crumb[];
  title: ReactNode;
  /** Chips right after the title. */
  status?: ReactNode;
  /** Small grey facts after them. */
  facts?: ReactNode;
  actions?: ReactNode;
  className?: string;
}) {
  return (
    <header
      className={cn(
        'flex min-h-12 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-panel px-4 py-1.5',
        className,
      )}
    >
      <Logo className="md:hidden" />
      <div className="flex min-w-40 flex-1 items-center gap-2 max-sm:flex-wrap max-sm:gap-y-0">
        {crumbs.length > 0 && (
          <nav aria-label="Breadcrumb" className="flex shrink-0 items-center gap-2 text-ink-3">
            {crumbs.map((crumb) => (
              <Fragment key={crumb.href}>
                <AppLink href={crumb.href} className="rounded-1 hover:text-ink">
                  {crumb.label}
                </AppLink>
                <span aria-hidden>/</span>
              </Fragment>
            ))}
          </nav>
        )}
        <h1 className="truncate text-14 tracking-[-0.006em] max-md:text-16">{title}</h1>
        {status}
        {facts && <div className="shrink-[999] truncate text-12 text-ink-3 max-sm:w-full">{facts}</div>}
      </div>
      <PaletteButton className="md:hidden [&_svg]:size-5" />
      {actions && <div className="ml-auto flex flex-wrap items-center justify-end gap-2">{actions}</div>}
    </header>
  );
}
