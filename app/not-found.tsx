import { Button } from '#components/ui/button.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';

export const metadata = { title: 'Not found' };

/** For an address nobody knows, and for records the person may not see: the two look the same. */
export default function NotFound() {
  return (
    <main className="grid min-h-full flex-1 place-items-center p-6">
      <EmptyState
        title="There is nothing at this address."
        actions={
          <Button asChild variant="primary">
            <AppLink href="/">Go to the start</AppLink>
          </Button>
        }
      >
        The link may be old, the record may have been archived, or it belongs to someone whose accounts you
        cannot see.
      </EmptyState>
    </main>
  );
}
