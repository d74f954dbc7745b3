'use client';
import { PageFailed } from '#components/layout/page-failed.tsx';

type ErrorProps = { error: Error & { digest?: string }; retry: () => void };

export default function PageError({ error, retry }: ErrorProps) {
  return (
    <main className="flex min-h-dvh flex-col">
      <PageFailed {...(error.digest ? { digest: error.digest } : {})} onRetry={retry} />
    </main>
  );
}
