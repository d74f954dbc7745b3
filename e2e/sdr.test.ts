import type { Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

const list = (page: Page) => page.getByRole('grid', { name: 'My accounts' });
const peek = (page: Page) => page.getByRole('main').getByRole('complementary');

/** Touches done today, as the page counts them. */
async function done(page: Page): Promise<number> {
  const text = await page.getByText(/\d+ of \d+ done/).textContent();
  return Number(/(\d+) of \d+ done/.exec(text ?? '')?.[1]);
}

/** The account in hand: what the panel beside the list is about. */
async function inHand(page: Page): Promise<string> {
  return (await peek(page).getAttribute('aria-label')) ?? '';
}

test.beforeEach(async ({ page, signIn }) => {
  await signIn(people.sdr);
  await open(page, '/my');
  await expect(list(page).getByRole('row').nth(2)).toBeVisible();
  await expect(peek(page)).toBeVisible();
});

test('one key logs a touch and takes the next account; undo takes it back', async ({ page }) => {
  const before = await done(page);
  const first = await inHand(page);
  await page.keyboard.press('e');
  await page.keyboard.press('l');
  await expect(page.getByRole('status').filter({ hasText: first })).toBeVisible();
  await expect.poll(() => done(page)).toBe(before + 1);
  await expect.poll(() => inHand(page)).not.toBe(first);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => done(page)).toBe(before);
});

test('a reply with a note stands in the history of the account', async ({ page }) => {
  const name = await inHand(page);
  await page.keyboard.press('r');
  const form = page.getByRole('form', { name: 'Log a touch' });
  await expect(form.getByRole('combobox', { name: 'What to log' })).toContainText('Reply');
  await form.getByRole('textbox', { name: 'Note' }).fill('Asked for the benchmark.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status').filter({ hasText: name })).toBeVisible();
  await list(page).getByText(name, { exact: true }).click();
  await expect.poll(() => inHand(page)).toBe(name);
  await peek(page).getByRole('link', { name: 'Open the account' }).click();
  await expect(page).toHaveURL(/\/accounts\/acc_\w+/);
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name);
  await expect(page.getByText('Asked for the benchmark.').first()).toBeVisible();
});

test('every account says why it is here', async ({ page }) => {
  const name = await inHand(page);
  await expect(peek(page).getByText('Why now', { exact: true })).toBeVisible();
  await peek(page).getByRole('button', { name: 'Why is it here?' }).click();
  const why = page.getByRole('dialog', { name: `Why is ${name} here?` });
  await expect(why.getByText('Ansel Brightmoor as SDR')).toBeVisible();
  await expect(why.getByText(/In the territory/)).toBeVisible();
  await expect(why.getByText(/, from .+|set on the account|It has no tier/)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await expect(peek(page)).toBeVisible();
});

test('a snoozed account leaves the list and comes back', async ({ page }) => {
  const name = await inHand(page);
  const snoozed = page.getByRole('button', { name: /^Snoozed \d+$/ });
  const before = Number((await snoozed.textContent())?.replace(/\D/g, ''));
  await page.keyboard.press('s');
  await page
    .getByRole('dialog', { name: `Snooze ${name}` })
    .getByRole('button', { name: /Tomorrow/ })
    .click();
  await expect(list(page).getByText(name, { exact: true })).toHaveCount(0);
  await expect(snoozed).toHaveText(`Snoozed ${before + 1}`);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(snoozed).toHaveText(`Snoozed ${before}`);
  await expect(list(page).getByText(name, { exact: true })).toBeVisible();
});

test('a next step keeps its date, and is ticked off', async ({ page }) => {
  await page.keyboard.press('n');
  const dialog = page.getByRole('dialog', { name: /^Next step for/ });
  await dialog.getByRole('button', { name: 'Set the step' }).click();
  await expect(dialog.getByText('Say what the next step is.')).toBeVisible();
  await dialog.getByLabel('What').fill('Send the tariff sheet');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(peek(page).getByText('Send the tariff sheet').last()).toBeVisible();
  await peek(page).getByRole('button', { name: 'Done: Send the tariff sheet' }).click();
  await expect(peek(page).getByRole('button', { name: 'Done: Send the tariff sheet' })).toHaveCount(0);
});

test('the list works under a thumb', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(
    page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Mine' }),
  ).toBeVisible();
  await list(page).getByRole('row').nth(1).click();
  await expect(page.getByRole('form', { name: 'Log a touch' })).toBeVisible();
});
