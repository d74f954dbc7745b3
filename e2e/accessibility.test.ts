import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { anyAccountId, mainPages, publishedSegmentId } from './support/pages.ts';
import { expect, open, people, test } from './support/test.ts';

const phone = { width: 390, height: 844 };
const desk = { width: 1440, height: 900 };

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds, one line per place, so that a failure can be read. */
async function violations(page: Page, rule?: string): Promise<string[]> {
  // Even with reduced motion a colour takes a frame to change: right after a switch of theme it is still the other one's.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(null)))),
  );
  // There are no frames to gather, and the other mode opens a page for every run.
  // Neither passes nor style sheets are asked for: they cost most of a run and no rule of these standards needs them.
  const axe = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], preload: false });
  const { violations: found } = await (rule ? axe.withRules([rule]) : axe.withTags(standards)).analyze();
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(' ')} – ${node.failureSummary ?? help}`),
  );
}

/** How far the page itself can be pushed sideways, in pixels. */
function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

test('axe finds nothing on the main pages, at a desk and on a phone', async ({ page, signIn }) => {
  test.setTimeout(600_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(people.revops);
  const pages = mainPages(await publishedSegmentId(page.request), await anyAccountId(page.request));
  for (const { name, path, as, phone: onPhone } of pages) {
    await signIn(as);
    await page.setViewportSize(desk);
    await open(page, path);
    await expect.soft(page.getByRole('heading', { level: 1 }), `${name}: one title`).toHaveCount(1);
    expect.soft(await violations(page), name).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect.soft(await violations(page, 'color-contrast'), `${name}, dark`).toEqual([]);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    if (!onPhone) continue;
    await page.setViewportSize(phone);
    await expect(page.getByRole('navigation', { name: 'Main' })).toHaveCount(1);
    expect.soft(await violations(page), `${name}, phone`).toEqual([]);
    expect.soft(await overflow(page), `${name} fits a phone`).toBeLessThanOrEqual(0);
  }
});

test('axe finds nothing on the pages of strangers', async ({ page }) => {
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    for (const path of ['/sign-in', '/invite/unknown']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      expect.soft(await violations(page), `${path}, ${scheme}`).toEqual([]);
    }
  }
});

test('no link on a main page leads nowhere', async ({ page, signIn }) => {
  await signIn(people.admin);
  const pages = mainPages(await publishedSegmentId(page.request), await anyAccountId(page.request));
  const links = new Map<string, string>();
  for (const { name, path } of pages) {
    await open(page, path);
    const hrefs = await page
      .locator('a[href^="/"]')
      .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
    // One of each shape is enough: a list links hundreds of records.
    for (const href of hrefs) links.set(shapeOf(href), `${href} (on ${name})`);
  }
  expect(links.size).toBeGreaterThan(20);
  for (const link of links.values()) {
    const answer = await page.request.get(link.split(' ')[0] ?? '');
    expect.soft(answer.status(), link).toBe(200);
  }
});

/** `/segments/seg_b?tab=members` → `/segments/*?tab`. */
function shapeOf(href: string): string {
  const { pathname, searchParams } = new URL(href, 'http://localhost');
  const path = pathname.replace(/\/[a-z]{2,4}_\w+/g, '/*');
  return `${path}?${[...searchParams.keys()].sort().join('&')}`;
}

test('the keyboard reaches everything: skip link, palette, letters, list of shortcuts', async ({
  page,
  signIn,
}) => {
  await signIn(people.revops);
  await open(page, '/tiers');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();

  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Find a record, page or action' });
  await expect(palette.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('perf');
  await expect(palette.getByRole('option', { name: 'Performance' })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/performance/);
  await expect(palette).toHaveCount(0);

  await page.keyboard.press('g');
  await page.keyboard.press('s');
  await expect(page).toHaveURL(/\/segments/);
  await expect(page.getByRole('heading', { level: 1, name: 'Segments' })).toBeVisible();

  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet).toContainText('Find a record, page or action');
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('the palette finds a record by its name', async ({ page, signIn }) => {
  await signIn(people.revops);
  const segment = await publishedSegmentId(page.request);
  const { name } = (await (await page.request.get(`/api/v1/segments/${segment}`)).json()) as { name: string };
  await open(page, '/tiers');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(name);
  const hit = page.getByRole('option', { name }).first();
  await expect(hit).toBeVisible();
  await hit.click();
  await expect(page).toHaveURL(new RegExp(`/segments/${segment}`));
});

test('a list is worked without a mouse', async ({ page, signIn }) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const list = page.getByRole('grid', { name: 'Segments' });
  await expect(list.getByRole('row').nth(1)).toBeVisible();
  // The rows stand there before the keys are listened to.
  await expect(async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/segments\/seg_\w+/, { timeout: 2_000 });
  }).toPass();
});

test('the theme that a person chose is there after a reload', async ({ page, signIn }) => {
  await signIn(people.viewer);
  await open(page, '/segments');
  await page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: /Ines/ }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Dark' }).click();
  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});
