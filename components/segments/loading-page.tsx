import { Skeleton, SkeletonRows } from '#components/ui/skeleton.tsx';

/** A page of rows before it is there: its bar, its tabs when it has some, and grey rows. */
export function LoadingPage({ label, tabs = false }: { label: string; tabs?: boolean }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 shrink-0 items-center border-b border-line px-4">
        <Skeleton className="h-4 w-64" />
      </div>
      {tabs && (
        <div className="flex h-9 shrink-0 items-center gap-4 border-b border-line px-4">
          <Skeleton className="h-3 w-12" />
          <Skeleton className="h-3 w-20" />
          <Skeleton className="h-3 w-16" />
        </div>
      )}
      <SkeletonRows rows={14} label={label} />
    </div>
  );
}
