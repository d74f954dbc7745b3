import type { Connection } from '#db/client.ts';
import { termWriter } from '#db/terms.ts';
import { testContext } from '#db/testing/temp-store.ts';
import type { Actor } from '#lib/permissions/actor.ts';
import type { Context } from '#lib/permissions/context.ts';
import { publishPlan } from '#lib/services/plans/publish-plan.ts';
import { startPlan } from '#lib/services/plans/start-plan.ts';
import { createTerritory, editTerritory } from '#lib/services/plans/territories.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';

/** Ada, Ben and Cleo sell; Lena leads Ada and Ben, Tom leads Cleo. User ids are rep ids and ten. */
export const ADA = 1;
export const BEN = 2;
export const CLEO = 3;
export const LENA = 4;
export const TOM = 5;

/** Two teams with their users, and eight accounts: three in Washington, two in New York, one in Texas, two nowhere. */
export function insertTeams(connection: Connection): void {
  const people: [number, string, number | null, string][] = [
    [LENA, 'Lena', null, 'leader'],
    [TOM, 'Tom', null, 'leader'],
    [ADA, 'Ada', LENA, 'rep'],
    [BEN, 'Ben', LENA, 'rep'],
    [CLEO, 'Cleo', TOM, 'rep'],
  ];
  const ae = termWriter(connection)('rep.role', 'AE');
  for (const [id, name, managerId, role] of people) {
    connection
      .prepare(
        `INSERT INTO reps (id, name, name_folded, manager_id, role, capacity_touches, max_accounts, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, 100, 10, 0, 0)`,
      )
      .run(id, name, foldText(name), managerId, role === 'rep' ? ae : null);
    connection
      .prepare(
        `INSERT INTO users (id, email, email_folded, name, role, rep_id, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, 0, 0)`,
      )
      .run(id + 10, `${id}@example.com`, foldText(`${id}@example.com`), `User ${id}`, role, id);
  }
  const term = termWriter(connection);
  const states: Record<number, string | null> = {
    1: 'US-WA',
    2: 'US-WA',
    3: 'US-WA',
    4: 'US-NY',
    5: 'US-NY',
    6: 'US-TX',
    7: null,
    8: null,
  };
  for (const [id, state] of Object.entries(states)) {
    connection
      .prepare(
        `INSERT INTO accounts (id, name, name_folded, family_id, country, state, revenue, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, 0, 0)`,
      )
      .run(
        Number(id),
        `Account ${id}`,
        foldText(`Account ${id}`),
        Number(id),
        state === null ? null : term('account.country', 'US'),
        state === null ? null : term('account.state', state),
        Number(id) * 100,
      );
  }
  const tacoma = term('account.city', 'Tacoma');
  connection.prepare('UPDATE accounts SET city = ? WHERE id = 7').run(tacoma);
  connection.exec(`
    INSERT INTO terms (id, field, label, folded) VALUES (900, 'opportunity.stage', 'Talk', 'TALK');
    INSERT INTO stages (id, name, name_folded, term_id, position, outcome) VALUES (1, 'Talk', 'TALK', 900, 0, 'open');
    INSERT INTO opportunities (account_id, stage_id, amount, created_at, updated_at) VALUES (1, 1, 40, 0, 0), (4, 1, 60, 0, 0);
  `);
}

const teams: Record<number, number[]> = { [LENA]: [ADA, BEN, LENA], [TOM]: [CLEO, TOM] };

/** Somebody of these people at an instant (epoch ms): Lena and Tom see their teams, the others their own book. */
export function contextOf(repId: number, now: number, more: Partial<Actor> = {}): Context {
  return testContext({
    now,
    actor: {
      kind: 'user',
      userId: repId + 10,
      name: `User ${repId}`,
      role: teams[repId] ? 'leader' : 'rep',
      leaderSees: 'team',
      repId,
      holderIds: teams[repId] ?? [repId],
      ...more,
    },
  });
}

/** Publishes a plan that gives Washington to Ada, New York to Ben and Texas to Cleo; its public id. */
export async function publishedTeamsPlan(ctx: Context): Promise<string> {
  const planId = await startPlan(ctx, { name: 'FY27', start: 'blank' });
  for (const [name, place, repId] of [
    ['West', 'US-WA', ADA],
    ['East', 'US-NY', BEN],
    ['South', 'US-TX', CLEO],
  ] as const) {
    const { id } = await createTerritory(ctx, planId, { name, kind: 'geography', places: [place] });
    await editTerritory(ctx, planId, id, {
      holders: { ae: [{ repId: toPublicId('rep', repId), weight: 1 }] },
    });
  }
  await publishPlan(ctx, planId, {}, null);
  return planId;
}
