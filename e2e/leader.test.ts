import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

const territory = 'Ohio, large';
const reason = 'Knows the plants from an earlier deal';

/** Picks one of a searched list by typing. */
async function choose(page: Page, label: string, text: string): Promise<void> {
  const box = page.getByRole('combobox', { name: label, exact: true });
  await box.fill(text);
  await page
    .getByRole('option', { name: new RegExp(text) })
    .first()
    .click();
}

test('a leader draws a territory, moves accounts, publishes, and hands over the moves', async ({
  page,
  signIn,
}) => {
  await signIn(people.leader);
  await open(page, '/territories');
  const tree = page.getByRole('navigation', { name: 'Plan' });
  await expect(tree.getByText('Unassigned')).toBeVisible();

  await test.step('a territory by a rule, typed', async () => {
    await tree.getByRole('button', { name: 'Add a territory' }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill(territory);
    await page.getByRole('button', { name: 'Draw the rule' }).click();
    const dialog = page.getByRole('dialog', { name: `Rule of ${territory}` });
    for (const text of ['state is ohio', 'employees > 2000']) {
      await dialog.getByRole('combobox', { name: 'Add a condition' }).click();
      await dialog.getByRole('combobox', { name: 'Add a condition' }).fill(text);
      await page.keyboard.press('Enter');
    }
    await expect(dialog.getByText(/^\d+ accounts match the rule$/)).toBeVisible();
    await dialog.getByRole('button', { name: 'Add the territory' }).click();
    await expect(tree.getByText(territory)).toBeVisible();
  });

  await test.step('its holder', async () => {
    const holders = page.getByRole('region', { name: 'Holders' });
    await holders.getByRole('button', { name: /Add a holder as AE/ }).click();
    await choose(page, 'Add a holder as AE', 'Rosa Delgado');
    await expect(holders.getByText('Rosa Delgado')).toBeVisible();
  });

  await test.step('two accounts are moved; what it does is seen before', async () => {
    await tree.getByText('Mountain', { exact: true }).click();
    await page.getByRole('tab', { name: /^Accounts/ }).click();
    const accounts = page.getByRole('grid', { name: 'Accounts of the plan' });
    await accounts.getByRole('checkbox', { name: 'Select row' }).nth(0).click();
    await accounts.getByRole('checkbox', { name: 'Select row' }).nth(1).click();
    await page.getByRole('button', { name: 'Move to territory…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Move 2 accounts' });
    await expect(dialog.getByText('Its effect on every book shows here.')).toBeVisible();
    await dialog.getByRole('button', { name: /^Territory/ }).click();
    await choose(page, 'Territory', territory);
    const effect = dialog.getByRole('region', { name: 'Effect' });
    await expect(effect.getByRole('row').filter({ hasText: 'Rosa Delgado' })).toBeVisible();
    await expect(effect.getByText(/Publishing would then move \d+ accounts/)).toBeVisible();
    await dialog.getByLabel('Reason').fill(reason);
    await dialog.getByRole('checkbox', { name: /^Lock (it|them) there$/ }).click();
    await dialog.getByRole('button', { name: 'Move 2 accounts' }).click();
    await expect(page.getByText(`2 accounts moved to ${territory}`)).toBeVisible();
  });

  await test.step('one account is asked why it is there', async () => {
    await tree.getByText(territory).click();
    const accounts = page.getByRole('grid', { name: 'Accounts of the plan' });
    await expect(accounts.getByLabel('Locked').first()).toBeVisible();
    await accounts
      .getByRole('row')
      .filter({ has: page.getByLabel('Locked') })
      .first()
      .click();
    await expect(page.getByText('It is locked there, so nothing else is asked.')).toBeVisible();
    await expect(page.getByText(`Reason: ${reason}`).first()).toBeVisible();
  });

  await test.step('the review counts the moves, publishing freezes them', async () => {
    await page.getByRole('link', { name: 'Review & publish' }).click();
    await expect(page).toHaveURL(/\/territories\/review/);
    await expect(page.getByRole('grid', { name: 'Moves' }).getByRole('row').nth(2)).toBeVisible();
    await page.getByLabel('Note').fill('Ohio gets its own desk');
    await page.getByRole('button', { name: /^Publish v\d+, move \d+ accounts$/ }).click();
    await expect(page).toHaveURL(/\/territories\/history/);
    await expect(page.getByText('Ohio gets its own desk')).toBeVisible();
    await expect(page.getByText('In force')).toHaveCount(1);
  });

  await test.step('the CSV says who moves where and why', async () => {
    await page.getByRole('button', { name: 'Moves', exact: true }).first().click();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page
        .getByRole('menuitem', { name: /as CSV$/ })
        .first()
        .click(),
    ]);
    const [header, ...rows] = (await readFile(await file.path(), 'utf8'))
      .replace(/^\uFEFF/, '')
      .trim()
      .split('\r\n');
    expect(header).toContain('account_id,account_crm_id,account');
    expect(header).toContain('reason');
    expect(rows.length).toBeGreaterThanOrEqual(2);
    expect(rows.filter((row) => row.includes(reason)).length).toBeGreaterThanOrEqual(2);
  });
});

test('the order of the plan is changed by the keyboard, and taken back', async ({ page, signIn }) => {
  await signIn(people.leader);
  await open(page, '/territories');
  const rules = page.getByRole('region', { name: 'Rules' });
  const names = () => rules.getByRole('listitem').allInnerTexts();
  const before = await names();
  expect(before.length).toBeGreaterThan(1);
  await rules.getByRole('listitem').first().getByRole('button').last().focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(names).not.toEqual(before);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(names).toEqual(before);
});
