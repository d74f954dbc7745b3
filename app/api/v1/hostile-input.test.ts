import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '#db/client.ts';
import { openTempStore } from '#db/testing/temp-store.ts';
import { encodeSession } from '#lib/auth/session-cookie.ts';
import { requireKnownParameters } from '#lib/http/known-parameters.ts';
import { operations } from '#lib/http/openapi/operations.ts';
import { cases } from './testing/cases.ts';
import { call, type Handler, handlersOf, routeFiles } from './testing/routes.ts';
import { makeWorld, type World } from './testing/world.ts';

/** Whatever is sent to a call that reads JSON: the right 4xx with a sentence, nothing changed, nothing given away. */

let store: Store;
let world: World;
let drop = () => {};
const handlers = new Map<string, Handler>();
const writes = operations.filter((operation) => operation.body !== undefined);

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET ??= 'a secret that only tests know';
  const opened = await openTempStore();
  ({ store, drop } = opened);
  world = makeWorld(store.connection);
  for (const [path, file] of routeFiles()) {
    for (const [method, handler] of await handlersOf(file)) handlers.set(`${method} ${path}`, handler);
  }
});

afterAll(() => drop());

type Sent = { body: BodyInit; headers?: Record<string, string>; token?: string | null };

async function send(
  operation: (typeof writes)[number],
  { body, headers = {}, token }: Sent,
): Promise<Response> {
  const key = `${operation.method} ${operation.path}`;
  const params = cases[key]?.params?.(world.own('admin')) ?? {};
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? name);
  const request = new Request(`http://localhost:3000/api/v1${path}`, {
    method: operation.method,
    body,
    headers: {
      'content-type': 'application/json',
      'if-match': '1',
      ...(token === null ? {} : { authorization: `Bearer ${token ?? world.tokens.admin}` }),
      ...headers,
    },
  });
  const handler = handlers.get(key);
  if (!handler) throw new Error(`There is no handler for ${key}.`);
  return handler(request, { params: Promise.resolve(params) });
}

async function expectProblem(response: Response, statuses: number[]): Promise<void> {
  const text = await response.text();
  expect(statuses, text).toContain(response.status);
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect((JSON.parse(text) as { detail: string }).detail).toMatch(/^[A-Z“"].*[.]$/s);
  expect(text).not.toMatch(/\.ts:\d|at \w+ \(|SQLITE|node_modules/);
}

function traces(): unknown {
  return store.connection
    .prepare('SELECT (SELECT count(*) FROM audit) AS audit, (SELECT max(seq) FROM change_log) AS changes')
    .get();
}

const nested = `${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`;
const large = JSON.stringify({ name: 'x'.repeat(10 * 1024 * 1024) });

const attacks: [string, Sent, number[]][] = [
  ['text that is no JSON', { body: '{"name":' }, [400]],
  ['another content type', { body: '{}', headers: { 'content-type': 'text/plain' } }, [400]],
  ['1,000 levels of nesting', { body: nested }, [400]],
  ['10 MB of JSON', { body: large }, [413]],
  ['bytes that are no text', { body: new Uint8Array([0x7b, 0xff, 0xfe, 0x7d]) }, [400]],
  ['a list instead of an object', { body: '[]' }, [422]],
  ['null', { body: 'null' }, [422]],
  ['no token', { body: '{}', token: null }, [401]],
  ['a token of nobody', { body: '{}', token: 'tsr_wrong' }, [401]],
];

describe.each(writes.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s',
  (key, operation) => {
    it.each(attacks)('%s', async (_name, sent, statuses) => {
      const before = traces();
      // One's own password is for sessions only, so a token never gets to the body.
      const allowed = key.includes('/session/') ? [...statuses, 403] : statuses;
      await expectProblem(await send(operation, sent), allowed);
      expect(traces()).toEqual(before);
    });

    it('a session that another site uses', async () => {
      const cookie = `next-auth.session-token=${await encodeSession({ userId: 1, sessionVersion: 1 })}`;
      const before = traces();
      const headers = { cookie, origin: 'https://evil.example' };
      await expectProblem(await send(operation, { body: '{}', token: null, headers }), [403]);
      expect(traces()).toEqual(before);
    });

    it('wrong types in every place', async () => {
      const valid = cases[key]?.body?.(world.own('admin'), world);
      if (valid === null || typeof valid !== 'object' || valid instanceof FormData) return;
      for (const [name, value] of Object.entries(valid)) {
        const wrong = typeof value === 'number' ? 'text' : typeof value === 'boolean' ? 'yes' : -7;
        const before = traces();
        const response = await send(operation, { body: JSON.stringify({ ...valid, [name]: wrong }) });
        if (response.status < 300) throw new Error(`${key} took ${name} = ${wrong}.`);
        await expectProblem(response, [403, 404, 409, 422]);
        expect(traces()).toEqual(before);
      }
    });
  },
);

it('answers an address that nobody takes as a problem, to those who may ask at all', async () => {
  const { GET } = await import('./[...unknown]/route.ts');
  const ask = (headers: Record<string, string>) =>
    GET(new Request('http://localhost:3000/api/v1/nothing', { headers }), { params: Promise.resolve({}) });
  await expectProblem(await ask({ authorization: `Bearer ${world.tokens.viewer}` }), [404]);
  await expectProblem(await ask({}), [401]);
});

describe('ids', () => {
  const withId = operations.filter((operation) => operation.path.includes('{id}'));
  it.each(withId.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s knows no such record',
    async (key, operation) => {
      const handler = handlers.get(key);
      const body = cases[key]?.body?.(world.own('admin'), world);
      for (const id of [
        'acc_zzzzzz',
        'x',
        "'; DROP TABLE accounts; --",
        '../../etc/passwd',
        '9'.repeat(300),
      ]) {
        const before = traces();
        const request = new Request(
          `http://localhost:3000/api/v1/x?${cases[key]?.query?.(world.own('admin'), world) ?? ''}`,
          {
            method: operation.method,
            headers: {
              'content-type': 'application/json',
              'if-match': '1',
              authorization: `Bearer ${world.tokens.admin}`,
            },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          },
        );
        const params = { ...cases[key]?.params?.(world.own('admin')), id };
        const response = await handler?.(request, { params: Promise.resolve(params) });
        if (!response) throw new Error(`There is no handler for ${key}.`);
        await expectProblem(response, [404, 422]);
        expect(traces()).toEqual(before);
      }
    },
  );
});

describe('parameters that nobody described', () => {
  it.each(operations.map((operation) => [`${operation.method} ${operation.path}`, operation] as const))(
    '%s refuses them',
    async (key, operation) => {
      const before = traces();
      const one = cases[key];
      const response = await call(handlers.get(key) ?? expect.fail(`There is no handler for ${key}.`), {
        ...{ method: operation.method, path: operation.path },
        params: one?.params?.(world.own('admin')),
        query: `${one?.query?.(world.own('admin'), world) ?? ''}&onwer=rep_1&unheard=1`,
        body: one?.body?.(world.own('admin'), world),
        headers: { 'if-match': '1', ...one?.headers },
        token: world.tokens.admin,
      });
      if (key.includes('/session/')) return expectProblem(response, [403, 422]);
      const copy = response.clone();
      await expectProblem(response, [422]);
      const { issues } = (await copy.json()) as { issues: { path: string; code: string }[] };
      expect(issues).toMatchObject([
        { path: expect.stringMatching(/onwer$/), code: 'unknown_parameter' },
        { path: expect.stringMatching(/unheard$/), code: 'unknown_parameter' },
      ]);
      expect(traces()).toEqual(before);
    },
  );

  it('and no call refuses one of its own', () => {
    for (const { method, path, query } of operations) {
      const own = Object.keys(query?.shape ?? {}).map((name) => `${name}=x`);
      const filled = path.replaceAll(/\{\w+\}/g, 'seg_1');
      const url = `http://localhost:3000/api/v1${filled}?${[...own, 'limit=5', 'format=csv'].join('&')}`;
      expect(() => requireKnownParameters(new Request(url, { method }))).not.toThrow();
    }
  });
});
