import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatCount } from '#lib/shared/format.ts';
import type { WorkList } from '#lib/shared/work-shapes.ts';

/** Why a list of work is empty, and what to do about it. */
export function NoWork({
  list,
  isSnoozed,
  isFiltered,
  onClear,
}: {
  list: WorkList;
  isSnoozed: boolean;
  isFiltered: boolean;
  onClear: () => void;
}) {
  if (isFiltered) {
    return (
      <EmptyState
        title="No account of this book fits the filter."
        actions={<Button onClick={onClear}>Clear the filter</Button>}
      >
        The name or the tier that was chosen leaves nothing.
      </EmptyState>
    );
  }
  if (isSnoozed)
    return <EmptyState title="Nothing is snoozed.">Press S on an account to put it off.</EmptyState>;
  if (list.book.snoozed > 0) {
    return (
      <EmptyState title="Everything is snoozed.">
        {formatCount(list.book.snoozed, 'account')} will come back on the day that was chosen.
      </EmptyState>
    );
  }
  const leftOut = (list.book.withCustomers ? 0 : list.book.customers) + list.book.doNotContact;
  return (
    <EmptyState
      title={`${list.rep.name} holds no accounts to work.`}
      actions={
        <Button asChild>
          <AppLink href="/accounts">All accounts</AppLink>
        </Button>
      }
    >
      {leftOut > 0
        ? `${formatCount(leftOut, 'account')} are customers or must not be contacted; the filter brings them in.`
        : 'Accounts arrive here when a territory plan is published that gives them.'}
    </EmptyState>
  );
}
