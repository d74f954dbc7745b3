import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#db/client.ts';
import { openTempStore } from '#db/testing/temp-store.ts';
import { apiMethods } from '#lib/http/other-methods.ts';
import type { Operation } from '#lib/http/openapi/operation.ts';
import { operations } from '#lib/http/openapi/operations.ts';
import { roleCan } from '#lib/permissions/can.ts';
import { type Role, roles } from '#lib/permissions/roles.ts';
import { cases } from './testing/cases.ts';
import { call, type Handler, handlersOf, routeFiles } from './testing/routes.ts';
import { resetTo } from './testing/reset.ts';
import { makeWorld, type World, type WorldIds } from './testing/world.ts';

/** Every operation × role × own and foreign records, through the handlers themselves. */

let store: Store;
let world: World;
let drop = () => {};
let reset = () => {};
const handlers = new Map<string, Handler>();

beforeAll(async () => {
  const opened = await openTempStore();
  drop = opened.drop;
  store = opened.store;
  world = makeWorld(store.connection);
  reset = resetTo(store.connection, `${opened.path}.world`);
  for (const [path, file] of routeFiles()) {
    for (const [method, handler] of await handlersOf(file)) handlers.set(`${method} ${path}`, handler);
  }
});

beforeEach(() => reset());
afterAll(() => drop());

const keyOf = ({ method, path }: Pick<Operation, 'method' | 'path'>) => `${method} ${path}`;

/** What a refused call must leave as it was. */
function traces(): unknown {
  const { connection } = store;
  return connection
    .prepare('SELECT (SELECT count(*) FROM audit) AS audit, (SELECT max(seq) FROM change_log) AS changes')
    .get();
}

async function run(operation: Operation, role: Role | null, ids: WorldIds): Promise<Response> {
  const handler = handlers.get(keyOf(operation));
  const one = cases[keyOf(operation)];
  if (!handler || !one) throw new Error(`${keyOf(operation)} has no handler or no case.`);
  return call(handler, {
    method: operation.method,
    path: operation.path,
    params: one.params?.(ids),
    query: one.query?.(ids, world),
    body: one.body?.(ids, world),
    headers: one.headers,
    token: role === null ? undefined : world.tokens[role],
  });
}

async function expectRefusal(response: Response, statuses: number[]): Promise<void> {
  expect(statuses).toContain(response.status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(((await response.json()) as { detail: string }).detail).toMatch(/[.]$/);
}

/** What an operation answers is what it says it answers, and no instant or day goes over the wire as a number. */
async function expectDescribed(operation: Operation, response: Response): Promise<void> {
  if (!response.headers.get('content-type')?.includes('json')) return;
  const body: unknown = await response.clone().json();
  const read = operation.answer?.safeParse(body);
  expect(read?.error?.issues ?? []).toEqual([]);
  expect(numbersForTimes(body)).toEqual([]);
}

function numbersForTimes(held: unknown, path = ''): string[] {
  if (held === null || typeof held !== 'object') return [];
  return Object.entries(held).flatMap(([name, inner]) => {
    const isTime = /[a-z](At|On)$/.test(name) || name === 'at' || name === 'asOf';
    return typeof inner === 'number' && isTime
      ? [`${path}/${name}`]
      : numbersForTimes(inner, `${path}/${name}`);
  });
}

it('knows every handler: each has an operation and a case here', () => {
  const described = operations.map(keyOf);
  expect([...handlers.keys()].filter((key) => !described.includes(key))).toEqual([]);
  expect(described.filter((key) => !handlers.has(key))).toEqual([]);
  expect(described.filter((key) => !cases[key])).toEqual([]);
  expect(Object.keys(cases).filter((key) => !described.includes(key))).toEqual([]);
});

describe.each(operations.map((operation) => [keyOf(operation), operation] as const))(
  '%s',
  (key, operation) => {
    const isPublic = operation.needs === 'public';

    it(isPublic ? 'answers a stranger' : 'refuses a stranger', async () => {
      const before = traces();
      const response = await run(operation, null, world.own('viewer'));
      if (isPublic) expect(response.status).toBe(200);
      else await expectRefusal(response, [401]);
      expect(traces()).toEqual(before);
    });

    it.each(roles.filter(() => !isPublic))('%s', async (role) => {
      const isAllowed = operation.needs === 'signedIn' || roleCan(role, operation.needs as never);
      const mayAct = isAllowed && !cases[key]?.refusedFor?.includes(role);
      const before = traces();
      const response = await run(operation, role, world.own(role));
      if (!mayAct) {
        await expectRefusal(response, [403]);
        expect(traces()).toEqual(before);
        return;
      }
      const wanted = cases[key]?.answers;
      if (wanted === undefined) expect(response.status, await response.clone().text()).toBeLessThan(300);
      else expect(response.status, await response.clone().text()).toBe(wanted);
      if (response.status < 300) await expectDescribed(operation, response);
    });

    it.each([...(cases[key]?.foreignRefusedFor ?? [])])(
      '%s, with what belongs to somebody else',
      async (role) => {
        const before = traces();
        await expectRefusal(await run(operation, role, world.foreign(role)), [403, 404]);
        expect(traces()).toEqual(before);
      },
    );
  },
);

it('answers a path that nobody knows in the form of the API', async () => {
  const unknown = (await import('./[...unknown]/route.ts')) as unknown as Record<string, Handler>;
  for (const method of apiMethods) {
    const handler = unknown[method];
    if (!handler) throw new Error(`Nothing answers ${method} on an unknown path.`);
    const asked = { method, path: '/no/such/thing' };
    await expectRefusal(await call(handler, { ...asked, token: world.tokens.viewer }), [404]);
    await expectRefusal(await call(handler, asked), [401]);
  }
});
