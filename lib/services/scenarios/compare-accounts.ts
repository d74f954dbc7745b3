import { store } from '#db/client.ts';
import { accountIdsByName, accountNames } from '#db/queries/plans/account-names.ts';
import { holderRows } from '#db/queries/plans/plan-rows.ts';
import { territoryNames } from '#db/queries/scenarios/territory-names.ts';
import type { ComparedRow } from '#db/queries/scenarios/compare-plans.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { CompareAccountsQuery, ComparedAccount } from '#lib/shared/scenario-shapes.ts';
import type { TableFile } from '#lib/shared/table-file/table-file.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { comparedHeads, sideQuestions } from './compared-sides.ts';

type Page = { items: ComparedAccount[]; total: number; nextOffset: number | null };

/** Who holds each account on every side, a page at a time, within scope; most potential first. */
export async function compareAccounts(ctx: Context, query: CompareAccountsQuery): Promise<Page> {
  requireCan(ctx.actor, 'plans.read');
  const { connection } = store();
  const { heads } = comparedHeads(connection, query.plans);
  const { rows, total } = await heavyRead('compareAccounts', {
    sides: await sideQuestions(ctx, heads),
    slot: query.slot,
    scope: scopeOf(ctx.actor),
    today: dayOfInstant(ctx.now, workspaceSettings(connection).timeZone),
    onlyDifferences: query.only === 'differences',
    accountIds: query.q ? accountIdsByName(connection, query.q) : null,
    offset: query.offset,
    limit: query.limit,
  });
  const end = query.offset + rows.length;
  return { items: viewsOf(rows), total, nextOffset: end < total ? end : null };
}

/** All that the query finds as a file: one row per account, territory and holder per side. */
export async function compareAccountsFile(ctx: Context, query: CompareAccountsQuery): Promise<TableFile> {
  requireCan(ctx.actor, 'accounts.export');
  const { connection } = store();
  const { heads, plan } = comparedHeads(connection, query.plans);
  const { items } = await compareAccounts(ctx, { ...query, offset: 0, limit: 1_000_000 });
  return {
    name: `compare-${plan.name}`,
    currency: workspaceSettings(connection).currency,
    columns: [
      { header: 'account_id' },
      { header: 'account' },
      { header: 'potential', kind: 'money' },
      { header: 'touches', kind: 'number' },
      { header: 'differs' },
      ...heads.flatMap(({ name }) => [{ header: `${name}: territory` }, { header: `${name}: holder` }]),
    ],
    rows: items.map((item) => [
      item.id,
      item.name,
      item.potentialAmount,
      item.workloadTouches,
      item.differs ? 'yes' : 'no',
      ...item.sides.flatMap(({ territory, holder }) => [territory?.name ?? null, holder?.name ?? null]),
    ]),
  };
}

function viewsOf(rows: readonly ComparedRow[]): ComparedAccount[] {
  const { connection } = store();
  const names = accountNames(
    connection,
    rows.map((row) => row.accountId),
  );
  const people = new Map(holderRows(connection).map((holder) => [holder.id, holder.name]));
  const territories = territoryNames(connection);
  return rows.map(({ accountId, sides, ...row }) => ({
    id: toPublicId('account', accountId),
    name: names.get(accountId)?.name ?? '',
    ...row,
    sides: sides.map(({ territoryId, repId }) => ({
      territory:
        territoryId === null
          ? null
          : {
              id: toPublicId('territory', territoryId),
              name: territories.get(territoryId) ?? 'a territory that is gone',
            },
      holder:
        repId === null
          ? null
          : { id: toPublicId('rep', repId), name: people.get(repId) ?? 'somebody who left' },
    })),
  }));
}
