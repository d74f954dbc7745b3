import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { createSegment } from './create.ts';
import { pinRecords, unpinRecords } from './pin.ts';
import { addAccounts, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';

const db = useTempStore();
const actor = { kind: 'user' as const, userId: null, name: 'Dara Winslade', role: 'revops' as const };
const ctx = testContext({ actor });
const at = (ms: number) => testContext({ actor, now: ctx.now + ms });

test('a pin and its taking away say what they ended, so that it can be put back', async () => {
  const { id } = await createSegment(ctx, { name: 'Pinned', draft: draftOf(employeesAtLeast('a', 500)) });
  const accounts = addAccounts(
    db.current,
    [
      { name: 'Halvorsen', domain: 'halvorsen.com' },
      { name: 'Northgate', domain: 'northgate.com' },
      { name: 'Ostrander', domain: 'ostrander.com' },
    ],
    ctx.now,
  ).map((row) => toPublicId('account', row));
  const [halvorsen = '', northgate = ''] = accounts;
  const kept = { side: 'out' as const, records: [halvorsen], reason: 'A rival', expiresOn: null };
  await pinRecords(ctx, id, kept);
  const both = { ...kept, side: 'in' as const, records: ['halvorsen.com', northgate], reason: 'Agreed' };
  const later = at(1000);
  const outcome = await pinRecords(later, id, { ...both, expiresOn: dayOfInstant(later.now, 'UTC') + 2 });
  expect(outcome).toEqual({
    pinned: 2,
    recordIds: [halvorsen, northgate],
    replaced: [{ recordId: halvorsen, side: 'out', reason: 'A rival', expiresOn: null }],
    notFound: [],
  });
  const { unpinned, taken } = await unpinRecords(at(2000), id, accounts);
  expect(unpinned).toBe(2);
  expect(taken).toEqual(
    [halvorsen, northgate].map((recordId) => ({
      ...{ recordId, side: 'in', reason: 'Agreed', expiresOn: dayOfInstant(later.now, 'UTC') + 2 },
    })),
  );
  expect(await unpinRecords(at(3000), id, accounts)).toEqual({ unpinned: 0, taken: [] });
});
