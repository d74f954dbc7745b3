import { Mail } from 'lucide-react';
import { AskForFree } from '#components/requests/ask-for-free.tsx';
import { MyRequests } from '#components/requests/my-requests.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Book } from '#lib/shared/book-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { AccountRequest } from '#lib/shared/request-shapes.ts';
import { BookAccounts } from './book-accounts.tsx';
import { BookMeasures } from './book-measures.tsx';
import { BookMoves } from './book-moves.tsx';
import { WonChart } from './won-chart.tsx';

export type BookSettings = { currency: string; timeZone: string; todayOn: number };

/** Somebody's own book: against the team's middle, what was won, what came and went, and what they asked for. */
export function BookPage({
  book,
  requests,
  settings,
}: {
  book: Book;
  /** Own requests; null in somebody else's book. */
  requests: readonly AccountRequest[] | null;
  settings: BookSettings;
}) {
  const { currency, timeZone } = settings;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <PageHeader
        crumbs={[{ label: 'My accounts', href: '/my' }]}
        title={book.isOwn ? 'My book' : `Book of ${book.rep.name}`}
        facts={formatCount(book.accounts.length, 'account')}
        actions={
          <>
            {requests && <AskForFree />}
            {book.rep.kind === 'rep' && (
              <Button asChild size="sm">
                <AppLink href={`/territories/reps/${book.rep.id}/letter`}>
                  <Mail aria-hidden />
                  Letter
                </AppLink>
              </Button>
            )}
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-auto">
        <BookMeasures book={book} currency={currency} />
        {requests && <MyRequests requests={requests} todayOn={settings.todayOn} timeZone={timeZone} />}
        <WonChart book={book} currency={currency} />
        <BookMoves book={book} timeZone={timeZone} />
        <BookAccounts book={book} currency={currency} timeZone={timeZone} />
      </div>
    </div>
  );
}
