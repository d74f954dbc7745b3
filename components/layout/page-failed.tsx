'use client';
import { Button } from '../ui/button.tsx';
import { ErrorState } from '../ui/error-state.tsx';

/** A page that failed: what it means in plain words, and another try. `digest` finds it in the log. */
export function PageFailed({ digest, onRetry }: { digest?: string; onRetry: () => void }) {
  return (
    <div className="grid min-h-full flex-1 place-items-center p-6">
      <ErrorState
        title={<h1 className="text-13">This page could not be shown.</h1>}
        actions={
          <Button variant="primary" onClick={onRetry}>
            Try again
          </Button>
        }
      >
        Nothing was changed. If it happens again, tell your administrator
        {digest ? ` and mention ${digest}` : ''}.
      </ErrorState>
    </div>
  );
}
