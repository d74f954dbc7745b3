import { allHandlers, allPages } from './support/routes.ts';
import { demoPassword, expect, people, test } from './support/test.ts';

/** Pages and handlers that need nobody signed in. */
const openPages = [/^\/sign-in$/, /^\/invite\//];
const openHandlers = ['/api/v1/health', '/api/v1/openapi.json'];
const forgedCookie = { cookie: 'next-auth.session-token=eyJhbGciOiJkaXIifQ.forged' };

const closedPages = allPages().filter((path) => !openPages.some((one) => one.test(path)));
const closedHandlers = allHandlers().filter(({ path }) => !openHandlers.includes(path));

test('every page sends a stranger to sign in, also one with a forged cookie', async ({ request }) => {
  expect(closedPages.length).toBeGreaterThan(10);
  for (const path of closedPages) {
    for (const headers of [{}, forgedCookie]) {
      const answer = await request.get(path, { maxRedirects: 0, headers });
      expect.soft(answer.status(), `${path} ${JSON.stringify(headers)}`).toBe(307);
      expect.soft(answer.headers().location, path).toMatch(/\/sign-in(\?|$)/);
    }
  }
});

test('every API call without a session answers 401 and a sentence', async ({ request }) => {
  expect(closedHandlers.length).toBeGreaterThan(50);
  for (const { method, path } of closedHandlers) {
    const tries: Record<string, string>[] = [{}, forgedCookie, { authorization: 'Bearer tsr_forged' }];
    for (const headers of tries) {
      const answer = await request.fetch(path, { method, headers, maxRedirects: 0 });
      const what = `${method} ${path} ${JSON.stringify(headers)}`;
      expect.soft(answer.status(), what).toBe(401);
      expect.soft(answer.headers()['content-type'], what).toContain('application/problem+json');
    }
  }
});

test('the open doors tell nothing but what they are for', async ({ request }) => {
  const health = await request.get('/api/v1/health');
  expect(health.status()).toBe(200);
  expect(await health.json()).toMatchObject({ status: 'ok' });
  const document = (await (await request.get('/api/v1/openapi.json')).json()) as { openapi: string };
  expect(document.openapi).toMatch(/^3\.1/);
  expect((await request.get('/api/auth/session')).status()).toBe(200);
  expect(await (await request.get('/api/auth/session')).json()).toEqual({});
});

test('pages come with headers that keep other sites out', async ({ request }) => {
  const { headers } = { headers: (await request.get('/sign-in')).headers() };
  expect(headers['content-security-policy']).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'(;|$)/);
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
});

test('signing in leads to the page that was asked for', async ({ page }) => {
  await page.goto('/segments?status=published');
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel('E-mail').fill(people.viewer);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page).toHaveURL(/\/segments\?status=published$/);
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('session-token'));
  expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
});

test('an address outside is no place to go on to', async ({ page }) => {
  await page.goto('/sign-in?next=https://elsewhere.example/');
  await page.getByLabel('E-mail').fill(people.viewer);
  await page.getByLabel('Password').fill(demoPassword);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
  await expect(page).toHaveURL(/^http:\/\/localhost/);
});

test('a wrong password gets a sentence, and too many tries a pause', async ({ page }) => {
  await page.goto('/sign-in');
  const message = page.getByRole('alert').filter({ hasText: /\S/ });
  const button = page.getByRole('button', { name: 'Sign in', exact: true });
  for (let attempt = 1; attempt <= 6; attempt++) {
    await page.getByLabel('E-mail').fill('nobody@tessera.example');
    await page.getByLabel('Password').fill(`wrong ${attempt}`);
    const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
    await button.click();
    await answered;
    await expect(button).not.toHaveAttribute('aria-busy');
    if (attempt === 1) {
      await expect(message).toHaveText('This e-mail address and password do not match.');
      await expect(page.getByLabel('E-mail')).toHaveValue('nobody@tessera.example');
    }
  }
  await expect(message).toHaveText(/Too many tries to sign in. Please wait \d+ minutes/);
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a write that another site caused is refused and changes nothing', async ({ page, signIn }) => {
  await signIn(people.revops);
  const names = async () => {
    const list = (await (await page.request.get('/api/v1/views?page=segments')).json()) as {
      items: unknown[];
    };
    return list.items;
  };
  const before = await names();
  const data = { name: 'From elsewhere', page: 'segments', state: {} };
  const origins: Record<string, string>[] = [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, {}];
  for (const headers of origins) {
    const answer = await page.request.post('/api/v1/views', { data, headers });
    expect(answer.status(), JSON.stringify(headers)).toBe(403);
    expect(((await answer.json()) as { detail: string }).detail).toMatch(/came from another site/);
  }
  expect(await names()).toEqual(before);
});
