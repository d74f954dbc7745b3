import type { Metadata } from 'next';
import { LettersPage } from '#components/letters/letters-page.tsx';
import { NoAccess } from '#components/settings/no-access.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { can } from '#lib/permissions/can.ts';
import { everybodysLetters } from '#lib/services/books/everybodys-letters.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { letterQuerySchema } from '#lib/shared/book-shapes.ts';
import { pageQuery } from '#lib/shared/page-query.ts';

export const metadata: Metadata = { title: 'Letters' };

/** What everybody holds, what changed and why, to read and to print in one go. */
export default async function Page({ searchParams }: PageProps<'/territories/reps/letters'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  if (!can(ctx.actor, 'plans.edit')) return <NoAccess role={ctx.actor.role} action="plans.edit" />;
  const { version } = pageQuery(letterQuerySchema, query);
  const letters = await orNotFound(() => everybodysLetters(ctx, version));
  const { name, settings } = getSettings(ctx);
  return <LettersPage letters={letters} timeZone={settings.timeZone} workspace={name} />;
}
