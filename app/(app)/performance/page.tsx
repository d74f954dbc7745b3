import type { Metadata } from 'next';
import { PerformancePage } from '#components/results/performance-page.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { parsePerformanceFilters } from '#lib/metrics/performance-filters.ts';
import { performance } from '#lib/services/results/performance.ts';

export const metadata: Metadata = { title: 'Segment results' };

export default async function Page({ searchParams }: PageProps<'/performance'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  const data = await performance(ctx, parsePerformanceFilters(query));
  return <PerformancePage data={data} />;
}
