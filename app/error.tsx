'use client';
import { PageFailed } from '#components/layout/page-failed.tsx';

export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <main className="flex min-h-dvh flex-col">
      <PageFailed {...(error.digest ? { digest: error.digest } : {})} onRetry={reset} />
    </main>
  );
}
