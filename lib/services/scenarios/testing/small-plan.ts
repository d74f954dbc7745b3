import type { Connection } from '#db/client.ts';
import { termWriter } from '#db/terms.ts';
import { testContext } from '#db/testing/temp-store.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import { changeAccounts } from '../../plans/change-accounts.ts';
import { listPlanAccounts } from '../../plans/plan-accounts.ts';
import { publishPlan } from '../../plans/publish-plan.ts';
import { startPlan } from '../../plans/start-plan.ts';
import { createTerritory, editTerritory } from '../../plans/territories.ts';

export const ctx = testContext();
/** Some hours later. */
export const at = (hours: number) => testContext({ now: ctx.now + hours * 3_600_000 });
export const rep = (id: number) => toPublicId('rep', id);
export const account = (id: number) => toPublicId('account', id);

/** 6 US accounts (2 in Washington), 2 German ones, 1 without a country; three reps with quotas. */
function seed(connection: Connection): void {
  const term = termWriter(connection);
  const us = term('account.country', 'US');
  const de = term('account.country', 'DE');
  const wa = term('account.state', 'US-WA');
  const insert = connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, family_id, country, state, revenue, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  const rows: [number, number | null, number | null, number | null][] = [
    [1, us, wa, 100],
    [2, us, wa, 80],
    [3, us, null, 60],
    [4, us, null, 40],
    [5, us, null, 20],
    [6, us, null, null],
    [7, de, null, 500],
    [8, de, null, 300],
    [9, null, null, 50],
  ];
  for (const [id, country, state, revenue] of rows)
    insert.run(id, `Account ${id}`, foldText(`Account ${id}`), id, country, state, revenue);
  const person = connection.prepare(
    `INSERT INTO reps (id, name, name_folded, quota_amount, capacity_touches, created_at, updated_at)
     VALUES (?, ?, ?, ?, 100, 0, 0)`,
  );
  for (const [id, name] of [
    [1, 'Ada'],
    [2, 'Ben'],
    [3, 'Cem'],
  ] as const)
    person.run(id, name, foldText(name), id * 1_000);
}

/** The plan over them, published: West with one named account, USA with one given by hand, Germany. */
export async function publishedSmallPlan(
  connection: Connection,
): Promise<{ planId: string; west: string; usa: string; germany: string }> {
  seed(connection);
  const planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
  const add = async (name: string, places: string[], holder: number) => {
    const { id } = await createTerritory(ctx, planId, { name, kind: 'geography', places });
    await editTerritory(ctx, planId, id, { holders: { ae: [{ repId: rep(holder), weight: 1 }] } });
    return id;
  };
  const west = await add('West', ['US-WA'], 1);
  const usa = await add('USA', ['US'], 2);
  const germany = await add('Germany', ['DE'], 3);
  await changeAccounts(ctx, planId, { accountIds: [account(9)], territoryId: west });
  await changeAccounts(ctx, planId, { accountIds: [account(3)], holder: { slot: 'ae', repId: rep(1) } });
  await publishPlan(ctx, planId, {}, null);
  return { planId, west, usa, germany };
}

/** The code that a verb refuses with. */
export async function refusal(run: () => Promise<unknown>): Promise<string> {
  const error = await run().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isAppError(error) ? error.code : String(error);
}

/** Where every account lies in a plan and who holds it, by name. */
export async function lies(id: string): Promise<string[]> {
  const { items } = await listPlanAccounts(ctx, id, {
    sort: '-potential',
    offset: 0,
    limit: 100,
  });
  return items
    .map((item) => `${item.name}: ${item.territoryAfter?.name} ${item.slots[0]?.to?.name}`)
    .sort((a, b) => a.localeCompare(b));
}
