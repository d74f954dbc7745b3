import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { openTempStore } from '#db/testing/temp-store.ts';
import type * as Preview from '#lib/services/segments/preview.ts';
import { previewShape } from '#lib/shared/preview-shapes.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { POST } from './route.ts';

/** When set, answers come from columns of that moment, as while newer ones are read after an import. */
const lagging = vi.hoisted(() => ({ dataAt: null as number | null }));
vi.mock('#lib/services/segments/preview.ts', async (original) => {
  const { previewSegment } = await original<typeof Preview>();
  return {
    previewSegment: async (...args: Parameters<typeof previewSegment>) => ({
      ...(await previewSegment(...args)),
      ...(lagging.dataAt === null ? {} : { dataAt: lagging.dataAt }),
    }),
  };
});

let world: World;
let drop = () => {};

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret that only tests know';
  const opened = await openTempStore();
  drop = opened.drop;
  world = makeWorld(opened.store.connection);
});
afterAll(() => drop());

async function ask(rules: unknown[]): Promise<ReturnType<typeof previewShape.parse>> {
  const definition = { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
  const request = new Request('http://localhost:3000/api/v1/segments/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.tokens.admin}` },
    body: JSON.stringify({ definition, unknowns: true, perCondition: true }),
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  return previewShape.parse(body);
}

it('answers what a missing date keeps out as a count, as its own schema says', async () => {
  const within = { next: 90, unit: 'day' };
  const answer = await ask([
    { id: 'a', kind: 'field', field: 'renewalOn', operator: 'within', value: within },
  ]);
  expect(answer.unknowns?.out.renewalOn).toBeGreaterThan(0);
});

it('says of which moment the data is while newer data is taken in, as its own schema says', async () => {
  lagging.dataAt = Date.UTC(2026, 10, 27, 9);
  expect((await ask([])).dataAt).toBe(lagging.dataAt);
  lagging.dataAt = null;
});
