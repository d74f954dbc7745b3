import { NextRequest } from 'next/server';
import { describe, expect, it } from 'vitest';
import { config, proxy } from './proxy.ts';

function visit(path: string, cookie?: string) {
  return proxy(new NextRequest(`http://localhost:3000${path}`, { headers: cookie ? { cookie } : {} }));
}

const session = 'next-auth.session-token=anything';

describe('strangers', () => {
  it('are sent to sign in and back to the page they wanted', () => {
    const response = visit('/segments/seg_1?tab=members');
    expect(response.status).toBe(307);
    expect(response.headers.get('location')).toBe(
      'http://localhost:3000/sign-in?next=%2Fsegments%2Fseg_1%3Ftab%3Dmembers',
    );
  });

  it.each(['/sign-in', '/setup', '/invite/inv_abc', '/icon.svg'])('may open %s', (path) => {
    expect(visit(path).headers.get('location')).toBeNull();
  });

  it.each(['/settings', '/sign-in-not', '/setupx', '/'])('may not open %s', (path) => {
    expect(visit(path).headers.get('location')).toContain('/sign-in');
  });
});

describe('people with a session', () => {
  it('are known by the page they asked for, whatever they send themselves', () => {
    const request = new NextRequest('http://localhost:3000/segments?view=draft', {
      headers: { cookie: session, 'x-tessera-page': '//elsewhere.example' },
    });
    expect(proxy(request).headers.get('x-middleware-request-x-tessera-page')).toBe('/segments?view=draft');
  });
});

describe('headers', () => {
  it('let only scripts of this very answer run', () => {
    const policies = [visit('/segments', session), visit('/segments', session)].map(
      (response) => response.headers.get('content-security-policy') ?? '',
    );
    const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
    expect(nonces[0]).toBeTruthy();
    expect(nonces[0]).not.toBe(nonces[1]);
    expect(policies[0]).toContain("'strict-dynamic'");
    expect(policies[0]).toContain("frame-ancestors 'none'");
    expect(policies[0]).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

  it('tell Next the same policy, since it stamps its scripts with the nonce of the request', () => {
    const response = visit('/segments', session);
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(
      response.headers.get('content-security-policy'),
    );
  });

  it('are on redirects too', () => {
    expect(visit('/segments').headers.get('x-content-type-options')).toBe('nosniff');
    expect(visit('/segments').headers.get('x-frame-options')).toBe('DENY');
  });

  it('leaves the API and built files alone, because the proxy would cut large bodies', () => {
    const pattern = new RegExp(`^${config.matcher[0]}$`);
    expect(pattern.test('/api/v1/imports')).toBe(false);
    expect(pattern.test('/_next/static/x.js')).toBe(false);
    expect(pattern.test('/segments')).toBe(true);
  });
});
