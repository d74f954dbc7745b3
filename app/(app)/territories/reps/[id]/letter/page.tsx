import type { Metadata } from 'next';
import { NoRows } from '#components/accounts/no-rows.tsx';
import { LetterPage } from '#components/letters/letter-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { bookLetter } from '#lib/services/books/letter.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { letterQuerySchema } from '#lib/shared/book-shapes.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { pageQuery } from '#lib/shared/page-query.ts';

export const metadata: Metadata = { title: 'Letter' };

/** What one rep holds, what changed and why, to read and to print. */
export default async function Page({ params, searchParams }: PageProps<'/territories/reps/[id]/letter'>) {
  const [ctx, { id }, query] = await Promise.all([pageContext(), params, searchParams]);
  if (!can(ctx.actor, 'plans.read')) return <NoAccess role={ctx.actor.role} action="plans.read" />;
  const { version } = pageQuery(letterQuerySchema, query);
  const letter = await orNotFound(() => {
    try {
      return bookLetter(ctx, id, version);
    } catch (error) {
      if (isAppError(error) && error.code === 'forbidden') return error.message;
      throw error;
    }
  });
  if (typeof letter === 'string') return <NoRows title="Not your letter" reason={letter} href="/my" />;
  const { name, settings } = getSettings(ctx);
  return (
    <LetterPage
      letter={letter}
      timeZone={settings.timeZone}
      workspace={name}
      mayPlan={can(ctx.actor, 'plans.edit')}
    />
  );
}
