import { describe, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { dayOfInstant, parseIsoDay, startOfDay } from '#lib/shared/days.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { changeAccounts } from './change-accounts.ts';
import { editPlan } from './edit-plan.ts';
import { getPlan } from './get-plan.ts';
import { placeNewAccounts } from './place-new.ts';
import { publishedMoves } from './plan-moves.ts';
import { planHistory, waitingView } from './plan-versions.ts';
import { publishPlan } from './publish-plan.ts';
import { restoreVersion } from './restore-version.ts';
import { startPlan } from './start-plan.ts';
import { takeEffect } from './take-effect.ts';
import { createTerritory, editTerritory } from './territories.ts';
import { withdrawVersion } from './withdraw-version.ts';

const held = useTempStore();
const ZONE = 'America/Chicago';
const start = testContext();
const at = (now: number) => testContext({ now });
const hours = (number: number) => testContext({ now: start.now + number * 3_600_000 });
const account = (id: number) => toPublicId('account', id);
const rep = (id: number) => toPublicId('rep', id);
const december = parseIsoDay('2026-12-01') ?? 0;
const midnight = startOfDay(december, ZONE);

/** AE of each account now. */
function holders(): (number | null)[] {
  return held.current.connection
    .prepare<[], number | null>(
      `SELECT x.rep_id FROM accounts a
       LEFT JOIN assignments x ON x.account_id = a.id AND x.slot = 'ae' AND x.to_at IS NULL ORDER BY a.id`,
    )
    .pluck()
    .all();
}

async function refusal(run: Promise<unknown>): Promise<{ code: string; message: string }> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return isAppError(error) ? { code: error.code, message: error.message } : { code: 'none', message: '' };
}

const give = (ctx = start, planId: string, ids: number[], to: number) =>
  changeAccounts(ctx, planId, { accountIds: ids.map(account), holder: { slot: 'ae', repId: rep(to) } });

describe('a version for a day ahead', () => {
  let planId = '';

  it('waits without changing anything, and takes over at the zone’s midnight', async () => {
    const { connection } = held.current;
    connection
      .prepare("INSERT INTO workspace (id, name, settings, created_at, updated_at) VALUES (1, 'W', ?, 0, 0)")
      .run(JSON.stringify({ timeZone: ZONE }));
    const us = termWriter(connection)('account.country', 'US');
    for (const id of [1, 2, 3, 4])
      connection
        .prepare(
          `INSERT INTO accounts (id, name, name_folded, family_id, country, revenue, created_at, updated_at)
           VALUES (?, ?, ?, ?, ?, 10, 0, 0)`,
        )
        .run(id, `Account ${id}`, `ACCOUNT ${id}`, id, us);
    for (const [id, name] of ['Ada', 'Ben', 'Cleo'].entries())
      connection
        .prepare('INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)')
        .run(id + 1, name, name.toUpperCase());
    planId = await startPlan(start, { name: 'Plan', start: 'blank' });
    const { id } = await createTerritory(start, planId, { name: 'USA', kind: 'geography', places: ['US'] });
    await editTerritory(start, planId, id, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
    await publishPlan(hours(1), planId, {}, null);
    expect(holders()).toEqual([1, 1, 1, 1]);

    await give(hours(2), planId, [1, 2], 2);
    const done = await publishPlan(hours(3), planId, { effectiveOn: december, note: 'New year' }, null);
    expect(done).toMatchObject({ number: 2, movedAccounts: 2, effectiveAt: midnight, isWaiting: true });
    expect(holders()).toEqual([1, 1, 1, 1]);
    expect(await getPlan(hours(4), planId)).toMatchObject({ publishedNumber: 1, moves: 2 });
    expect(planHistory(hours(4), planId).map(({ number, state }) => [number, state])).toEqual([
      [2, 'waiting'],
      [1, 'inForce'],
    ]);
    expect(await waitingView(hours(4), planId)).toMatchObject({ number: 2, movedAccounts: 2, left: [] });
    expect(await publishedMoves(hours(4), planId, 2)).toHaveLength(2);

    // What changes later changes nothing about what the version says.
    await give(hours(5), planId, [3], 3);
    expect(await takeEffect(at(midnight - 1))).toMatchObject({ versions: 0 });
    expect(holders()).toEqual([1, 1, 1, 1]);
    expect(await takeEffect(at(midnight))).toMatchObject({ versions: 1 });
    expect(holders()).toEqual([2, 2, 1, 1]);
    expect(await takeEffect(at(midnight + 1000))).toMatchObject({ versions: 0 });
    expect(planHistory(at(midnight), planId)[0]).toMatchObject({ state: 'inForce', tookEffectAt: midnight });
    expect(dayOfInstant(midnight, ZONE)).toBe(december);
    expect(await publishedMoves(at(midnight), planId, 2)).toHaveLength(2);
    expect(await getPlan(at(midnight), planId)).toMatchObject({ publishedNumber: 2, moves: 1 });
  });

  it('is refused for a day that is past, and in words while another one waits', async () => {
    const ctx = at(midnight + 3_600_000);
    expect(await refusal(publishPlan(ctx, planId, { effectiveOn: december - 1 }, null))).toMatchObject({
      code: 'invalid',
    });
    await publishPlan(ctx, planId, { effectiveOn: december + 5 }, null);
    const refused = await refusal(publishPlan(ctx, planId, {}, null));
    expect(refused).toMatchObject({ code: 'conflict' });
    expect(refused.message).toMatch(/^v3 waits to take over on .*6.* Withdraw it first/);
    expect(holders()).toEqual([2, 2, 1, 1]);
    expect(await publishPlan(ctx, planId, { replacesWaiting: true }, null)).toMatchObject({
      number: 4,
      isWaiting: false,
    });
    expect(planHistory(ctx, planId).map(({ number, state }) => [number, state])).toEqual([
      [4, 'inForce'],
      [3, 'withdrawn'],
      [2, 'past'],
      [1, 'past'],
    ]);
    expect(holders()).toEqual([2, 2, 3, 1]);
    expect(await takeEffect(at(midnight + 6 * 86_400_000))).toMatchObject({ versions: 0 });
  });

  it('can be withdrawn once, and not after it took over', async () => {
    const ctx = at(midnight + 2 * 3_600_000);
    await give(ctx, planId, [4], 3);
    await publishPlan(ctx, planId, { effectiveOn: december + 5 }, null);
    await withdrawVersion(ctx, planId, 5, {});
    expect((await refusal(withdrawVersion(ctx, planId, 5, {}))).code).toBe('conflict');
    expect((await refusal(withdrawVersion(ctx, planId, 4, {}))).code).toBe('conflict');
    expect(await takeEffect(at(midnight + 6 * 86_400_000))).toMatchObject({ versions: 0 });
    expect(holders()).toEqual([2, 2, 3, 1]);
    expect((await refusal(restoreVersion(ctx, planId, 5, {}))).code).toBe('invalid');
  });

  it('loses nothing when two people publish at once', async () => {
    const ctx = at(midnight + 3 * 3_600_000);
    const { version } = await getPlan(ctx, planId);
    const both = await Promise.allSettled([
      publishPlan(ctx, planId, { effectiveOn: december + 7 }, version),
      publishPlan(ctx, planId, { effectiveOn: december + 8 }, version),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(planHistory(ctx, planId).filter(({ state }) => state === 'waiting')).toHaveLength(1);
    await withdrawVersion(ctx, planId, 6, {});
  });

  it('survives a way back meanwhile, and leaves out who left and what is in the Trash', async () => {
    const ctx = at(midnight + 4 * 3_600_000);
    const { connection } = held.current;
    await publishPlan(ctx, planId, { effectiveOn: december + 9 }, null);
    await restoreVersion(at(ctx.now + 1000), planId, 1, {});
    expect(holders()).toEqual([1, 1, 1, 1]);
    connection.exec('UPDATE reps SET is_active = 0 WHERE id = 2');
    connection.prepare('UPDATE accounts SET archived_at = ? WHERE id = 3').run(ctx.now);
    expect(await waitingView(ctx, planId)).toMatchObject({
      number: 7,
      movedAccounts: 1,
      left: [{ name: 'Ben', accounts: 2 }],
      goneAccounts: 1,
    });
    await takeEffect(at(startOfDay(december + 9, ZONE) + 60_000));
    expect(holders()).toEqual([1, 1, 1, 3]);
    expect(planHistory(ctx, planId)[0]).toMatchObject({ number: 8, state: 'past' });
    expect(planHistory(ctx, planId)[1]).toMatchObject({
      number: 7,
      state: 'inForce',
      left: [{ name: 'Ben', accounts: 2 }],
      goneAccounts: 1,
    });
    const back = await restoreVersion(at(startOfDay(december + 10, ZONE)), planId, 8, {});
    expect(back.movedAccounts).toBe(1);
    expect(holders()).toEqual([1, 1, 1, 1]);
  });

  it('has accounts placed that came since it was frozen and that the version before did not take', async () => {
    const ctx = at(startOfDay(december + 11, ZONE));
    const { connection } = held.current;
    const de = termWriter(connection)('account.country', 'DE');
    const { id } = await createTerritory(ctx, planId, { name: 'Germany', kind: 'geography', places: ['DE'] });
    await editTerritory(ctx, planId, id, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
    await editPlan(ctx, planId, { placesNewAccounts: true }, null);
    await publishPlan(ctx, planId, { effectiveOn: december + 12 }, null);
    connection
      .prepare(
        `INSERT INTO accounts (id, name, name_folded, family_id, country, revenue, created_at, updated_at)
         VALUES (5, 'Account 5', 'ACCOUNT 5', 5, ?, 10, ?, 0)`,
      )
      .run(de, ctx.now + 1);
    expect(await placeNewAccounts(at(ctx.now + 2))).toEqual({ placed: 0 });
    const then = startOfDay(december + 12, ZONE);
    expect(await takeEffect(at(then))).toMatchObject({ versions: 1 });
    expect(connection.prepare("SELECT count(*) FROM jobs WHERE kind = 'plans.placeNew'").pluck().get()).toBe(
      1,
    );
    expect(await placeNewAccounts(at(then + 1))).toEqual({ placed: 1 });
    expect(holders()[4]).toBe(1);
  });
});
