import { Skeleton, SkeletonRows } from '#components/ui/skeleton.tsx';

/** The two panes before they are there. */
export default function LoadingSegment() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 items-center border-b border-line px-4">
        <Skeleton className="h-4 w-72" />
      </div>
      <div className="grid min-h-0 flex-1 grid-cols-[536px_minmax(0,1fr)] max-lg:grid-cols-1">
        <SkeletonRows rows={8} label="Opening the rule" />
        <div className="border-l border-line max-lg:hidden">
          <SkeletonRows rows={12} label="Opening the list" />
        </div>
      </div>
    </div>
  );
}
