import type { Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

type Books = { books: { name: string; slot: string; after: { accounts: number } | null }[] };

/** How many accounts somebody would hold as AE in the draft. */
async function drafted(page: Page, name: string): Promise<number> {
  const plans = await page.request.get('/api/v1/plans');
  const [plan] = ((await plans.json()) as { items: { id: string }[] }).items;
  const answer = await page.request.get(`/api/v1/plans/${plan?.id}`);
  const { books } = (await answer.json()) as Books;
  return books.find((book) => book.name === name && book.slot === 'ae')?.after?.accounts ?? 0;
}

test('a rep leaves: colleagues take over, shown before it is done, and it is taken back', async ({
  page,
  signIn,
}) => {
  const leaver = 'Dev Harrington';
  await signIn(people.leader);
  await open(page, '/territories/reps');
  const before = await drafted(page, leaver);
  await page.getByRole('button', { name: 'People change' }).click();
  await page.getByRole('menuitem', { name: 'A rep leaves…' }).click();
  const dialog = page.getByRole('dialog', { name: 'A rep leaves' });
  await dialog.getByRole('button', { name: /^Who/ }).click();
  await page.getByRole('option', { name: leaver }).click();
  const effect = dialog.getByRole('region', { name: 'Effect' });
  await expect(effect.getByRole('row').filter({ hasText: leaver })).toBeVisible();
  expect(await effect.getByRole('row').count()).toBeGreaterThan(2);
  const confirm = dialog.getByRole('button', { name: /^Hand over [\d,]+ accounts?$/ });
  const given = Number(/[\d,]+/.exec(await confirm.innerText())?.[0]?.replaceAll(',', ''));
  expect(given).toBeGreaterThan(0);
  await confirm.click();
  await expect(page.getByText(`${given} accounts of ${leaver} handed over in the draft`)).toBeVisible();
  expect(await drafted(page, leaver)).toBe(before - given);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => drafted(page, leaver)).toBe(before);
});

test('the capacity page holds what people can do against what tiers ask for', async ({ page, signIn }) => {
  await signIn(people.leader);
  await open(page, '/territories/capacity');
  await expect(page.getByText('touches asked a month')).toBeVisible();
  await page.getByRole('radio', { name: 'AE', exact: true }).click();
  await expect(page.getByText('touches AEs can do')).toBeVisible();
  await expect(page.getByText(/^(short|to spare)$/)).toBeVisible();
  await page.getByRole('radio', { name: 'All with a tier' }).click();
  await expect(page).toHaveURL(/demand=all/);

  const tiers = page.getByRole('region', { name: 'Tiers sized to capacity', exact: true });
  const carried = tiers.getByRole('row').nth(1);
  await tiers.getByRole('textbox', { name: 'People at full capacity' }).fill('1');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/people=1/);
  const few = await carried.innerText();
  await tiers.getByRole('textbox', { name: 'People at full capacity' }).fill('12');
  await page.keyboard.press('Enter');
  await expect.poll(() => carried.innerText()).not.toBe(few);
});
