import fc from 'fast-check';
import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { createSegment } from './create.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { addAccounts, draftOf, employeesAtLeast, setEmployees } from './testing/sample-accounts.ts';

const db = useTempStore();

/** After any row of edits and refreshes, intervals never overlap and say at every instant who was in then. */
test('the intervals tell the whole story of any row of edits', async () => {
  const start = testContext();
  const ids = addAccounts(
    db.current,
    Array.from({ length: 4 }, (_, index) => ({ name: `Account ${index}`, employees: 10 * index })),
    start.now,
  );
  const segment = await createSegment(start, {
    name: 'Ten or more',
    draft: draftOf(employeesAtLeast('a', 10)),
  });
  await publishSegment(start, segment.id);
  const segmentId = Number.parseInt(segment.id.slice(4), 36);
  const { connection } = db.current;
  const inAt = connection
    .prepare<[number, number, number], number>(
      `SELECT record_id FROM segment_members
       WHERE segment_id = ? AND from_at <= ? AND (to_at IS NULL OR to_at > ?) ORDER BY record_id`,
    )
    .pluck();
  const edits = fc.array(
    fc.array(fc.record({ account: fc.nat(3), employees: fc.option(fc.nat(20)) }), { maxLength: 5 }),
    { minLength: 1, maxLength: 6 },
  );
  let clock = start.now;
  await fc.assert(
    fc.asyncProperty(edits, async (rounds) => {
      const story: { at: number; members: number[] }[] = [];
      for (const round of rounds) {
        clock += 1000;
        const ctx = testContext({ now: clock });
        await setEmployees(
          ctx,
          round.map(({ account, employees }) => ({ accountId: ids[account] ?? 0, employees })),
        );
        await refreshSegments(ctx, { cause: 'data' });
        const members = connection
          .prepare<[], number>('SELECT id FROM accounts WHERE employees >= 10 ORDER BY id')
          .pluck()
          .all();
        story.push({ at: clock, members });
      }
      for (const { at, members } of story) expect(inAt.all(segmentId, at, at)).toEqual(members);
    }),
    { seed: 20261122, numRuns: 25 },
  );
});
