import { beforeAll, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { previewChange } from './change-accounts.ts';
import { startPlan } from './start-plan.ts';
import { createTerritory, editTerritory } from './territories.ts';

const held = useTempStore();
const ctx = testContext();
const rep = (id: number) => toPublicId('rep', id);

let planId = '';
let east = '';

/** Account 1 lies in the west with Ada, account 2 in the east with Ben. */
beforeAll(async () => {
  const { connection } = held.current;
  const term = termWriter(connection);
  connection.exec(`INSERT INTO reps (id, name, name_folded, created_at, updated_at)
    VALUES (1, 'Ada', 'ada', 0, 0), (2, 'Ben', 'ben', 0, 0)`);
  const account = connection.prepare(
    `INSERT INTO accounts (id, name, name_folded, family_id, country, state, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, 0, 0)`,
  );
  const country = term('account.country', 'US');
  account.run(1, 'One', 'one', 1, country, term('account.state', 'US-WA'));
  account.run(2, 'Two', 'two', 2, country, term('account.state', 'US-NY'));
  connection.exec(`INSERT INTO stages (id, name, name_folded, term_id, position, outcome) VALUES
      (1, 'Open', 'open', ${term('opportunity.stage', 'Open')}, 1, 'open'),
      (2, 'Won', 'won', ${term('opportunity.stage', 'Won')}, 2, 'won');
    INSERT INTO opportunities (id, account_id, stage_id, amount, created_at, updated_at) VALUES
      (1, 1, 1, 30000, 0, 0), (2, 1, 2, 70000, 0, 0), (3, 2, 1, 5000, 0, 0)`);
  planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
  const west = (await createTerritory(ctx, planId, { name: 'West', kind: 'geography', places: ['US-WA'] }))
    .id;
  east = (await createTerritory(ctx, planId, { name: 'East', kind: 'geography', places: ['US-NY'] })).id;
  await editTerritory(ctx, planId, west, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
  await editTerritory(ctx, planId, east, { holders: { ae: [{ repId: rep(2), weight: 1 }] } });
});

it('tells the open pipeline that would go with an account, and none of its closed deals', async () => {
  const { books } = await previewChange(ctx, planId, {
    accountIds: [toPublicId('account', 1)],
    territoryId: east,
  });
  const pipelines = books.map((book) => [book.repId, book.pipelineBeforeAmount, book.pipelineAfterAmount]);
  expect(pipelines).toEqual([
    [rep(1), 30_000, 0],
    [rep(2), 5_000, 35_000],
  ]);
});
