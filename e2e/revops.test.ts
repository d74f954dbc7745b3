import { counted } from './support/builder.ts';
import { apply, choiceOf, figure, hasMaven, takeBack, upload } from './support/import-file.ts';
import { expect, open, people, test } from './support/test.ts';

test.describe('real files', () => {
  test.skip(!hasMaven, 'The maven files are not beside the project (../shared/data/maven-crm).');
  test.setTimeout(180_000);

  test('accounts, products, teams and deals come in, and go again without a trace', async ({
    page,
    signIn,
  }) => {
    await signIn(people.revops);

    await test.step('products', async () => {
      await upload(page, 'products.csv');
      await expect(page.getByRole('combobox', { name: 'Kind of rows' })).toContainText('Products');
      expect(await figure(page, 'Created')).toBe('7');
      await apply(page, /^Create 7$/);
    });

    await test.step('teams, with their managers', async () => {
      await upload(page, 'sales_teams.csv');
      await expect(page.getByRole('combobox', { name: 'Kind of rows' })).toContainText('Reps');
      await expect(page.getByText('Managers added as reps')).toBeVisible();
      await apply(page, /^Create 35$/);
    });

    await test.step('accounts: the mapping is guessed, two spellings are accepted', async () => {
      await upload(page, 'accounts.csv');
      await expect(page.getByRole('combobox', { name: 'Kind of rows' })).toContainText('Accounts');
      const guesses = {
        account: 'Name',
        sector: 'Industry',
        revenue: 'Revenue',
        employees: 'Employees',
        office_location: 'Country',
      };
      for (const [column, field] of Object.entries(guesses)) {
        await expect(choiceOf(page, column)).toContainText(field);
      }
      expect(await figure(page, 'Rows read')).toBe('85');
      expect(await figure(page, 'Created')).toBe('85');
      await expect(page.getByRole('checkbox', { name: /^Read technolgy as Technology$/i })).toBeChecked();
      await expect(page.getByRole('checkbox', { name: /^Read Philipines as Philippines$/ })).toBeChecked();
      await page.getByRole('button', { name: 'Accept 2' }).click();
      await expect(page.getByText('1 spelling merged')).toHaveCount(2);
      await expect(page.getByRole('button', { name: /^Accept / })).toHaveCount(0);
      await apply(page, /^Create 85$/);
      await expect(page.getByText('85 rows created, 0 updated, 0 unchanged, 0 rejected.')).toBeVisible();
    });

    await test.step('deals: the stages are confirmed, those without an account are counted', async () => {
      await upload(page, 'sales_pipeline.csv');
      await expect(page.getByRole('combobox', { name: 'Kind of rows' })).toContainText('Deals');
      expect(await figure(page, 'Rows read')).toBe('8,800');
      expect(await figure(page, 'Created')).toBe('8,800');
      for (const stage of ['Engaging', 'Prospecting']) {
        await expect(page.getByRole('combobox', { name: `${stage} means` })).toContainText('Open');
      }
      const unlinked = page.getByRole('listitem').filter({ hasText: 'Deals without an account' });
      await expect(unlinked).toContainText('1,425');
      await expect(page.getByRole('checkbox', { name: 'Read GTXPro as GTX Pro' })).toBeChecked();
      await page.getByRole('button', { name: 'Accept 1' }).click();
      await expect(page.getByText('1 spelling merged')).toBeVisible();
      await apply(page, /^Create 8,800$/);
      expect(await figure(page, 'Created')).toBe('8,800');
    });

    await test.step('a second time nothing changes', async () => {
      await upload(page, 'products.csv');
      expect(await figure(page, 'Unchanged')).toBe('7');
      await expect(page.getByText('No row would change anything.')).toBeVisible();
      await page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await expect(page.getByText('This import was stopped. Nothing of it was kept.')).toBeVisible();
    });

    await test.step('all of it is taken back, last first', async () => {
      for (const file of ['sales_pipeline.csv', 'accounts.csv', 'sales_teams.csv', 'products.csv']) {
        await open(page, '/data');
        const completed = page.getByRole('row').filter({ hasText: file }).filter({ hasText: 'Completed' });
        await completed.first().click();
        await expect(page.getByRole('heading', { level: 1, name: file })).toBeVisible();
        await takeBack(page);
      }
    });
  });

  test('a file that is no table is refused in a sentence', async ({ page, signIn, faults }) => {
    await signIn(people.revops);
    await open(page, '/data');
    await page.getByLabel('Drop a CSV file here, or choose one').setInputFiles({
      name: 'picture.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0, 0, 0, 0]),
    });
    await expect(page.getByRole('alert').filter({ hasText: /\S/ })).toBeVisible();
    faults.splice(0);
  });
});

test('a segment is drawn by typing, published, and judged by its results', async ({ page, signIn }, run) => {
  test.slow();
  // A second try finds what the first one left behind.
  const name = `US makers on SAP, hiring ${run.retry + run.repeatEachIndex + 1}`;
  await signIn(people.revops);
  await open(page, '/segments/new');
  await page.getByRole('tab', { name: 'Blank' }).click();
  await page.getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Open the builder' }).click();
  await expect(page).toHaveURL(/\/segments\/seg_\w+$/);
  await expect.poll(() => counted(page)).toBeGreaterThan(1000);

  const box = page.getByRole('combobox', { name: 'Add a condition' });
  const typed = [
    'industry is manufacturing',
    'country us',
    'employees 500-2000',
    'uses sap',
    'hiring engineers in 90 days',
    'intent on supply-chain optimisation in 90 days',
  ];
  let before = await counted(page);
  for (const text of typed) {
    await box.click();
    await box.fill(text);
    await page.keyboard.press('Enter');
    await expect.poll(() => counted(page), text).toBeLessThan(before);
    before = await counted(page);
  }
  expect(before).toBeGreaterThan(0);
  const sentence = page.getByLabel('The rule in words');
  for (const words of [
    'Manufacturing',
    'United States',
    '500 to 2,000 employees',
    'SAP',
    'hiring',
    'supply chain optimisation',
  ]) {
    await expect(sentence).toContainText(new RegExp(words, 'i'));
  }

  await test.step('the draft survives reload', async () => {
    await expect(page.getByText(/^Saved /)).toBeVisible();
    await page.reload();
    await expect.poll(() => counted(page)).toBe(before);
  });

  await test.step('review and publish', async () => {
    await page.getByRole('button', { name: 'Review & publish' }).click();
    await expect(page.getByText('This is the first version, so everybody in it is new.')).toBeVisible();
    await page.getByLabel('What this version is for').fill('The spring campaign');
    await page.getByRole('button', { name: 'Publish v1' }).click();
    await expect(page.getByText('Version 1 is published.')).toBeVisible();
    await expect(page.getByText(new RegExp(`^${before} accounts? came in`))).toBeVisible({ timeout: 30_000 });
    await page.getByRole('link', { name: 'See the members' }).click();
    await expect(page).toHaveURL(/\/members/);
    await expect(page.getByText(new RegExp(`^${before} accounts ·`))).toBeVisible();
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  });

  await test.step('the list and the results know it', async () => {
    await open(page, '/segments');
    const row = page.getByRole('row').filter({ hasText: name });
    await expect(row).toContainText('Published v1');
    await expect(row).toContainText(String(before));

    await open(page, '/performance');
    await page.getByRole('button', { name: /^\d+ segments$/ }).click();
    await page.getByRole('combobox', { name: 'Segments' }).fill(name);
    await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
    await page.keyboard.press('Escape');
    const results = page.getByRole('table', { name: 'Results by segment' });
    const line = results.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) });
    await expect(line).toBeVisible();
    await expect(line).not.toContainText(/NaN|Infinity|undefined/);
  });

  await test.step('every figure opens its records', async () => {
    await open(page, '/performance');
    const rest = page
      .getByRole('table', { name: 'Results by segment' })
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: 'Rest of market' }) });
    const won = rest.getByRole('link', { name: /^[\d,]+$/ }).nth(1);
    const count = (await won.textContent()) ?? '';
    await won.click();
    await expect(page).toHaveURL(/\/performance\/records\?/);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(count);
    await expect(page.getByRole('grid').getByRole('row').nth(1)).toBeVisible();
  });
});

test('a rule of another tool starts a segment, once all of it can be read', async ({
  page,
  signIn,
  faults,
}) => {
  await signIn(people.revops);
  await open(page, '/segments/new?from=rule');
  const big = { field: 'employees', operator: '>=', value: '1000' };
  const unknown = { field: 'shoeSize', operator: '=', value: '44' };
  await page.getByLabel('Name').fill('Brought along');
  const box = page.getByLabel('Rule', { exact: true });
  await box.fill(JSON.stringify({ combinator: 'and', rules: [big, unknown] }));
  await page.getByRole('button', { name: 'Open the builder' }).click();
  await expect(page.getByText('There is no field "shoeSize" here.')).toBeVisible();
  await expect(page.getByText('/rules/1/field')).toBeVisible();
  faults.splice(0);
  await box.fill(JSON.stringify({ combinator: 'and', rules: [big] }));
  await page.getByRole('button', { name: 'Open the builder' }).click();
  await expect(page).toHaveURL(/\/segments\/seg_\w+$/);
  await expect(page.getByLabel('The rule in words')).toContainText('1,000');
  await expect.poll(() => counted(page)).toBeGreaterThan(0);
});
