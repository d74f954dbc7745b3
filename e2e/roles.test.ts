import type { Page } from '@playwright/test';
import { anyAccountId, publishedSegmentId } from './support/pages.ts';
import { expect, open, people, test } from './support/test.ts';

/** Names of the buttons and links of the page's own part that change something. */
const changing =
  /^(new|add|edit|create|save|publish|review|invite|remove|delete|retire|apply|assign|move|import)\b/i;

async function changingControls(page: Page): Promise<string[]> {
  const main = page.getByRole('main');
  // In one go: a list that loads more while it is read takes no control away from under the reader.
  const names = await main.evaluate((root) =>
    [...root.querySelectorAll('button, a[href], [role="button"], [role="link"]')]
      .filter((el) => el.getAttribute('aria-disabled') !== 'true')
      .map((el) => el.textContent?.trim() ?? ''),
  );
  return names.filter((name) => changing.test(name));
}

test('a viewer looks at everything and is offered no change', async ({ page, signIn }) => {
  await signIn(people.viewer);
  const segment = await publishedSegmentId(page.request);
  const account = await anyAccountId(page.request);
  const paths = [
    '/segments',
    `/segments/${segment}`,
    `/segments/${segment}/members`,
    '/tiers',
    '/performance',
  ];
  for (const path of [...paths, '/accounts', `/accounts/${account}`, '/contacts', '/settings']) {
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect.soft(await changingControls(page), path).toEqual([]);
  }
  const menu = page.getByRole('navigation', { name: 'Main' });
  for (const place of ['My accounts', 'Territories', 'Data']) {
    await expect(menu.getByRole('link', { name: place })).toHaveCount(0);
  }
});

test('a page that is not for one’s role says for whom it is', async ({ page, signIn }) => {
  await signIn(people.ae);
  for (const path of ['/settings/people', '/settings/audit', '/settings/demo', '/data']) {
    await open(page, path);
    await expect(page.getByText('Your role (Rep) does not open this page.')).toBeVisible();
  }
  await signIn(people.viewer);
  for (const path of ['/territories', '/settings/tokens', '/my']) {
    await open(page, path);
    await expect(page.getByText(/Your role \(Viewer\) does not/)).toBeVisible();
  }
});

test('a rep sees the own book and nobody else’s', async ({ page, signIn, otherPage }) => {
  await signIn(people.ae);
  const own = (await (await page.request.get('/api/v1/accounts?limit=200')).json()) as {
    items: { id: string }[];
  };
  const ownIds = new Set(own.items.map(({ id }) => id));
  expect(ownIds.size).toBeGreaterThan(5);
  expect(ownIds.size).toBeLessThan(200);

  const theirs = await otherPage();
  await theirs.context().addCookies(await sessionOf(page, signIn, people.sdr));
  const list = (await (await theirs.request.get('/api/v1/accounts?limit=200')).json()) as {
    items: { id: string }[];
  };
  const foreign = list.items.find(({ id }) => !ownIds.has(id))?.id ?? '';
  expect(foreign).not.toBe('');

  await signIn(people.ae);
  expect((await page.request.get(`/api/v1/accounts/${foreign}`)).status()).toBe(403);
  await open(page, `/accounts/${foreign}`);
  await expect(page.getByText(/not (in|part of) your book|not yours|held by/i).first()).toBeVisible();
  await open(page, '/accounts');
  await expect(page.getByRole('grid')).not.toContainText(foreign);
});

async function sessionOf(page: Page, signIn: (email: string) => Promise<void>, email: string) {
  await signIn(email);
  return page.context().cookies();
}
