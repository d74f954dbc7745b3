import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';

/** Instead of a list that one may not see or that nobody has. */
export function NoList({
  reason,
  isAsked,
  next,
}: {
  reason: string;
  isAsked: boolean;
  /** What the person can do about it. */
  next: { href: string; label: string };
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="My accounts" />
      <div className="p-4">
        <EmptyState
          title={reason}
          actions={
            <Button asChild>
              <AppLink href={isAsked ? '/my' : next.href}>{isAsked ? 'My own list' : next.label}</AppLink>
            </Button>
          }
        >
          A list of work belongs to somebody who holds accounts.
        </EmptyState>
      </div>
    </div>
  );
}
