import type { Metadata } from 'next';
import { z } from 'zod';
import { NoList } from '#components/my-accounts/no-list.tsx';
import { BookPage } from '#components/my-book/book-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { can } from '#lib/permissions/can.ts';
import { getBook } from '#lib/services/books/get-book.ts';
import { listRequests } from '#lib/services/requests/list.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { pageQuery } from '#lib/shared/page-query.ts';

export const metadata: Metadata = { title: 'My book' };

const bookQuery = z.object({ rep: z.string().optional() });

/** One's own book against the team's middle; leaders and RevOps look at those in their reach with `?rep=`. */
export default async function Page({ searchParams }: PageProps<'/my/book'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const { rep } = pageQuery(bookQuery, query);
  const book = await getBook(ctx, rep).catch((error: unknown) => {
    if (isAppError(error)) return error.message;
    throw error;
  });
  if (typeof book === 'string') {
    const next = { href: '/my', label: 'My accounts' };
    return <NoList reason={book} isAsked={rep !== undefined} next={next} />;
  }
  const { currency, timeZone } = getSettings(ctx).settings;
  const asked = listRequests(ctx, { status: 'all', mine: true, limit: 100 }).items;
  return (
    <BookPage
      book={book}
      requests={book.isOwn || asked.length > 0 ? asked : null}
      settings={{ currency, timeZone, todayOn: dayOfInstant(ctx.now, timeZone) }}
    />
  );
}
