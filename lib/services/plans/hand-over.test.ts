import { describe, expect, it } from 'vitest';
import { termWriter } from '#db/terms.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { createRep } from '#lib/services/reps/save.ts';
import { undoChange } from './undo-change.ts';
import { getPlan } from './get-plan.ts';
import { handOverAccounts } from './hand-over.ts';
import { startPlan } from './start-plan.ts';
import { createTerritory, editTerritory } from './territories.ts';

const held = useTempStore();
const ctx = testContext();

describe('handing over in the draft', () => {
  it('shows who would take what, does it, and takes it back', async () => {
    const us = termWriter(held.current.connection)('account.country', 'US');
    const add = held.current.connection.prepare(
      `INSERT INTO accounts (id, name, name_folded, family_id, country, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 0, 0)`,
    );
    for (const id of [1, 2, 3, 4]) add.run(id, `A${id}`, `A${id}`, id, us);
    const person = (name: string, maxAccounts: number | null) =>
      createRep(ctx, { name, role: 'AE', capacityTouches: 100, maxAccounts });
    const ada = await person('Ada', null);
    const ben = await person('Ben', 1);
    const cleo = await person('Cleo', 2);
    await createRep(ctx, { name: 'Sdr', role: 'SDR', capacityTouches: 100 });
    const opening = {
      name: 'Open',
      role: 'AE',
      capacityTouches: 100,
      isOpening: true,
      startsOn: '2020-01-01',
    };
    await createRep(ctx, opening);
    const planId = await startPlan(ctx, { name: 'Plan', start: 'blank' });
    const { id } = await createTerritory(ctx, planId, { name: 'USA', kind: 'geography', places: ['US'] });
    await editTerritory(ctx, planId, id, { holders: { ae: [{ repId: ada.id, weight: 1 }] } });
    const input = { repId: ada.id, slot: 'ae' as const, because: 'leaves' as const };
    const books = async () =>
      (await getPlan(ctx, planId)).books.map(({ repId, after }) => [repId, after?.accounts ?? 0]);
    const before = await books();

    const dry = await handOverAccounts(ctx, planId, input, true);
    expect(dry).toMatchObject({ undoId: null, accounts: 3, unplaced: 1, locked: 0 });
    expect(await books()).toEqual(before);

    const done = await handOverAccounts(ctx, planId, input, false);
    expect(new Map((await books()) as [string, number][])).toEqual(
      new Map([
        [ada.id, 1],
        [ben.id, 1],
        [cleo.id, 2],
      ]),
    );
    expect(done.undoId).not.toBeNull();
    await undoChange(ctx, planId, done.undoId ?? '');
    expect(await books()).toEqual(before);
    expect(toPublicId('rep', 1)).toBe(ada.id);
  });

  it('crosses no region, but for whoever may work in the places themselves', async () => {
    const us = termWriter(held.current.connection)('account.country', 'US');
    const add = held.current.connection.prepare(
      `INSERT INTO accounts (id, name, name_folded, family_id, country, created_at, updated_at)
       VALUES (?, ?, ?, ?, ?, 0, 0)`,
    );
    for (const id of [11, 12]) add.run(id, `B${id}`, `b${id}`, id, us);
    const person = (
      name: string,
      region: string | null,
      more: { allowedRegions?: string[]; maxAccounts?: number } = {},
    ) => createRep(ctx, { name, role: 'Field', capacityTouches: 100, region, ...more });
    const gone = await person('Gia', 'NA');
    const abroad = await person('Hanna', 'EMEA');
    const near = await person('Ike', 'NA', { maxAccounts: 1 });
    const planId = await startPlan(ctx, { name: 'Regions', start: 'blank' });
    const { id } = await createTerritory(ctx, planId, { name: 'US', kind: 'geography', places: ['US'] });
    await editTerritory(ctx, planId, id, { holders: { ae: [{ repId: gone.id, weight: 1 }] } });
    const input = { repId: gone.id, slot: 'ae' as const, because: 'leaves' as const };

    const dry = await handOverAccounts(ctx, planId, input, true);
    const all = dry.accounts + dry.unplaced;
    expect(dry.accounts).toBe(1);
    expect(dry.books.map(({ repId }) => repId)).toEqual([gone.id, near.id]);

    const guest = await person('Jo', 'EMEA', { allowedRegions: ['US'] });
    const wider = await handOverAccounts(ctx, planId, input, true);
    expect(wider.accounts).toBe(all);
    expect(wider.books.map(({ repId }) => repId)).toContain(guest.id);
    expect(wider.books.map(({ repId }) => repId)).not.toContain(abroad.id);
  });
});
