import { expect, open, people, test } from './support/test.ts';

test('a leader makes two scenarios, changes one, compares them, and makes one the draft', async ({
  page,
  signIn,
}) => {
  test.slow();
  await signIn(people.leader);
  await open(page, '/territories');
  const suggested = page.getByText(/suggested moves?$|^Everything lies as published/);
  const draftMoves = await suggested.textContent();
  const bar = page.getByRole('region', { name: 'Scenario', exact: true });

  async function make(name: string, from: RegExp): Promise<void> {
    await page.getByRole('button', { name: /and scenarios$/ }).click();
    await page.getByRole('menuitem', { name: 'New scenario…' }).click();
    const dialog = page.getByRole('dialog', { name: 'New scenario' });
    await dialog.getByLabel('Name').fill(name);
    await dialog.getByRole('combobox', { name: 'Start from' }).click();
    await page.getByRole('option', { name: from }).click();
    await dialog.getByRole('button', { name: 'Make the scenario' }).click();
    await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
    await expect(bar).toBeVisible();
  }

  await test.step('one as published, one of the draft', async () => {
    await make('As published', /What is published/);
    await expect(page.getByText('Everything lies as published; nothing would move.')).toBeVisible();
    await open(page, '/territories');
    await make('Without Nordics', /The draft as it is now/);
    await expect(suggested).toHaveText(draftMoves ?? '');
  });

  await test.step('levels: a territory comes under another one and adds up', async () => {
    const plan = page.getByRole('navigation', { name: 'Plan' });
    await plan.getByRole('button', { name: /^Mountain/ }).click();
    const panel = page.getByRole('complementary', { name: 'Mountain' });
    await panel.getByRole('combobox', { name: 'Under' }).click();
    await expect(page.getByRole('option', { name: 'Mountain' })).toHaveCount(0);
    await page.getByRole('option', { name: 'Pacific', exact: true }).click();
    const levels = plan.getByRole('region', { name: 'Territories by level' });
    await expect(levels.getByRole('button', { name: 'What lies under Pacific' })).toBeVisible();
    await levels.getByRole('button', { name: 'What lies under Pacific' }).click();
    await expect(levels.getByRole('button', { name: /^Mountain/ })).toHaveCount(0);
  });

  await test.step('a change there leaves the draft alone', async () => {
    const plan = page.getByRole('navigation', { name: 'Plan' });
    await plan.getByRole('button', { name: /^Nordics/ }).click();
    await page.getByRole('complementary', { name: 'Nordics' }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Remove the territory' }).click();
    await expect(plan.getByRole('button', { name: /^Nordics/ })).toHaveCount(0);
    await expect(suggested).not.toHaveText(draftMoves ?? '');
    await page.getByRole('link', { name: 'Review', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'Moves of the scenario' })).toBeVisible();
    await expect(page.getByRole('button', { name: /^Publish/ })).toHaveCount(0);
    await open(page, '/territories');
    await expect(suggested).toHaveText(draftMoves ?? '');
  });

  await test.step('side by side', async () => {
    await page.getByRole('button', { name: /and scenarios$/ }).click();
    await page.getByRole('menuitem', { name: 'All scenarios' }).click();
    const list = page.getByRole('grid', { name: 'Scenarios' });
    await expect(list.getByRole('row', { name: /Without Nordics/ })).toContainText('Lena Ashgrove');
    for (const hasText of ['the plan', 'As published', 'Without Nordics']) {
      await list.getByRole('row').filter({ hasText }).getByRole('checkbox').click();
    }
    await page.getByRole('link', { name: 'Compare 3' }).click();
    const figures = page.getByRole('table', { name: 'Figures side by side' });
    await expect(figures.getByRole('columnheader')).toHaveText([/Draft/, /Without Nordics/, /As published/]);
    const moves = figures.getByRole('row', { name: /^Accounts \d/ }).getByRole('cell');
    await expect(moves.nth(2)).toHaveText(/^0 /);
    await page.getByRole('tab', { name: /^Accounts/ }).click();
    const accounts = page.getByRole('grid', { name: 'Accounts side by side' });
    await expect(accounts.getByText('Nordics').first()).toBeVisible();
    await expect(accounts.getByText('Unassigned').first()).toBeVisible();
    const shared = page.url();
    await open(page, '/territories');
    await page.goto(shared);
    await expect(accounts.getByText('Nordics').first()).toBeVisible();
  });

  await test.step('one becomes the draft, and that is taken back', async () => {
    await page.getByRole('tab', { name: 'Figures' }).click();
    await page.getByRole('link', { name: 'Without Nordics' }).click();
    await bar.getByRole('button', { name: 'Re-base…' }).click();
    const rebase = page.getByRole('dialog', { name: /Re-base/ });
    await expect(rebase.getByText('Stays as this scenario has it')).toBeVisible();
    await rebase.getByRole('button', { name: 'Re-base' }).click();
    await expect(page.getByText(/“Without Nordics” re-based/)).toBeVisible();
    await bar.getByRole('button', { name: 'Make this the draft…' }).click();
    await page.getByRole('button', { name: 'Make it the draft' }).click();
    await expect(bar).toHaveCount(0);
    const plan = page.getByRole('navigation', { name: 'Plan' });
    await expect(page).toHaveURL(/\/territories$/);
    await expect(plan.getByRole('button', { name: /^Southeast/ })).toBeVisible();
    await expect(plan.getByRole('button', { name: /^Nordics/ })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(plan.getByRole('button', { name: /^Nordics/ })).toBeVisible();
    await expect(suggested).toHaveText(draftMoves ?? '');
  });
});

test('a rep looks at scenarios and changes none', async ({ page, signIn }) => {
  await signIn(people.ae);
  await open(page, '/territories/scenarios');
  await expect(page.getByRole('button', { name: 'New scenario' })).toBeDisabled();
  await expect(page.getByText(/does not change the plan/)).toBeVisible();
  // Versions are for those who plan; a rep is led to what they may see.
  await page.getByRole('link', { name: 'Published', exact: true }).click();
  await expect(page).toHaveURL(/\/territories$/);
});
