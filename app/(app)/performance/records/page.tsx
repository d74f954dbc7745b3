import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { RecordList } from '#components/results/record-list.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { resultsInputOf } from '#lib/services/results/from-query.ts';
import { recordsPage } from '#lib/services/results/records-page.ts';
import { recordsInputOf } from '#lib/services/results/records-input.ts';
import { isAppError } from '#lib/shared/errors.ts';

export const metadata: Metadata = { title: 'Records behind a figure' };

export default async function Page({ searchParams }: PageProps<'/performance/records'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  if (Object.keys(query).length === 0) redirect('/performance');
  const params = new URLSearchParams(
    Object.entries(query).flatMap(([name, value]) => [value ?? []].flat().map((one) => [name, one])),
  );
  const data = await load(params).catch((error: unknown) => {
    if (isAppError(error) && (error.code === 'invalid' || error.code === 'not_found')) notFound();
    throw error;
  });
  return <RecordList key={params.toString()} {...data} />;

  async function load(asked: URLSearchParams) {
    const records = recordsInputOf(asked);
    const input = resultsInputOf(asked, ['figure', 'reached', 'limit', 'cursor', 'format']);
    return recordsPage(ctx, input, { ...records, limit: 200 });
  }
}
