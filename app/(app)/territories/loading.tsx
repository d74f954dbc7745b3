import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

export default function Loading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader title="Territories" />
      <SkeletonRows rows={14} label="Loading the plan" />
    </div>
  );
}
