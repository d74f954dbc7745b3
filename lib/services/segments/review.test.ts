import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { createSegment } from './create.ts';
import { getSegment } from './get.ts';
import { impactRecords } from './impact-records.ts';
import { publishSegment } from './publish.ts';
import { refreshSegments } from './refresh.ts';
import { saveDraft } from './save-draft.ts';
import { addAccounts, assignTo, draftOf, employeesAtLeast } from './testing/sample-accounts.ts';
import { segmentPageHead } from './page-head.ts';
import { versionDifference } from './version-difference.ts';
import { toPublicId } from '#lib/shared/ids.ts';

const db = useTempStore();
const ctx = testContext({ actor: { kind: 'user', userId: null, name: 'Dara Winslade', role: 'revops' } });

async function reviewed(name: string) {
  const ids = addAccounts(
    db.current,
    [50, 600, 700, 800, 900].map((employees, at) => ({ name: `${name} ${at}`, employees })),
    ctx.now,
  );
  const segment = await createSegment(ctx, { name, draft: draftOf(employeesAtLeast('a', 850)) });
  await publishSegment(ctx, segment.id);
  await refreshSegments(ctx, { cause: 'data' });
  const draft = draftOf(employeesAtLeast('a', 500));
  await saveDraft(ctx, segment.id, { draft }, getSegment(ctx, segment.id).version);
  return { id: segment.id, ids };
}

test('those who come in are listed page by page, and by owner, tier or open deal', async () => {
  const { id, ids } = await reviewed('Drill');
  const repId = assignTo(db.current, [ids[1] ?? 0, ids[4] ?? 0], 'Ansel Holt', ctx.now);
  const names = async (query: object) =>
    (await impactRecords(ctx, id, { side: 'entering', ...query })).items.map((item) => item.name);
  expect(await names({})).toEqual(['Drill 1', 'Drill 2', 'Drill 3']);
  expect(await names({ owner: toPublicId('rep', repId) })).toEqual(['Drill 1']);
  expect(await names({ owner: 'none' })).toEqual(['Drill 2', 'Drill 3']);
  expect(await names({ tier: 'none' })).toHaveLength(3);
  expect(await names({ tier: 'tie_zz' })).toEqual([]);
  expect(await names({ hasOpenDeal: true })).toEqual([]);
  const page = await impactRecords(ctx, id, { side: 'entering', limit: 2 });
  expect(page).toMatchObject({ count: 3, nextCursor: '2' });
  expect(await names({ limit: 2, cursor: '2' })).toEqual(['Drill 3']);
  expect(await names({ side: 'leaving' })).toEqual([]);
});

test('any two versions are compared in words and by whom they would find today', async () => {
  const { id } = await reviewed('Versions');
  await publishSegment(ctx, id);
  const forward = await versionDifference(ctx, id, 1, 2);
  expect(forward.changes).toHaveLength(1);
  const { before = 0, after = 0, entering, leaving } = forward.members ?? {};
  expect([after - before, entering, leaving]).toEqual([entering, entering, 0]);
  expect(entering).toBeGreaterThanOrEqual(3);
  const back = await versionDifference(ctx, id, 2, 1);
  expect(back.members).toMatchObject({ before: after, after: before, entering: 0, leaving: entering });
  await expect(versionDifference(ctx, id, 1, 3)).rejects.toThrow('no version 3');
});

test('a published segment says when it is refreshed next: at the coming midnight', async () => {
  const { id } = await reviewed('Next');
  const next = segmentPageHead(ctx, id).nextRefreshAt ?? 0;
  expect(next).toBeGreaterThan(ctx.now);
  expect(next - ctx.now).toBeLessThanOrEqual(86_400_000);
});
