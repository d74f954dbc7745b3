import { describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { repInputSchema } from '#lib/shared/rep-shapes.ts';
import { createSegment } from '#lib/services/segments/create.ts';
import { getRep, listReps } from './list.ts';
import { createRep, editRep } from './save.ts';

useTempStore();
const ctx = testContext();

async function refusal(run: () => unknown): Promise<string> {
  try {
    await run();
    return 'went through';
  } catch (error) {
    return isAppError(error) ? error.code : String(error);
  }
}

describe('reps and pools', () => {
  let boss = '';
  let ada = '';

  it('are added with role, region, manager, capacity, cap, quota and ramp', async () => {
    boss = (await createRep(ctx, { name: 'Lena', role: 'Manager' })).id;
    const rep = await createRep(ctx, {
      name: 'Ada',
      email: 'ada@example.com',
      role: 'AE',
      region: 'NA',
      managerId: boss,
      capacityTouches: 220,
      maxAccounts: 50,
      quotaAmount: 800_000,
      rampRate: 0.5,
    });
    ada = rep.id;
    expect(rep).toMatchObject({
      kind: 'rep',
      role: 'AE',
      managerName: 'Lena',
      rampRate: 0.5,
      isActive: true,
    });
  });

  it('change by parts, clear to nothing, and refuse a stale version', async () => {
    const changed = await editRep(
      ctx,
      ada,
      { region: null, email: '', isActive: false },
      getRep(ctx, ada).version,
    );
    expect(changed).toMatchObject({
      region: null,
      email: null,
      isActive: false,
      role: 'AE',
      managerName: 'Lena',
    });
    expect(await refusal(() => editRep(ctx, ada, { name: 'X' }, changed.version - 1))).toBe('conflict');
    await editRep(ctx, ada, { isActive: true }, null);
  });

  it('work segments of accounts, as nothing else says which accounts they may take', async () => {
    const people = await createSegment(ctx, { name: 'Buyers', entity: 'contact' });
    const banks = await createSegment(ctx, { name: 'Banks', entity: 'account' });
    expect(await refusal(() => editRep(ctx, ada, { allowedSegmentIds: [people.id] }, null))).toBe('invalid');
    expect(await editRep(ctx, ada, { allowedSegmentIds: [banks.id] }, null)).toMatchObject({
      allowedSegmentIds: [banks.id],
    });
  });

  it('have no circles above them', async () => {
    expect(await refusal(() => editRep(ctx, boss, { managerId: boss }, null))).toBe('invalid');
    expect(await refusal(() => editRep(ctx, boss, { managerId: ada }, null))).toBe('invalid');
    expect(getRep(ctx, boss).managerId).toBeNull();
  });

  it('share a pool, but pools do not', async () => {
    const pool = await createRep(ctx, { name: 'Inside', kind: 'pool', memberIds: [ada, boss] });
    expect(pool.memberIds).toEqual([boss, ada]);
    expect((await editRep(ctx, pool.id, { memberIds: [ada] }, null)).memberIds).toEqual([ada]);
    expect(await refusal(() => createRep(ctx, { name: 'Both', kind: 'pool', memberIds: [pool.id] }))).toBe(
      'invalid',
    );
    expect(await refusal(() => editRep(ctx, ada, { memberIds: [boss] }, null))).toBe('invalid');
    expect(await refusal(() => createRep(ctx, { name: 'Empty', kind: 'pool' }))).toBe('invalid');
    expect(await refusal(() => createRep(ctx, { name: 'Empty', kind: 'pool', memberIds: [] }))).toBe(
      'invalid',
    );
    expect(await refusal(() => editRep(ctx, pool.id, { memberIds: [] }, null))).toBe('invalid');
    expect((await editRep(ctx, pool.id, { maxAccounts: 9 }, null)).memberIds).toEqual([ada]);
    expect(listReps(ctx).items.map((rep) => rep.name)).toEqual(['Ada', 'Inside', 'Lena']);
  });

  it('are edited by operations alone, and seen within scope', async () => {
    const leader = testContext({ actor: { kind: 'user', role: 'leader', leaderSees: 'all' } });
    expect(await refusal(() => createRep(leader, { name: 'New' }))).toBe('forbidden');
    const rep = testContext({ actor: { kind: 'user', role: 'rep', repId: 2, holderIds: [2] } });
    expect(listReps(rep).items.map((item) => item.name)).toEqual(['Ada']);
    expect(await refusal(() => getRep(rep, boss))).toBe('forbidden');
    const viewer = testContext({ actor: { kind: 'user', role: 'viewer' } });
    expect(await refusal(() => listReps(viewer))).toBe('forbidden');
  });

  it('refuse values that mean nothing', () => {
    const bad = repInputSchema.safeParse({ name: ' ', rampRate: 1.5, capacityTouches: -1, email: 'nobody' });
    expect(bad.error?.issues.map((issue) => issue.path[0]).sort()).toEqual([
      'capacityTouches',
      'email',
      'name',
      'rampRate',
    ]);
  });
});
