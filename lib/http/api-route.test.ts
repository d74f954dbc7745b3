import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { useTempStore } from '#db/testing/temp-store.ts';
import { encodeSession } from '#lib/auth/session-cookie.ts';
import { hashSecret } from '#lib/services/session/secrets.ts';
import { appError } from '#lib/shared/errors.ts';
import { apiRoute } from './api-route.ts';

const held = useTempStore();
process.env.NEXTAUTH_SECRET ??= 'a secret that only tests know';

const context = { params: Promise.resolve({}) };
const bodySchema = z.object({ name: z.string('Give it a name.') });
let runs = 0;
const echo = apiRoute(async ({ readJson, ctx }) => {
  runs++;
  return { name: (await readJson(bodySchema)).name, by: ctx.actor.name, role: ctx.actor.role };
});
const broken = apiRoute(() => {
  throw new Error('SELECT secret FROM users');
});
const stale = apiRoute(() => {
  throw appError('conflict', 'Ada saved this before you.', { current: { version: 3 } });
});

beforeAll(() => {
  const { connection } = held.current;
  connection
    .prepare(
      `INSERT INTO users (id, email, email_folded, name, role, created_at, updated_at)
       VALUES (1, 'ada@example.com', 'ADA@EXAMPLE.COM', 'Ada', 'revops', 0, 0)`,
    )
    .run();
  connection
    .prepare(
      `INSERT INTO api_tokens (user_id, name, token_hash, hint, role, created_at, expires_at)
       VALUES (1, 'test', ?, 'tes', 'admin', 0, ?)`,
    )
    .run(hashSecret('tsr_good'), Date.now() + 86_400_000);
});

function post(headers: Record<string, string>, body: BodyInit = JSON.stringify({ name: 'x' })): Request {
  return new Request('http://localhost:3000/api/v1/echo', {
    method: 'POST',
    headers: { host: 'localhost:3000', 'content-type': 'application/json', ...headers },
    body,
  });
}

const withToken = { authorization: 'Bearer tsr_good' };

async function problemOf(response: Response) {
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  return (await response.json()) as { detail: string; issues?: unknown; current?: unknown };
}

describe('who asks', () => {
  it('refuses a stranger with 401', async () => {
    const response = await echo(post({}), context);
    expect(response.status).toBe(401);
    expect((await problemOf(response)).detail).toContain('Sign in');
  });

  it('accepts a token and caps its role to the role of its person', async () => {
    const response = await echo(post(withToken), context);
    expect(await response.json()).toEqual({ name: 'x', by: 'Ada', role: 'revops' });
  });

  it.each(['Bearer nope', 'Basic abc', 'Bearer '])('refuses "%s"', async (authorization) => {
    expect((await echo(post({ authorization }), context)).status).toBe(401);
  });

  it('accepts a session from our own pages only', async () => {
    const cookie = `next-auth.session-token=${await encodeSession({ userId: 1, sessionVersion: 1 })}`;
    const own = await echo(post({ cookie, origin: 'http://localhost:3000' }), context);
    expect(own.status).toBe(200);
    for (const foreign of ['https://evil.example', 'null', 'http://localhost:3000.evil.example']) {
      expect((await echo(post({ cookie, origin: foreign }), context)).status).toBe(403);
    }
    expect((await echo(post({ cookie }), context)).status).toBe(403);
  });

  it('ends a session when its version is raised or the person is deactivated', async () => {
    const cookie = `next-auth.session-token=${await encodeSession({ userId: 1, sessionVersion: 0 })}`;
    expect((await echo(post({ cookie, origin: 'http://localhost:3000' }), context)).status).toBe(401);
  });
});

describe('bodies', () => {
  it('answers 400 to text that is no JSON, another content type and absurd nesting', async () => {
    const bodies: [string, string][] = [
      ['{"name":', 'application/json'],
      ['{"name":"x"}', 'text/plain'],
      ['['.repeat(1000) + ']'.repeat(1000), 'application/json'],
    ];
    for (const [body, type] of bodies) {
      const response = await echo(post({ ...withToken, 'content-type': type }, body), context);
      expect(response.status).toBe(400);
      expect((await problemOf(response)).detail).toMatch(/JSON/);
    }
  });

  it('answers 413 to a body that is too large, declared or not', async () => {
    const large = JSON.stringify({ name: 'x'.repeat(10 * 1024 * 1024) });
    expect((await echo(post(withToken, large), context)).status).toBe(413);
    const stream = new Blob([large]).stream();
    const init: RequestInit & { duplex: 'half' } = { method: 'POST', body: stream, duplex: 'half' };
    const request = new Request('http://localhost:3000/api/v1/echo', {
      ...init,
      headers: { ...withToken, 'content-type': 'application/json' },
    });
    expect((await echo(request, context)).status).toBe(413);
  });

  it.each([
    ['a NUL', '{"name":"a\\u0000b"}'],
    ['half of a character', '{"name":"\\ud83d"}'],
  ])('answers 400 to a text that could not be stored as it came: %s', async (_name, body) => {
    const response = await echo(post(withToken, body), context);
    expect(response.status).toBe(400);
    expect((await problemOf(response)).detail).toMatch(/which no text may/);
  });

  it('takes escapes that only look like it', async () => {
    const sent = '{"name":"\\\\u0000 \\ud83d\\ude00"}';
    expect(await (await echo(post(withToken, sent), context)).json()).toMatchObject({
      name: '\\u0000 \u{1f600}',
    });
  });

  it('answers 422 with a path and a sentence to JSON of another shape', async () => {
    const response = await echo(post(withToken, '{"name":7}'), context);
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues).toEqual([
      { path: '/name', code: 'invalid_type', message: 'Give it a name.' },
    ]);
  });
});

describe('queries', () => {
  const list = apiRoute(({ readQuery }) => readQuery(z.object({ owner: z.string().optional() })));
  const get = (query: string) =>
    list(new Request(`http://localhost:3000/api/v1/segments${query}`, { headers: withToken }), context);

  it('takes what the call knows, and the form of the answer', async () => {
    expect(await (await get('?owner=rep_1&format=csv&limit=5')).json()).toEqual({ owner: 'rep_1' });
  });

  it('answers 422 to a misspelt filter instead of everything', async () => {
    const response = await get('?ownr=rep_1&x=');
    expect(response.status).toBe(422);
    expect((await problemOf(response)).issues).toMatchObject([
      { path: '/ownr', code: 'unknown_parameter' },
      { path: '/x', code: 'unknown_parameter' },
    ]);
  });
});

describe('errors', () => {
  it('hides what went wrong inside', async () => {
    const response = await broken(post(withToken), context);
    expect(response.status).toBe(500);
    expect(JSON.stringify(await problemOf(response))).not.toContain('secret');
  });

  it('hands over the current version with a conflict', async () => {
    const response = await stale(post(withToken), context);
    expect(response.status).toBe(409);
    expect((await problemOf(response)).current).toEqual({ version: 3 });
  });
});

describe('Idempotency-Key', () => {
  it('runs once, answers the same again, and refuses another body under the same key', async () => {
    const headers = { ...withToken, 'idempotency-key': 'k1' };
    const before = runs;
    const first = await echo(post(headers), context);
    const second = await echo(post(headers), context);
    expect(runs - before).toBe(1);
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect((await echo(post(headers, '{"name":"y"}'), context)).status).toBe(409);
  });

  it('lets a refused request be sent again', async () => {
    const headers = { ...withToken, 'idempotency-key': 'k2' };
    expect((await echo(post(headers, '{"name":7}'), context)).status).toBe(422);
    expect((await echo(post(headers, '{"name":"z"}'), context)).status).toBe(200);
  });
});
