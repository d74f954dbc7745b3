import type { ReactNode } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';

/** A list whose address asks for something that cannot be answered. */
export function NoRows({
  title,
  reason,
  href,
  actions,
}: {
  title: string;
  reason: string;
  href: string;
  /** What else can be done about it. */
  actions?: ReactNode;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title={title} />
      <div className="p-4">
        <ErrorState
          title={reason}
          actions={
            <>
              <Button asChild>
                <AppLink href={href}>Show the whole list</AppLink>
              </Button>
              {actions}
            </>
          }
        />
      </div>
    </div>
  );
}
