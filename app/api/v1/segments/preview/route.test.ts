import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTempStore } from '#db/testing/temp-store.ts';
import { previewShape } from '#lib/shared/preview-shapes.ts';
import { makeWorld, type World } from '../../testing/world.ts';
import { POST } from './route.ts';

let world: World;
let drop = () => {};

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret that only tests know';
  const opened = await openTempStore();
  drop = opened.drop;
  world = makeWorld(opened.store.connection);
});
afterAll(() => drop());

it('answers what a missing date keeps out as a count, as its own schema says', async () => {
  const within = { next: 90, unit: 'day' };
  const condition = { id: 'a', kind: 'field', field: 'renewalOn', operator: 'within', value: within };
  const definition = {
    version: 1,
    entity: 'account',
    root: { id: 'root', kind: 'group', op: 'all', rules: [condition] },
  };
  const request = new Request('http://localhost:3000/api/v1/segments/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${world.tokens.admin}` },
    body: JSON.stringify({ definition, unknowns: true, perCondition: true }),
  });
  const response = await POST(request, { params: Promise.resolve({}) });
  const body: unknown = await response.json();
  expect(response.status, JSON.stringify(body)).toBe(200);
  const answer = previewShape.parse(body);
  expect(answer.unknowns?.out.renewalOn).toBeGreaterThan(0);
});
