import { beforeAll, describe, expect, it, vi } from 'vitest';
import { write } from '#db/write.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { dayOfInstant, startOfDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { changeAccounts } from './change-accounts.ts';
import { publishPlan } from './publish-plan.ts';
import { startPlan } from './start-plan.ts';
import { takeEffect } from './take-effect.ts';
import type * as reads from '#workers/reads/host.ts';
import { withdrawVersion } from './withdraw-version.ts';

/** What happens right after a heavy read was answered, before anything is written. */
let afterRead: (name: string) => Promise<void> = async () => {};
const asked: { name: string; isInWrite: boolean }[] = [];

vi.mock('#workers/reads/host.ts', async (original) => {
  const actual = await original<typeof reads>();
  return {
    ...actual,
    heavyRead: async (...[name, input]: Parameters<typeof actual.heavyRead>) => {
      asked.push({ name, isInWrite: held.current.connection.inTransaction });
      const answer = await actual.heavyRead(name, input as never);
      await afterRead(name);
      return answer;
    },
  };
});

const held = useTempStore();
const start = testContext();
const tomorrow = dayOfInstant(start.now, 'UTC') + 1;
const midnight = testContext({ now: startOfDay(tomorrow, 'UTC') });
let planId = '';

const holders = () =>
  held.current.connection
    .prepare(
      "SELECT account_id, rep_id FROM assignments WHERE slot = 'ae' AND to_at IS NULL ORDER BY account_id",
    )
    .raw()
    .all();

const publishFor = async (repId: number) => {
  await changeAccounts(start, planId, {
    accountIds: [1, 2].map((id) => toPublicId('account', id)),
    holder: { slot: 'ae', repId: toPublicId('rep', repId) },
  });
  return publishPlan(start, planId, { effectiveOn: tomorrow }, null);
};

/** Gives account 1 to a rep at once, as an accepted request does. */
const giveNow = (repId: number) =>
  write(start, (tx) => {
    tx.connection
      .prepare('UPDATE assignments SET to_at = ? WHERE account_id = 1 AND to_at IS NULL')
      .run(start.now);
    tx.connection
      .prepare(
        "INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (1, 'ae', ?, 'hand', ?)",
      )
      .run(repId, start.now);
    tx.changed({ entity: 'assignment', recordId: null, op: 'bulk' });
  });

beforeAll(async () => {
  const { connection } = held.current;
  for (const id of [1, 2, 3])
    connection
      .prepare('INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (?, ?, ?, 0, 0)')
      .run(id, `Rep ${id}`, `REP ${id}`);
  for (const id of [1, 2])
    connection
      .prepare(
        'INSERT INTO accounts (id, name, name_folded, family_id, revenue, created_at, updated_at) VALUES (?, ?, ?, ?, 10, 0, 0)',
      )
      .run(id, `Account ${id}`, `ACCOUNT ${id}`, id);
  planId = await startPlan(start, { name: 'Plan', start: 'blank' });
});

describe('a version that takes over', () => {
  it('is worked out before the write, and once more where an account changed hands meanwhile', async () => {
    await publishFor(1);
    asked.length = 0;
    let isGiven = false;
    afterRead = async (name) => {
      if (name !== 'frozenMoves' || isGiven) return;
      isGiven = true;
      await giveNow(3);
    };
    expect(await takeEffect(midnight)).toMatchObject({ versions: 1 });
    afterRead = async () => {};
    expect(asked.filter(({ name }) => name === 'frozenMoves')).toEqual([
      { name: 'frozenMoves', isInWrite: false },
      { name: 'frozenMoves', isInWrite: false },
    ]);
    expect(holders()).toEqual([
      [1, 3],
      [2, 1],
    ]);
  });

  it('takes over all the same where something changes every time it is read', async () => {
    await publishFor(2);
    afterRead = async (name) => {
      if (name === 'frozenMoves') await giveNow(3);
    };
    expect(await takeEffect(midnight)).toMatchObject({ versions: 1 });
    afterRead = async () => {};
    expect(holders()).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });

  it('does not, when it is withdrawn while it is read', async () => {
    const { number } = await publishFor(1);
    afterRead = async (name) => {
      if (name === 'frozenMoves') await withdrawVersion(start, planId, number, {});
    };
    expect(await takeEffect(midnight)).toMatchObject({ versions: 0 });
    afterRead = async () => {};
    expect(holders()).toEqual([
      [1, 3],
      [2, 2],
    ]);
  });
});
