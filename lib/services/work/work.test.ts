import { beforeAll, expect, test } from 'vitest';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { holderIdsOf } from '#db/queries/users/holder-ids.ts';
import { logActivity, removeActivity } from '#lib/services/activities/log-activity.ts';
import { activityInput } from '#lib/shared/activity-shapes.ts';
import { addCalendarUnits, dayOfInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { nextStepInput, type WorkList, workQuery } from '#lib/shared/work-shapes.ts';
import { listWorkReps, myAccounts } from './my-accounts.ts';
import { addNextStep, changeNextStep, listNextSteps, removeNextStep } from './next-steps.ts';
import { snoozeAccount, unsnoozeAccount } from './snooze.ts';

const db = useTempStore();
const now = Date.UTC(2026, 10, 19, 15, 0);
const clock = { now };
let ansel = testContext(clock);
let otherRepId = '';

const listOf = (query: Record<string, string> = {}): Promise<WorkList> =>
  myAccounts(ansel, workQuery.parse(query));

beforeAll(async () => {
  await seedDemo(db.current, { now, accounts: 2_000 });
  const { connection } = db.current;
  const rep = connection
    .prepare<[], { id: number; userId: number }>(
      `SELECT r.id, u.id AS userId FROM reps r JOIN users u ON u.email = r.email WHERE r.name = 'Ansel Brightmoor'`,
    )
    .get() ?? { id: 0, userId: 0 };
  ansel = testContext({
    ...clock,
    actor: {
      kind: 'user',
      userId: rep.userId,
      name: 'Ansel Brightmoor',
      role: 'rep',
      repId: rep.id,
      holderIds: holderIdsOf(connection, rep.id, false),
    },
  });
  const other = connection
    .prepare<[number], number>('SELECT rep_id FROM assignments WHERE to_at IS NULL AND rep_id <> ? LIMIT 1')
    .pluck()
    .get(rep.id);
  otherRepId = toPublicId('rep', other ?? 0);
});

function foreignAccount(): string {
  const id = db.current.connection
    .prepare<[string], number>(
      `SELECT id FROM accounts a WHERE NOT EXISTS (SELECT 1 FROM assignments s WHERE s.account_id = a.id
         AND s.to_at IS NULL AND s.rep_id IN (SELECT value FROM json_each(?))) LIMIT 1`,
    )
    .pluck()
    .get(JSON.stringify(ansel.actor.holderIds));
  return toPublicId('account', id ?? 0);
}

test('the groups add up to the list and to what is due', async () => {
  const list = await listOf();
  expect(list.items.length).toBeGreaterThan(5);
  expect(list.groups.reduce((sum, group) => sum + group.accounts, 0)).toBe(list.count);
  expect(list.groups.reduce((sum, group) => sum + group.touchesDue, 0)).toBe(list.book.due);
  expect(list.book.dueAccounts + list.book.doneAccounts + list.book.snoozed).toBe(list.book.accounts);
  for (const row of list.items) {
    const bound = row.touchesFrom === null ? 0 : Math.ceil(row.touchesFrom);
    expect(row.touchesDue).toBe(Math.max(0, bound - row.touchesDone));
  }
});

test('customers and accounts not to be contacted are out until asked for', async () => {
  const list = await listOf();
  expect(list.items.some((row) => row.isCustomer || row.isDoNotContact)).toBe(false);
  const all = await listOf({ customers: 'true', doNotContact: 'true' });
  expect(all.book.accounts).toBeGreaterThan(list.book.accounts);
  expect(all.items.filter((row) => row.isCustomer).length).toBe(all.book.customers);
});

test('a logged touch takes one off what is due and counts for today; taken back, all is as before', async () => {
  const before = await listOf();
  const row = before.items.find((item) => item.touchesDue > 0);
  const logged = await logActivity(
    ansel,
    activityInput.parse({
      accountId: row?.id,
      contactId: row?.contact?.id ?? null,
      type: 'touch',
      channel: 'call',
    }),
  );
  const after = await listOf();
  expect(after.book.due).toBe(before.book.due - 1);
  expect(after.today).toEqual({ ...before.today, done: before.today.done + 1 });
  await removeActivity(ansel, logged.id);
  expect(await listOf()).toEqual(before);
});

test('a snoozed account leaves the list until its day, and comes back at once when asked', async () => {
  const before = await listOf();
  const [row] = before.items;
  const today = dayOfInstant(now, 'America/Chicago');
  await snoozeAccount(ansel, row?.id ?? '', { untilOn: addCalendarUnits(today, 1, 'week') });
  const list = await listOf();
  expect(list.items.some((item) => item.id === row?.id)).toBe(false);
  expect((await listOf({ show: 'snoozed' })).items.some((item) => item.id === row?.id)).toBe(true);
  await unsnoozeAccount(ansel, row?.id ?? '');
  expect((await listOf()).items.some((item) => item.id === row?.id)).toBe(true);
});

test('a snooze that does not lie ahead is refused', async () => {
  const [row] = (await listOf()).items;
  const untilOn = dayOfInstant(now, 'America/Chicago');
  await expect(snoozeAccount(ansel, row?.id ?? '', { untilOn })).rejects.toMatchObject({ code: 'invalid' });
});

test('a next step is set, moved, ticked off, reopened and taken away', async () => {
  const [row] = (await listOf()).items;
  const accountId = row?.id ?? '';
  const step = await addNextStep(
    ansel,
    nextStepInput.parse({ accountId, dueOn: '2026-11-25', text: 'Send the benchmark' }),
  );
  expect(listNextSteps(ansel, accountId).items.map(({ text }) => text)).toContain('Send the benchmark');
  const done = await changeNextStep(ansel, step.id, { isDone: true });
  expect(done.doneAt).toBe(now);
  expect((await changeNextStep(ansel, step.id, { isDone: false })).doneAt).toBeNull();
  await removeNextStep(ansel, step.id);
  expect(listNextSteps(ansel, accountId).items.some(({ id }) => id === step.id)).toBe(false);
});

test('a rep sees nobody else’s list; a viewer none; RevOps any', async () => {
  await expect(listOf({ rep: otherRepId })).rejects.toMatchObject({ code: 'forbidden' });
  const viewer = testContext({ ...clock, actor: { kind: 'user', role: 'viewer' } });
  await expect(myAccounts(viewer, workQuery.parse({}))).rejects.toMatchObject({ code: 'forbidden' });
  const operations = testContext({ ...clock, actor: { kind: 'user', role: 'revops' } });
  expect((await myAccounts(operations, workQuery.parse({ rep: otherRepId }))).rep.id).toBe(otherRepId);
  expect(listWorkReps(operations).length).toBeGreaterThan(listWorkReps(ansel).length);
});

test('an account outside the book can be neither touched, snoozed nor given a step', async () => {
  const accountId = foreignAccount();
  const touch = activityInput.parse({ accountId, type: 'touch' });
  await expect(logActivity(ansel, touch)).rejects.toMatchObject({ code: 'forbidden' });
  const untilOn = dayOfInstant(now, 'UTC') + 5;
  await expect(snoozeAccount(ansel, accountId, { untilOn })).rejects.toMatchObject({ code: 'forbidden' });
  const step = nextStepInput.parse({ accountId, dueOn: '2026-11-25', text: 'Call' });
  await expect(addNextStep(ansel, step)).rejects.toMatchObject({ code: 'forbidden' });
});
