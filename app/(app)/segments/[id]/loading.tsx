import { Skeleton, SkeletonRows } from '#components/ui/skeleton.tsx';

/** A page of a segment before it is there. */
export default function LoadingSegment() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-12 items-center border-b border-line px-4">
        <Skeleton className="h-4 w-72" />
      </div>
      <SkeletonRows rows={12} label="Opening the segment" />
    </div>
  );
}
