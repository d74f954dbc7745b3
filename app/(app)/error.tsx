'use client';
import { PageFailed } from '#components/layout/page-failed.tsx';

/** Inside the frame, so that the way out stays where it was. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <PageFailed {...(error.digest ? { digest: error.digest } : {})} onRetry={reset} />;
}
