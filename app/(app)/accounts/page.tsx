import type { Metadata } from 'next';
import { AccountsList } from '#components/accounts/accounts-list.tsx';
import { NoRows } from '#components/accounts/no-rows.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { listAccounts } from '#lib/services/accounts/list.ts';
import { listFacts } from '#lib/services/accounts/list-facts.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { accountListQuery } from '#lib/shared/account-shapes.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { pageQuery } from '#lib/shared/page-query.ts';

export const metadata: Metadata = { title: 'Accounts' };

/** All accounts within one's reach; filters, order and view live in the address. */
export default async function AccountsPage({ searchParams }: PageProps<'/accounts'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  const asked = pageQuery(accountListQuery, query);
  const first = await read(ctx, asked).catch((error: unknown) => {
    if (isAppError(error)) return error.message;
    throw error;
  });
  if (typeof first === 'string') return <NoRows title="Accounts" reason={first} href="/accounts" />;
  return <AccountsList first={first} facts={listFacts(ctx, 'account')} />;
}

async function read(
  ctx: Awaited<ReturnType<typeof pageContext>>,
  { rule, format: _format, columns: _columns, ...query }: ReturnType<typeof accountListQuery.parse>,
) {
  return listAccounts(ctx, { ...query, rule: parseRule(rule), cursor: undefined, limit: 100 });
}
