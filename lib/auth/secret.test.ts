import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dropSingleton } from '#lib/shared/process-singleton.ts';
import { authSecret } from './secret.ts';
import { decodeSession, encodeSession } from './session-cookie.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-secret-'));
  process.env.TESSERA_DATA = folder;
  delete process.env.NEXTAUTH_SECRET;
  dropSingleton('auth-secret');
});

afterEach(() => {
  delete process.env.TESSERA_DATA;
  dropSingleton('auth-secret');
  rmSync(folder, { recursive: true, force: true });
});

it('makes a secret once, for its owner alone', () => {
  const made = authSecret();
  expect(made.length).toBeGreaterThanOrEqual(43);
  expect(statSync(join(folder, 'auth-secret')).mode & 0o777).toBe(0o600);
  dropSingleton('auth-secret');
  expect(authSecret()).toBe(made);
});

it('takes the one of the environment before its own', () => {
  process.env.NEXTAUTH_SECRET = 'given by whoever runs it';
  expect(authSecret()).toBe('given by whoever runs it');
  delete process.env.NEXTAUTH_SECRET;
});

it('reads its own cookies and nobody else’s', async () => {
  const cookie = await encodeSession({ userId: 7, sessionVersion: 2 });
  expect(await decodeSession(cookie)).toEqual({ userId: 7, sessionVersion: 2 });
  expect(await decodeSession(`${cookie.slice(0, -2)}xx`)).toBeNull();
  expect(await decodeSession(undefined)).toBeNull();
  rmSync(join(folder, 'auth-secret'));
  dropSingleton('auth-secret');
  expect(await decodeSession(cookie)).toBeNull();
  expect(readFileSync(join(folder, 'auth-secret'), 'utf8')).not.toBe('');
});
