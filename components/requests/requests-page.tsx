'use client';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import { formatCount } from '#lib/shared/format.ts';
import type { AccountRequest } from '#lib/shared/request-shapes.ts';
import { RequestCard, type RequestFacts } from './request-card.tsx';

/** What people ask for about who holds an account, for those who decide: each with its effect on both books. */
export function RequestsPage({
  requests,
  isDecided,
  facts,
}: {
  requests: readonly AccountRequest[];
  /** Those that are decided already are shown. */
  isDecided: boolean;
  facts: RequestFacts;
}) {
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'Territories', href: '/territories' }]}
        title="Requests"
        facts={isDecided ? 'decided' : formatCount(requests.length, 'open request')}
        actions={
          <Button asChild size="sm">
            <AppLink href={isDecided ? '/territories/requests' : '/territories/requests?show=decided'}>
              {isDecided ? 'Open ones' : 'Decided ones'}
            </AppLink>
          </Button>
        }
      />
      <div className="min-h-0 flex-1 overflow-auto">
        {requests.map((request, at) => (
          <RequestCard
            key={`${request.id} ${request.version}`}
            request={request}
            facts={facts}
            isFirst={at < 8}
          />
        ))}
        {requests.length === 0 && (
          <EmptyState className="m-4" title={isDecided ? 'Nothing was decided yet.' : 'No request is open.'}>
            Reps ask on an account’s page, in their list or under My book; what they ask for stands here with
            its effect on both books.
          </EmptyState>
        )}
      </div>
    </div>
  );
}
