import { expect, it } from 'vitest';
import { allowHeader, apiMethods, type ApiMethod } from '#lib/http/other-methods.ts';
import { answersOf, call, routeFiles } from './testing/routes.ts';

/** Whatever a path is asked, the answer is in the API's own form. */

it.each([...routeFiles()])('%s refuses what it does not take, and says what it takes', async (path, file) => {
  const { handlers, refusals } = await answersOf(file);
  expect([...handlers.keys(), ...refusals.keys()].sort()).toEqual([...apiMethods].sort());
  const allow = allowHeader([...handlers.keys()] as ApiMethod[]);
  for (const [method, refuse] of refusals) {
    const response = await call(refuse, { method, path });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(response.headers.get('content-type')).toBe('application/problem+json');
    expect(await response.json()).toMatchObject({
      type: 'urn:tessera:method_not_allowed',
      status: 405,
      detail: expect.stringContaining(method) as string,
    });
  }
});
