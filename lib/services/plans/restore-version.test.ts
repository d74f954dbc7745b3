import { describe, expect, it } from 'vitest';
import { writeHandAssignment } from '#db/queries/requests/write-hand-assignment.ts';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { changeAccounts } from './change-accounts.ts';
import { publishedMoves } from './plan-moves.ts';
import { planHistory } from './plan-versions.ts';
import { publishPlan } from './publish-plan.ts';
import { restoreVersion } from './restore-version.ts';
import { startPlan } from './start-plan.ts';
import { createTerritory, editTerritory } from './territories.ts';

const held = useTempStore();
const start = testContext();
const day = (number: number) => testContext({ now: start.now + number * 86_400_000 });
const rep = (id: number) => toPublicId('rep', id);
const account = (id: number) => toPublicId('account', id);

/** What is in force: account, territory, AE. */
function inForce(): unknown[] {
  return held.current.connection
    .prepare(
      `SELECT a.id, p.territory_id AS territory, x.rep_id AS ae FROM accounts a
       LEFT JOIN placements p ON p.account_id = a.id AND p.to_at IS NULL
       LEFT JOIN assignments x ON x.account_id = a.id AND x.slot = 'ae' AND x.to_at IS NULL ORDER BY a.id`,
    )
    .all();
}

describe('going back to a version', () => {
  let planId = '';
  let first: unknown[] = [];
  let second: unknown[] = [];

  it('counts first, then moves everything back as a version of its own', async () => {
    const { connection } = held.current;
    const us = termWriter(connection)('account.country', 'US');
    const add = connection.prepare(
      `INSERT INTO accounts (id, name, name_folded, family_id, country, revenue, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 10, ?, 0)`,
    );
    for (const id of [1, 2, 3, 4]) add.run(id, `Account ${id}`, `ACCOUNT ${id}`, id, us, 0);
    const person = connection.prepare(
      'INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)',
    );
    for (const [id, name] of [
      [1, 'Ada'],
      [2, 'Ben'],
      [3, 'Cleo'],
    ] as const)
      person.run(id, name, name.toUpperCase());
    planId = await startPlan(start, { name: 'Plan', start: 'blank' });
    const { id } = await createTerritory(start, planId, { name: 'USA', kind: 'geography', places: ['US'] });
    await editTerritory(start, planId, id, { holders: { ae: [{ repId: rep(1), weight: 1 }] } });
    await publishPlan(day(1), planId, {}, null);
    first = inForce();
    await changeAccounts(day(2), planId, {
      accountIds: [account(1), account(2)],
      holder: { slot: 'ae', repId: rep(2) },
    });
    await publishPlan(day(3), planId, {}, null);
    second = inForce();
    add.run(5, 'Account 5', 'ACCOUNT 5', 5, us, day(4).now);

    const dry = await restoreVersion(day(5), planId, 1, { isDry: true });
    expect(dry).toEqual({ number: null, movedAccounts: 2, movedAmount: 20, keptAccounts: 0 });
    expect(inForce().slice(0, 4)).toEqual(second);
    expect(await restoreVersion(day(5), planId, 1, {})).toMatchObject({ number: 3, movedAccounts: 2 });
    expect(inForce()).toEqual([...first, { id: 5, territory: null, ae: null }]);
    expect(planHistory(day(5), planId)[0]).toMatchObject({ number: 3, note: 'Back to v1', movedAccounts: 2 });
    expect((await publishedMoves(day(5), planId, 3)).map((row) => row.at(-1))).toEqual([
      'Back to v1',
      'Back to v1',
    ]);
  });

  it('can be taken back the same way, and leaves who has left out of it', async () => {
    held.current.connection.prepare('UPDATE reps SET is_active = 0 WHERE id = 2').run();
    expect(await restoreVersion(day(6), planId, 2, { isDry: true })).toMatchObject({
      movedAccounts: 0,
      keptAccounts: 2,
    });
    held.current.connection.prepare('UPDATE reps SET is_active = 1 WHERE id = 2').run();
    await restoreVersion(day(6), planId, 2, { note: 'Ben is back' });
    expect(inForce().slice(0, 4)).toEqual(second);
    expect(planHistory(day(6), planId)[0]).toMatchObject({ number: 4, note: 'Ben is back' });
  });

  it('is refused for what is in force, what never was, and whoever may not publish', async () => {
    const code = (run: Promise<unknown>) =>
      run.then(
        () => 'went through',
        (error: unknown) => (isAppError(error) ? error.code : String(error)),
      );
    expect(await code(restoreVersion(day(7), planId, 4, {}))).toBe('invalid');
    expect(await code(restoreVersion(day(7), planId, 9, {}))).toBe('not_found');
    const viewer = testContext({ now: day(7).now, actor: { kind: 'user', role: 'viewer' } });
    expect(await code(restoreVersion(viewer, planId, 1, {}))).toBe('forbidden');
    // An account changes hands while the moves are worked out.
    const run = restoreVersion(day(7), planId, 3, {});
    const { connection } = held.current;
    writeHandAssignment(connection, {
      accountId: 3,
      slot: 'ae',
      repId: 3,
      reason: 'Asked',
      at: day(7).now + 1,
    });
    expect(await code(run)).toBe('conflict');
    expect(planHistory(day(7), planId)[0]).toMatchObject({ number: 4, state: 'inForce' });
  });
});
