import { expect, open, people, test } from './support/test.ts';

test('a leader balances books, refuses a move, accepts the others, and takes them back', async ({
  page,
  signIn,
}) => {
  test.slow();
  await signIn(people.leader);
  await open(page, '/territories');
  const suggested = page.getByText(/suggested moves?$/);
  const before = await suggested.textContent();

  await test.step('goals', async () => {
    await page.getByRole('link', { name: 'Balance…' }).click();
    await expect(page.getByRole('heading', { name: 'Balance books' })).toBeVisible();
    const goals = page.getByRole('region', { name: 'Goals' });
    await goals.getByRole('combobox', { name: 'Goals' }).click();
    await page.getByRole('option', { name: 'Keep relationships' }).click();
    const keep = goals.getByRole('radiogroup', { name: 'Keep relationships' });
    await expect(keep.getByRole('radio', { name: '4 times as usual' })).toBeChecked();
    await expect(goals.getByText(/Moving an account from its holder costs \$1,200/)).toBeVisible();
    await goals.getByRole('radio', { name: 'Quick' }).click();
    await goals.getByRole('button', { name: 'Work out a proposal' }).click();
  });

  const moves = page.getByRole('grid', { name: 'Proposed moves' });
  await test.step('the proposal says what improves, and how good it is at least', async () => {
    await expect(moves).toBeVisible({ timeout: 90_000 });
    await expect(page.getByRole('heading', { name: /^At most|^The best possible/ })).toBeVisible();
    await expect(page.getByText(/No plan (under these rules and prices )?can be better/)).toBeVisible();
    const measures = page.getByRole('table', { name: 'Measures before and after' });
    const inBand = measures.getByRole('row', { name: /Reps in the band, potential/ }).getByRole('cell');
    const [draft, proposed] = (await inBand.allTextContents()).map((text) => Number.parseInt(text, 10));
    expect(proposed ?? 0).toBeGreaterThan(draft ?? 99);
    await page.getByRole('tab', { name: /^Shortages/ }).click();
    await expect(
      page.getByText(/accounts need a rep, \d+ slots are free with 8 reps: short by \d+/),
    ).toBeVisible();
    await expect(page.getByText(/^Raise the caps of these 8 reps/)).toBeVisible();
    await page.getByRole('tab', { name: /^Books/ }).click();
    await expect(page.getByRole('grid', { name: 'Books of the proposal' })).toContainText('Clara Penhallow');
    await page.getByRole('tab', { name: 'Distribution' }).click();
    await expect(page.getByRole('img', { name: /^Lorenz curve of potential: Gini 0\.\d+/ })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Gini before and after' })).toBeVisible();
    await expect(page.getByRole('table', { name: 'Reps by share of target' })).toContainText('in the band');
    await page.getByRole('tab', { name: /^Other plans/ }).click();
    expect(
      await page.getByRole('table', { name: 'Other plans' }).getByRole('row').count(),
    ).toBeGreaterThanOrEqual(4);
    await page.getByRole('tab', { name: /^Moves/ }).click();
  });

  await test.step('every move says why', async () => {
    const rows = moves.getByRole('row');
    await expect(rows.nth(1)).toContainText(
      /(is full|would hold (more|less) than the tolerance allows|evens out the books|is nearer than|Nobody holds it|may not hold it|follows its family)/,
    );
  });

  await test.step('a refused move is gone from the next proposal', async () => {
    const first = moves.getByRole('row').nth(1);
    const name = (await first.getByRole('link').textContent()) ?? '';
    await first.getByRole('button', { name: `Refuse the move of ${name}` }).click();
    await page.getByRole('menuitem', { name: /^Leave it with/ }).click();
    await expect(first.getByText('Stays · undo')).toBeVisible();
    await page.getByRole('button', { name: 'Solve again around 1 refused' }).click();
    await expect(page.getByRole('region', { name: 'Search' })).toBeVisible();
    await expect(moves).toBeVisible({ timeout: 90_000 });
    await expect(moves.getByRole('link', { name, exact: true })).toHaveCount(0);
  });

  await test.step('all but one are accepted into the draft, and undone', async () => {
    const all = await page.getByRole('button', { name: /^Accept \d+ moves$/ }).textContent();
    const count = Number(/\d+/.exec(all ?? '')?.[0]);
    await moves.getByRole('row').nth(1).getByRole('checkbox').click();
    await page.getByRole('button', { name: `Accept ${count - 1} moves` }).click();
    await expect(page.getByText(`Accepted ${count - 1} moves`)).toBeVisible();
    await expect(page).toHaveURL(/\/territories$/);
    await expect(suggested).not.toHaveText(before ?? '');
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(suggested).toHaveText(before ?? '');
  });
});

test('a search can be stopped, with the best plan found so far', async ({ page, signIn }) => {
  test.slow();
  await signIn(people.leader);
  await open(page, '/territories/balance');
  await page.getByRole('radio', { name: 'Thorough' }).click();
  await page.getByRole('button', { name: 'Work out a proposal' }).click();
  const search = page.getByRole('region', { name: 'Search' });
  await expect(search.getByText(/Improving the plan|how good a plan can be/)).toBeVisible({
    timeout: 60_000,
  });
  await search.getByRole('button', { name: 'Stop, take the best so far' }).click();
  await expect(page.getByText('Proposal, stopped early')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByText(/The search was stopped early/)).toBeVisible();
});

test('a leader swaps accounts that bring a book nearer to its target, and takes it back', async ({
  page,
  signIn,
}) => {
  await signIn(people.leader);
  await open(page, '/territories');
  const suggested = page.getByText(/suggested moves?$/);
  const before = await suggested.textContent();
  const out = page.getByRole('region', { name: 'Out of the band' });
  await expect(out).toBeVisible();
  const buttons = out.getByRole('button', { name: /^Suggest swaps for/ });
  const list = page.getByRole('list', { name: 'Suggestions' });
  const apply = page.getByRole('button', { name: 'Apply suggestion 1' });
  for (let index = 0; index < (await buttons.count()); index++) {
    await buttons.nth(index).click();
    await expect(apply.or(page.getByText(/^No single move or swap/))).toBeVisible({ timeout: 30_000 });
    if (await apply.isVisible()) break;
    await page.getByRole('button', { name: 'Close' }).last().click();
  }
  await expect(list.getByRole('listitem').first()).toContainText('→');
  await expect(
    page.getByRole('table', { name: 'Measures before and after suggestion 1' }).getByRole('row'),
  ).not.toHaveCount(1);
  await apply.click();
  await expect(page.getByText(/^(Swapped|Moved) /)).toBeVisible();
  await expect(suggested).not.toHaveText(before ?? '');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(suggested).toHaveText(before ?? '');
});

test('a search that finds nobody to balance says so, and the goals stay as they were set', async ({
  page,
  signIn,
}) => {
  await signIn(people.leader);
  await open(page, '/territories/balance');
  const goals = page.getByRole('region', { name: 'Goals' });
  await goals.getByRole('radio', { name: 'Overlay' }).click();
  await goals.getByRole('radio', { name: 'Quick' }).click();
  await goals.getByRole('button', { name: 'Work out a proposal' }).click();
  await expect(page.getByText(/^No rep holds accounts in this slot yet/)).toBeVisible({ timeout: 60_000 });
  await expect(goals.getByRole('radio', { name: 'Overlay' })).toBeChecked();
  await expect(goals.getByRole('radio', { name: 'Quick' })).toBeChecked();
});
