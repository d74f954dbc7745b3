import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { sizesByPriority } from '#lib/metrics/overlaps.ts';
import { createSegment } from './create.ts';
import { deduplicateSegments } from './deduplicate.ts';
import { listMembers } from './members.ts';
import { segmentOverlap } from './overlap.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { addAccounts, assignTo, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';

const db = useTempStore();
const ctx = testContext({ actor: { kind: 'user', userId: null, name: 'Dara Winslade', role: 'revops' } });

test('overlaps count each combination once, and deduplicated drafts share nobody and lose nobody', async () => {
  const sizes = [10, 60, 60, 200, 200, 200, 900];
  const ids = addAccounts(
    db.current,
    sizes.map((employees, at) => ({ name: `Account ${at}`, employees })),
    ctx.now,
  );
  const publish = async (name: string, atLeast: number) => {
    const segment = await createSegment(ctx, { name, draft: draftOf(employeesAtLeast('a', atLeast)) });
    await publishSegment(ctx, segment.id);
    return segment.id;
  };
  const [large, middle, all] = [
    await publish('Large', 500),
    await publish('Middle', 100),
    await publish('All', 50),
  ];
  await refreshSegments(ctx, { cause: 'data' });
  const overlap = await segmentOverlap(ctx, [large, middle, all]);
  expect(overlap.intersections).toEqual([
    { sets: [1, 2], count: 3 },
    { sets: [2], count: 2 },
    { sets: [0, 1, 2], count: 1 },
  ]);
  const drafts = await deduplicateSegments(ctx, [large, middle, all]);
  for (const draft of drafts) await publishSegment(ctx, draft.id);
  await refreshSegments(ctx, { cause: 'data' });
  const counts = [];
  for (const id of [large, ...drafts.map((draft) => draft.id)])
    counts.push((await listMembers(ctx, id, {})).count);
  expect(counts).toEqual(sizesByPriority(overlap.intersections, [0, 1, 2]));
  expect(counts).toEqual([1, 3, 2]);

  const repId = assignTo(db.current, [ids[3] ?? 0], 'Ansel Holt', ctx.now);
  const rep = testContext({ actor: { kind: 'user', userId: null, role: 'rep', repId, holderIds: [repId] } });
  expect((await segmentOverlap(rep, [large, middle, all])).intersections).toEqual([
    { sets: [1, 2], count: 1 },
  ]);
});

test('a segment without members to compare is refused by name', async () => {
  const draft = await createSegment(ctx, { name: 'Only a draft' });
  await expect(segmentOverlap(ctx, [draft.id])).rejects.toThrow('"Only a draft" was never published');
});
