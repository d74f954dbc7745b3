import { describe, expect, it } from 'vitest';
import { readEnv } from './env.ts';

describe('the environment', () => {
  it('needs nothing', () => {
    expect(readEnv({})).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000', oidc: null });
    expect(readEnv({ PORT: '', OIDC_ISSUER: '' })).toMatchObject({ port: 3000, oidc: null });
  });

  it.each([
    [{ PORT: 'abc' }, 'PORT: Give a number from 1 to 65535.'],
    [{ TESSERA_URL: 'tessera' }, 'TESSERA_URL: Give a whole address'],
    [{ OIDC_ISSUER: 'https://id.example' }, 'OIDC_CLIENT_ID, OIDC_CLIENT_SECRET: Single sign-on needs'],
    [{ TESSERA_LOCAL_PASSWORDS: 'off' }, 'TESSERA_LOCAL_PASSWORDS: With "off" nobody could sign in'],
  ])('names the fault of %j', (source, message) => {
    expect(() => readEnv(source)).toThrow(message);
  });

  it('takes single sign-on alone when it is whole', () => {
    const source = {
      OIDC_ISSUER: 'https://id.example',
      OIDC_CLIENT_ID: 'tessera',
      OIDC_CLIENT_SECRET: 'secret',
      OIDC_ALLOWED_DOMAINS: 'One.example, two.example',
      TESSERA_LOCAL_PASSWORDS: 'off',
    };
    expect(readEnv(source)).toMatchObject({
      localPasswords: false,
      oidc: { issuer: 'https://id.example', allowedDomains: ['one.example', 'two.example'] },
    });
  });
});
