import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

const tree = (page: Page) => page.getByRole('navigation', { name: 'Plan' });
const accounts = (page: Page) => page.getByRole('grid', { name: 'Accounts of the plan' });
const grip = (page: Page, name: string) => page.getByRole('button', { name: `Move ${name}`, exact: true });
const effect = (page: Page, name: string, target: string) =>
  page.getByRole('group', { name: `Effect of moving ${name} to ${target}` });

/** The accounts of a territory; the name of the first that is not locked. */
async function openTerritory(page: Page, territory: string): Promise<string> {
  await open(page, '/territories?tab=accounts');
  await tree(page).getByText(territory, { exact: true }).click();
  await expect(page.getByRole('complementary', { name: territory })).toBeVisible();
  await expect(accounts(page)).not.toHaveAttribute('aria-busy');
  const free = accounts(page)
    .getByRole('row')
    .filter({ has: page.getByRole('link') })
    .filter({ hasNot: page.getByLabel('Locked') })
    .first();
  return (await free.getByRole('link').textContent()) ?? '';
}

/** Picks an account up with the mouse and holds it over a place. */
async function hold(page: Page, name: string, over: Locator | null): Promise<void> {
  await accounts(page).getByRole('link', { name, exact: true }).hover();
  const handle = await grip(page, name).boundingBox();
  if (!handle) throw new Error(`The handle of ${name} has no place on the screen.`);
  await page.mouse.move(handle.x + handle.width / 2, handle.y + handle.height / 2);
  await page.mouse.down();
  await page.mouse.move(handle.x + 30, handle.y + 20, { steps: 4 });
  if (over) await holdOver(page, over);
}

async function holdOver(page: Page, over: Locator): Promise<void> {
  await over.scrollIntoViewIfNeeded();
  const box = await over.boundingBox();
  if (!box) throw new Error('The place to drop has no place on the screen.');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 8 });
}

test('a leader drags an account to another territory and another rep, seeing the effect before', async ({
  page,
  signIn,
}) => {
  await signIn(people.leader);
  const name = await openTerritory(page, 'Pacific');
  const link = page.getByRole('link', { name, exact: true });

  await test.step('the effect on every measure shows while it is held, and Esc leaves it all', async () => {
    await hold(page, name, tree(page).getByText('Mountain', { exact: true }));
    const shown = effect(page, name, 'Mountain');
    const books = shown.getByRole('row').filter({ hasText: '→' });
    await expect(books).not.toHaveCount(0);
    for (const measure of ['Accounts', 'Potential', 'Of target', 'Touches', 'Pipeline']) {
      await expect(shown.getByRole('columnheader', { name: measure })).toBeVisible();
    }
    await page.keyboard.press('Escape');
    await page.mouse.up();
    await expect(shown).toHaveCount(0);
    await expect(link).toBeVisible();
    await expect(page.getByRole('complementary', { name: 'Pacific' })).toBeVisible();
  });

  await test.step('dropped on a territory it lies there, and Undo takes it back', async () => {
    await hold(page, name, tree(page).getByText('Mountain', { exact: true }));
    await expect(effect(page, name, 'Mountain').getByRole('row').nth(1)).toContainText('→');
    await page.mouse.up();
    await expect(page.getByText('1 account moved to Mountain')).toBeVisible();
    await expect(link).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(link).toBeVisible();
  });

  await test.step('dropped on a book it is the rep’s', async () => {
    await hold(page, name, null);
    const books = page.getByRole('complementary', { name: 'AE books' });
    await holdOver(page, books.getByText('Clara Penhallow', { exact: true }));
    await expect(effect(page, name, 'Clara Penhallow').getByRole('row').nth(1)).toContainText('→');
    await page.mouse.up();
    await expect(page.getByText('1 account given to Clara Penhallow')).toBeVisible();
    await expect(books).toHaveCount(0);
    const row = accounts(page).getByRole('row').filter({ has: link });
    await expect(row).toContainText('Clara Penhallow');
    await page.getByRole('button', { name: 'Undo' }).last().click();
    await expect(row).not.toContainText('Clara Penhallow');
  });
});

test('the same by keyboard: chosen accounts go where arrows lead, read out by name', async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(people.leader);
  const name = await openTerritory(page, 'Pacific');
  await accounts(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('m');
  await grip(page, name).focus();
  await page.keyboard.press('Space');
  const said = page.getByRole('status');
  await expect(said.filter({ hasText: `${name} picked up` })).toBeAttached();
  const target = 'Mountain';
  for (let steps = 0; steps < 40 && (await effect(page, name, target).count()) === 0; steps++) {
    await page.keyboard.press('ArrowDown');
  }
  await expect(effect(page, name, target).getByRole('row').nth(1)).toContainText('→');
  await expect(said.filter({ hasText: new RegExp(`^${target}\\. .+ accounts?`) })).toBeAttached();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
  }
  await page.keyboard.press('Space');
  await expect(page.getByText(`1 account moved to ${target}`)).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(accounts(page).getByRole('link', { name, exact: true })).toBeVisible();
});

test('who may not change the plan has no handles, nor has a phone', async ({ page, signIn }) => {
  await signIn(people.ae);
  await open(page, '/territories?tab=accounts');
  await expect(accounts(page).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Move / })).toHaveCount(0);
  await signIn(people.leader);
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/territories?tab=accounts');
  await expect(accounts(page).getByRole('row').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Move / })).toHaveCount(0);
});
