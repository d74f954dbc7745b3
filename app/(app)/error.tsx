'use client';
import { PageFailed } from '#components/layout/page-failed.tsx';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

/** Inside the frame, so that the way out stays where it was. */
export default function PageError({ error, retry }: ErrorProps) {
  return <PageFailed {...(error.digest ? { digest: error.digest } : {})} onRetry={retry} />;
}
