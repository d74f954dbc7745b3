import { expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { defaultWorkspaceSettings } from '#lib/shared/workspace-settings.ts';
import { getSettings } from './get.ts';
import { saveSettings } from './save.ts';

const held = useTempStore();
const ctx = testContext();

it('saves against the version that was read, asks for fresh segments and writes down what changed', async () => {
  const settings = { ...defaultWorkspaceSettings, timeZone: 'America/Chicago' };
  const saved = await saveSettings(
    ctx,
    { name: 'Acme', settings, currencyRates: [{ currency: 'EUR', rate: 1.1 }] },
    getSettings(ctx).version,
  );
  expect(saved).toMatchObject({ name: 'Acme', version: 1, currencyRates: [{ currency: 'EUR', rate: 1.1 }] });
  await expect(saveSettings(ctx, { name: 'Late', settings }, 0)).rejects.toMatchObject({
    code: 'conflict',
    current: { name: 'Acme' },
  });
  const again = await saveSettings(ctx, { name: 'Acme 2', settings }, 1);
  expect(again.currencyRates).toEqual([{ currency: 'EUR', rate: 1.1 }]);
  const { connection } = held.current;
  expect(connection.prepare("SELECT count(*) FROM jobs WHERE kind = 'segments.refresh'").pluck().get()).toBe(
    1,
  );
  const audited = connection
    .prepare("SELECT before, after FROM audit WHERE action = 'settings.edit' ORDER BY id DESC")
    .get();
  expect(audited).toMatchObject({
    before: expect.stringContaining('"name":"Acme"'),
    after: expect.stringContaining('"name":"Acme 2"'),
  });
});

it('names settings that point at nothing', async () => {
  const settings = {
    ...defaultWorkspaceSettings,
    tamSegmentId: 'seg_99',
    potentialField: 'name',
    viability: { low: 300, high: 200 },
  };
  await expect(saveSettings(ctx, { name: 'Acme', settings }, 2)).rejects.toMatchObject({
    issues: [
      { path: '/settings/tamSegmentId' },
      { path: '/settings/potentialField' },
      { path: '/settings/viability' },
    ],
  });
});
