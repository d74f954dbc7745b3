'use client';
import './globals.css';
import { Button } from '#components/ui/button.tsx';
import { ErrorState } from '#components/ui/error-state.tsx';

/** Stands in for the whole document when even the shell failed. */
export default function GlobalError({ retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Tessera</title>
        <main className="grid min-h-dvh place-items-center p-6">
          <ErrorState
            title="Tessera could not be shown."
            actions={
              <Button variant="primary" onClick={retry}>
                Try again
              </Button>
            }
          >
            The server may be starting or out of reach. Nothing was changed.
          </ErrorState>
        </main>
      </body>
    </html>
  );
}
