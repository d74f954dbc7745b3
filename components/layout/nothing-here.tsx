import { AppLink } from '../ui/app-link.tsx';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** For an address nobody knows and for records the person may not see: the two look the same. */
export function NothingHere() {
  return (
    <div className="grid min-h-full flex-1 place-items-center p-6">
      <EmptyState
        title={<h1 className="text-13">There is nothing at this address.</h1>}
        actions={
          <Button asChild variant="primary">
            <AppLink href="/">Go to the start</AppLink>
          </Button>
        }
      >
        The link may be old, the record may have been archived, or it belongs to someone whose accounts you
        cannot see.
      </EmptyState>
    </div>
  );
}
