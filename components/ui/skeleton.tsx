import { cn } from './cn.ts';

/** Grey stand-in for a first load only; a number that was there stays, dimmed. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('h-4 rounded-1 bg-press motion-safe:animate-pulse', className)} />;
}

/** Rows of a table or list that has never been loaded. */
export function SkeletonRows({ rows = 8, label = 'Loading' }: { rows?: number; label?: string }) {
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="flex h-8 items-center gap-6 border-b border-line px-4">
          <Skeleton className="h-3 w-2/6" />
          <Skeleton className="h-3 w-1/6" />
          <Skeleton className="h-3 w-1/6" />
          <Skeleton className="ml-auto h-3 w-12" />
        </div>
      ))}
    </div>
  );
}
