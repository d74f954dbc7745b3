import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { addAccounts, assignTo } from '#lib/services/segments/testing/sample-accounts.ts';
import { createContact } from '#lib/services/contacts/change-contact.ts';
import { activityInput, signalBatchInput, signalListQuery } from '#lib/shared/activity-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { listSignals } from './list-signals.ts';
import { logActivity, removeActivity } from './log-activity.ts';
import { sendSignals } from './send-signals.ts';

const db = useTempStore();
const ctx = testContext();
let names = 0;

function account(more: { domain?: string; externalId?: string } = {}): string {
  const [id = 0] = addAccounts(db.current, [{ name: `Account ${++names}`, ...more }], ctx.now);
  return toPublicId('account', id);
}

const log = (input: Record<string, unknown>, as = ctx) => logActivity(as, activityInput.parse(input));
const send = (...signals: Record<string, unknown>[]) =>
  sendSignals(ctx, signalBatchInput.parse({ signals }).signals);

test('a touch happened now unless it says when; the future is refused', async () => {
  const accountId = account();
  expect((await log({ accountId, type: 'touch', channel: 'email' })).occurredAt).toBe(ctx.now);
  const earlier = await log({ accountId, type: 'reply', occurredAt: '2026-11-20T08:00:00Z' });
  expect(earlier.occurredAt).toBe(Date.UTC(2026, 10, 20, 8));
  const ahead = log({ accountId, type: 'touch', occurredAt: '2026-12-20T08:00:00Z' });
  await expect(ahead).rejects.toMatchObject({ code: 'invalid' });
});

test('only a meeting is scheduled, and a scheduled one has not happened', async () => {
  const accountId = account();
  const scheduledAt = '2026-11-25T15:00:00Z';
  expect(await log({ accountId, type: 'meeting', scheduledAt })).toMatchObject({
    occurredAt: null,
    scheduledAt: Date.parse(scheduledAt),
  });
  await expect(log({ accountId, type: 'touch', scheduledAt })).rejects.toMatchObject({ code: 'invalid' });
});

test('a contact of another account cannot be named', async () => {
  const [here, there] = [account(), account()];
  const contact = await createContact(ctx, { name: 'Petra Vandermolen', account: there });
  await expect(log({ accountId: here, type: 'touch', contactId: contact.id })).rejects.toThrow(
    'does not belong',
  );
});

test('another rep’s touch stays; one’s own is taken back once', async () => {
  const accountId = account();
  const repId = assignTo(db.current, [Number.parseInt(accountId.slice(4), 36)], 'Noor Castellan', ctx.now);
  const rep = (id: number) =>
    testContext({ actor: { kind: 'user', role: 'rep', userId: 7, repId: id, holderIds: [repId] } });
  const touch = await log({ accountId, type: 'touch' }, rep(repId));
  await expect(removeActivity(rep(repId + 1), touch.id)).rejects.toMatchObject({ code: 'forbidden' });
  await removeActivity(rep(repId), touch.id);
  await expect(removeActivity(rep(repId), touch.id)).rejects.toMatchObject({ code: 'not_found' });
});

test('signals find their account by id, domain or name; the same batch again stores nothing', async () => {
  account({ domain: 'northgate.example.com', externalId: 'crm-9' });
  const byName = `Account ${names}`;
  const at = { occurredAt: '2026-11-20T08:00:00Z', type: 'intent' };
  const batch = [
    { ...at, account: 'https://www.northgate.example.com/pricing', topic: 'a' },
    { ...at, account: 'crm-9', topic: 'b' },
    { ...at, account: byName, topic: 'c' },
    { ...at, account: 'Nobody Knows Ltd', topic: 'd' },
    { ...at, account: byName, topic: 'c' },
  ];
  const first = await send(...batch);
  expect(first).toMatchObject({ created: 5, known: 0, unmatched: first.unmatched, problems: [] });
  expect(await send(...batch)).toMatchObject({ created: 0, known: 5, problems: [] });
  const stored = await listSignals(ctx, signalListQuery.parse({ type: 'intent' }));
  expect(stored.items.find(({ topic }) => topic === 'd')).toMatchObject({
    accountId: null,
    accountName: 'Nobody Knows Ltd',
  });
});

test('a signal that cannot be read is named and leaves the others alone', async () => {
  const accountId = account();
  const result = await send(
    { accountId, type: 'hiring', occurredAt: '2026-11-20T08:00:00Z' },
    { accountId: 'acc_zzzzz', type: 'hiring', occurredAt: '2026-11-20T08:00:00Z' },
    { accountId, type: 'hiring', occurredAt: '2027-11-20T08:00:00Z' },
  );
  expect(result.created).toBe(1);
  expect(result.problems.map(({ index, code }) => [index, code])).toEqual([
    [1, 'account'],
    [2, 'future'],
  ]);
});

test('a rep may not send signals, a viewer may not log', async () => {
  const rep = testContext({ actor: { kind: 'user', role: 'rep' } });
  await expect(sendSignals(rep, [])).rejects.toMatchObject({ code: 'forbidden' });
  const viewer = testContext({ actor: { kind: 'user', role: 'viewer' } });
  await expect(log({ accountId: account(), type: 'touch' }, viewer)).rejects.toMatchObject({
    code: 'forbidden',
  });
});
