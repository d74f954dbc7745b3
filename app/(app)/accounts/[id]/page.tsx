import type { Metadata } from 'next';
import { AccountPage } from '#components/accounts/account-page.tsx';
import { NoRows } from '#components/accounts/no-rows.tsx';
import { AskButton } from '#components/requests/ask-button.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { orNotFound } from '#lib/http/or-not-found.ts';
import { accountRights } from '#lib/services/accounts/account-rights.ts';
import { getAccount } from '#lib/services/accounts/get.ts';
import { getAccountBrief } from '#lib/services/accounts/get-brief.ts';
import { mayAskFor } from '#lib/services/requests/choices.ts';
import { listTierNames } from '#lib/services/tiers/list-names.ts';
import { getSettings } from '#lib/services/settings/get.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { isAppError } from '#lib/shared/errors.ts';

export const metadata: Metadata = { title: 'Account' };

/** One account. */
export default async function Page({ params, searchParams }: PageProps<'/accounts/[id]'>) {
  const [ctx, { id }, query] = await Promise.all([pageContext(), params, searchParams]);
  const account = await orNotFound(() => {
    try {
      return getAccount(ctx, id);
    } catch (error) {
      if (isAppError(error) && error.code === 'forbidden') return error.message;
      throw error;
    }
  });
  if (typeof account === 'string')
    return (
      <NoRows
        title="Not in your book"
        reason={account}
        href="/accounts"
        actions={mayAskFor(ctx, id) && <AskButton accountId={id} name="this account" label="Ask for it" />}
      />
    );
  const { settings } = getSettings(ctx);
  return (
    <AccountPage
      account={account}
      brief={await getAccountBrief(ctx, id)}
      contactId={typeof query.contact === 'string' ? query.contact : null}
      facts={{
        currency: settings.currency,
        timeZone: settings.timeZone,
        todayOn: dayOfInstant(ctx.now, settings.timeZone),
        tiers: listTierNames(ctx),
        may: accountRights(ctx, id),
      }}
    />
  );
}
