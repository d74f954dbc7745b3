import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { StageListInput } from '#lib/shared/stage-shapes.ts';
import { listStages } from './list.ts';
import { saveStages } from './save.ts';

const held = useTempStore();
const ctx = testContext();

type Item = StageListInput['items'][number];
const item = (name: string, outcome: Item['outcome'], rest: Partial<Item> = {}): Item => ({
  pipeline: '',
  name,
  outcome,
  probabilityRate: null,
  ...rest,
});

beforeAll(async () => {
  const { version } = listStages(ctx);
  await saveStages(
    ctx,
    { items: [item('Discovery', 'open'), item('Won', 'won'), item('Lost', 'lost')] },
    version,
  );
});

function current() {
  const { items, version } = listStages(ctx);
  return { version, items: items.map(({ isConfirmed: _confirmed, deals: _deals, ...stage }) => stage) };
}

describe('the stage table', () => {
  it('keeps its order, and swaps two names in one save', async () => {
    const { items, version } = current();
    const [discovery, won, lost] = items;
    if (!discovery || !won || !lost) throw new Error('Three stages were expected.');
    await saveStages(
      ctx,
      {
        items: [
          { ...lost, name: 'Won' },
          { ...won, name: 'Lost' },
          { ...discovery, probabilityRate: 0.2 },
        ],
      },
      version,
    );
    expect(current().items.map(({ name, outcome }) => [name, outcome])).toEqual([
      ['Won', 'lost'],
      ['Lost', 'won'],
      ['Discovery', 'open'],
    ]);
  });

  it('refuses a save against what was read before somebody else saved', async () => {
    const { items, version } = current();
    await saveStages(ctx, { items: [...items, item('Proposal', 'open')] }, version);
    await expect(saveStages(ctx, { items }, version)).rejects.toMatchObject({
      code: 'conflict',
      current: { items: expect.arrayContaining([expect.objectContaining({ name: 'Proposal' })]) },
    });
  });

  it('refuses two stages of one name in a pipeline, whatever their case, and an unknown stage', async () => {
    const { items, version } = current();
    await expect(
      saveStages(ctx, { items: [...items, item(' wON ', 'open')] }, version),
    ).rejects.toMatchObject({
      issues: [{ path: '/items/4/name', code: 'taken' }],
    });
    await expect(
      saveStages(ctx, { items: [...items, item('New', 'open', { id: 'stg_zz' })] }, version),
    ).rejects.toMatchObject({ issues: [{ path: '/items/4/id', code: 'unknown' }] });
    await saveStages(ctx, { items: [...items, item('Won', 'won', { pipeline: 'Renewal' })] }, version);
  });

  it('keeps a stage that a deal is in, removes one that nobody uses', async () => {
    const stageId = held.current.connection
      .prepare("SELECT id FROM stages WHERE name = 'Discovery'")
      .pluck()
      .get();
    held.current.connection
      .prepare('INSERT INTO opportunities (stage_id, created_at, updated_at) VALUES (?, 0, 0)')
      .run(stageId);
    const { items, version } = current();
    const without = (name: string) => ({ items: items.filter((stage) => stage.name !== name) });
    await expect(saveStages(ctx, without('Discovery'), version)).rejects.toThrow(
      /Discovery.*cannot be removed/,
    );
    await saveStages(ctx, without('Proposal'), version);
    expect(current().items.map((stage) => stage.name)).not.toContain('Proposal');
  });
});
