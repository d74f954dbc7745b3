import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { systemActor } from '#lib/permissions/actor.ts';
import { actorOfSession } from './actor.ts';
import { signIn } from './sign-in.ts';
import { signInByIdentity } from './sign-in-by-identity.ts';

const held = useTempStore();
const somebody = testContext({ actor: { ...systemActor, kind: 'user', role: 'viewer' } });
const provider = {
  OIDC_ISSUER: 'https://id.example.com',
  OIDC_CLIENT_ID: 'tessera',
  OIDC_CLIENT_SECRET: 'secret',
  OIDC_ALLOWED_DOMAINS: 'example.com, Example.ORG',
  OIDC_DEFAULT_ROLE: 'rep',
};

beforeAll(() => {
  Object.assign(process.env, provider);
  held.current.connection.exec(
    `INSERT INTO users (id, email, email_folded, name, role, is_active, created_at, updated_at) VALUES
       (1, 'ada@elsewhere.net', 'ADA@ELSEWHERE.NET', 'Ada', 'revops', 1, 0, 0),
       (2, 'gone@example.com', 'GONE@EXAMPLE.COM', 'Gone', 'admin', 0, 0, 0)`,
  );
});

afterAll(() => {
  for (const name of Object.keys(provider)) delete process.env[name];
  delete process.env.TESSERA_LOCAL_PASSWORDS;
});

const identity = (email: string | null, isEmailVerified = true) => ({
  email,
  name: 'Somebody',
  isEmailVerified,
});

describe('single sign-on', () => {
  it('lets a known person in with the role they have, whatever their domain', async () => {
    const claim = await signInByIdentity(somebody, identity('Ada@Elsewhere.net'));
    expect(actorOfSession(claim)).toMatchObject({ name: 'Ada', role: 'revops' });
  });

  it('lets somebody new of an allowed domain in, once, with the default role', async () => {
    const first = await signInByIdentity(somebody, identity('new@example.org'));
    expect(actorOfSession(first)).toMatchObject({ name: 'Somebody', role: 'rep' });
    expect(await signInByIdentity(somebody, identity('NEW@example.org'))).toEqual(first);
    const audit = held.current.connection.prepare('SELECT user_id, actor FROM audit WHERE record_id = ?');
    const author = { user_id: first.userId, actor: 'Somebody' };
    expect(audit.all(first.userId)).toEqual([author, author]);
  });

  it.each([
    ['a stranger of another domain', identity('x@evil.net')],
    ['a domain that only ends alike', identity('x@notexample.com')],
    ['an address that was not verified', identity('y@example.com', false)],
    ['a deactivated person', identity('gone@example.com')],
  ])('refuses %s and makes nobody', async (_name, who) => {
    const before = held.current.connection.prepare('SELECT count(*) FROM users').pluck().get();
    await expect(signInByIdentity(somebody, who)).rejects.toMatchObject({ code: 'forbidden' });
    expect(held.current.connection.prepare('SELECT count(*) FROM users').pluck().get()).toBe(before);
  });

  it.each([
    ['no address', identity(null), 'NoEmail', /sent no e-mail address/],
    ['an empty address', identity('  '), 'NoEmail', /sent no e-mail address/],
    ['no address, and says it is unverified', identity(null, false), 'NoEmail', /sent no e-mail address/],
    ['an unverified address', identity('y@example.com', false), 'Unverified', /has not verified/],
  ])('says what is missing where the provider sends %s', async (_name, who, code, sentence) => {
    await expect(signInByIdentity(somebody, who)).rejects.toMatchObject({
      message: expect.stringMatching(sentence),
      issues: [{ code }],
    });
  });

  it('takes no password where passwords are switched off', async () => {
    process.env.TESSERA_LOCAL_PASSWORDS = 'off';
    const tried = signIn(somebody, { email: 'ada@elsewhere.net', password: 'x', address: null });
    await expect(tried).rejects.toThrow(/single sign-on/);
  });
});
