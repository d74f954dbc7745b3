import { PageHeader } from '#components/ui/page-header.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';

export default function Loading() {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader crumbs={[{ label: 'Performance', href: '/performance' }]} title="Records" />
      <div className="p-4">
        <SkeletonRows rows={10} label="Loading records" />
      </div>
    </div>
  );
}
