import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import { invitePerson, renewInvite } from '#lib/services/users/invite.ts';
import { changePerson } from '#lib/services/users/change.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { acceptInvite, findInvite } from './accept-invite.ts';
import { actorOfSession } from './actor.ts';
import { setUp } from './set-up.ts';
import { signIn } from './sign-in.ts';

const held = useTempStore();
const somebody = testContext({ actor: { ...systemActor, kind: 'user', role: 'viewer' } });
const admin = testContext({ actor: { role: 'admin', userId: 1, name: 'Ada' } });
const password = 'correct horse battery';

beforeAll(async () => {
  await setUp(somebody, {
    name: 'Ada',
    email: 'ada@example.com',
    password,
    workspaceName: 'Acme',
    currency: 'EUR',
    timeZone: 'Europe/Berlin',
    fiscalYearStartMonth: 2,
  });
});

beforeEach(() => {
  held.current.connection.exec('DELETE FROM sign_in_attempts');
});

function enter(email: string, given = password, address: string | null = null, now = somebody.now) {
  return signIn({ ...somebody, now }, { email, password: given, address });
}

function authors(action: string) {
  return held.current.connection.prepare('SELECT user_id, actor FROM audit WHERE action = ?').all(action);
}

describe('set-up', () => {
  it('is open once: a second one is refused and makes nobody', async () => {
    const again = setUp(somebody, {
      name: 'Eve',
      email: 'eve@example.com',
      password,
      workspaceName: 'Mine',
      currency: 'USD',
      timeZone: 'UTC',
      fiscalYearStartMonth: 1,
    });
    await expect(again).rejects.toMatchObject({ code: 'forbidden' });
    expect(held.current.connection.prepare('SELECT email, role FROM users').all()).toEqual([
      { email: 'ada@example.com', role: 'admin' },
    ]);
  });

  it('stands in the audit under the name of the admin it made', () => {
    expect(authors('workspace.setUp')).toEqual([{ user_id: 1, actor: 'Ada' }]);
  });

  it('names every fault beside its control', async () => {
    const faulty = setUp(somebody, {
      name: ' ',
      email: 'x',
      password,
      workspaceName: '',
      currency: 'EURO',
      timeZone: 'Mars',
    });
    await expect(faulty).rejects.toMatchObject({
      code: 'invalid',
      issues: expect.arrayContaining([
        expect.objectContaining({ path: '/name', message: 'Enter your name.' }),
        expect.objectContaining({ path: '/email' }),
        expect.objectContaining({ path: '/timeZone' }),
      ]),
    });
  });
});

describe('sign-in', () => {
  it('lets the right password in, however the address is written', async () => {
    expect(await enter(' ADA@example.COM ')).toEqual({ userId: 1, sessionVersion: 1 });
  });

  it('says the same whether the address or the password is wrong', async () => {
    const answers = await Promise.allSettled([
      enter('ada@example.com', 'wrong'),
      enter('nobody@example.com'),
    ]);
    const reasons = answers.map((answer) => (answer as PromiseRejectedResult).reason.message);
    expect(new Set(reasons).size).toBe(1);
  });

  it('stops guessing one address after five tries, even in parallel, and lets it in a quarter of an hour later', async () => {
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => enter('ada@example.com', 'wrong')),
    );
    const codes = tries.map((one) => (one as PromiseRejectedResult).reason.code);
    expect(codes.filter((code) => code === 'unauthenticated')).toHaveLength(5);
    await expect(enter('ada@example.com')).rejects.toMatchObject({ code: 'rate_limited' });
    const later = somebody.now + 15 * 60_000 + 1;
    expect(await enter('ada@example.com', password, null, later)).toMatchObject({ userId: 1 });
  });

  it('stops one place that guesses many addresses', async () => {
    const insert = held.current.connection.prepare(
      'INSERT INTO sign_in_attempts (subject, at) VALUES (?, ?)',
    );
    for (let at = 0; at < 50; at++) insert.run('address:203.0.113.9', somebody.now);
    await expect(enter('new@example.com', 'x', '203.0.113.9')).rejects.toMatchObject({
      code: 'rate_limited',
    });
    await expect(enter('new@example.com', 'x', '203.0.113.10')).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  });

  it('forgets failed tries after a success', async () => {
    for (let at = 0; at < 4; at++) await enter('ada@example.com', 'wrong').catch(() => undefined);
    await enter('ada@example.com');
    await expect(enter('ada@example.com', 'wrong')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('stores no password that can be read', () => {
    const stored = held.current.connection.prepare('SELECT password_hash FROM users').pluck().get();
    expect(stored).toMatch(/^\$argon2id\$/);
  });
});

describe('invitations and sessions', () => {
  it('lets an invited person choose a password once, and ends the link and older sessions', async () => {
    const { invitePath, user } = await invitePerson(admin, {
      email: 'grace@example.com',
      name: 'Grace',
      role: 'rep',
      leaderSees: 'team',
      repId: null,
    });
    const secret = invitePath.replace('/invite/', '');
    expect(findInvite(secret, admin.now)?.email).toBe('grace@example.com');
    await expect(acceptInvite(somebody, { secret, password: 'short' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const claim = await acceptInvite(somebody, { secret, password });
    expect(actorOfSession(claim)).toMatchObject({ name: 'Grace', role: 'rep', holderIds: [] });
    expect(authors('user.setPassword')).toEqual([{ user_id: claim.userId, actor: 'Grace' }]);
    await expect(acceptInvite(somebody, { secret, password })).rejects.toMatchObject({ code: 'not_found' });
    await changePerson(admin, user.id, { isActive: false }, null);
    expect(actorOfSession(claim)).toBeNull();
    await changePerson(admin, user.id, { isActive: true }, null);
    expect(actorOfSession(claim)).toBeNull();
  });

  it('ends a link after seven days and when a newer one is made', async () => {
    const id = toPublicId('user', 1);
    const first = (await renewInvite(admin, id)).invitePath.replace('/invite/', '');
    const second = (await renewInvite(admin, id)).invitePath.replace('/invite/', '');
    expect(findInvite(first, admin.now)).toBeNull();
    expect(findInvite(second, admin.now + 7 * 86_400_000 - 1)).not.toBeNull();
    expect(findInvite(second, admin.now + 7 * 86_400_000)).toBeNull();
  });

  it('keeps the last admin and lets nobody take their own access away', async () => {
    const id = toPublicId('user', 1);
    await expect(changePerson(admin, id, { role: 'viewer' }, null)).rejects.toMatchObject({
      code: 'invalid',
    });
    const other = testContext({ actor: { role: 'admin', userId: 99 } });
    await expect(changePerson(other, id, { isActive: false }, null)).rejects.toThrow(/last admin/);
  });
});
