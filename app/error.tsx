'use client';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';

/** A page that failed: what happened in plain words, and another try. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="grid min-h-full flex-1 place-items-center p-6">
      <ErrorState
        title="This page could not be shown."
        actions={
          <Button variant="primary" onClick={reset}>
            Try again
          </Button>
        }
      >
        Nothing was changed. If it happens again, tell your administrator
        {error.digest ? ` and mention ${error.digest}` : ''}.
      </ErrorState>
    </div>
  );
}
