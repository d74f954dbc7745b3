import { isSaved, keyboardOf, origin, segmentWith, storedDraft, typeConditions } from './support/builder.ts';
import { one, withIds } from './support/guide-segments.ts';
import { expect, open, people, test } from './support/test.ts';

test('two people edit one draft: the later one sees both and loses nothing', async ({
  page,
  signIn,
  otherPage,
  faults,
}) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const id = await segmentWith(
    page.request,
    'Shared',
    [withIds(one('employees', 'gte', 500), 'size')],
    origin(page),
  );
  const second = await otherPage();
  await second.context().addCookies(await page.context().cookies());
  await open(page, `/segments/${id}`);
  await open(second, `/segments/${id}`);

  await typeConditions(page, keyboardOf(page), ['country is US']);
  await second.keyboard.press('a');
  await second.keyboard.type('uses sap');
  await second.keyboard.press('Enter');
  const dialog = second.getByRole('dialog', { name: 'Someone else saved this draft' });
  await expect(dialog).toBeVisible();
  faults.splice(0);
  const part = (name: string) => dialog.getByRole('region', { name, exact: true });
  await expect(part('You changed')).toContainText('Added Use SAP');
  await expect(part('They changed')).toContainText('Added Country is United States');
  await expect(part('They changed')).not.toContainText('SAP');
  await expect(part('Merged')).toContainText(/United States.*500.*SAP/);
  await dialog.getByRole('button', { name: 'Whole rules side by side' }).click();
  await expect(part('Before both')).toContainText('Accounts with at least 500 employees.');
  await expect(part('Theirs')).not.toContainText('SAP');

  // What is stored is still the first person's.
  expect((await storedDraft(page.request, id)).root.rules).toHaveLength(2);
  expect((await storedDraft(page.request, id)).root.rules).toMatchObject([{}, { field: 'country' }]);

  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await isSaved(second);
  await expect
    .poll(async () => (await storedDraft(page.request, id)).root.rules)
    .toMatchObject([{ field: 'employees' }, { entity: 'technology' }]);
  // Undo leads to the other one's draft.
  await second.keyboard.press('Control+z');
  await expect
    .poll(async () => (await storedDraft(page.request, id)).root.rules)
    .toMatchObject([{ field: 'employees' }, { field: 'country' }]);
});

test('two people edit one draft: both changes are merged, and what both changed is asked', async ({
  page,
  signIn,
  otherPage,
  faults,
}) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const size = withIds(one('employees', 'gte', 500), 'size');
  const id = await segmentWith(page.request, 'Merged', [size], origin(page));
  const second = await otherPage();
  await second.context().addCookies(await page.context().cookies());
  await open(page, `/segments/${id}`);
  await open(second, `/segments/${id}`);

  await typeConditions(page, keyboardOf(page), ['country is US']);
  await page.keyboard.press('Escape');
  await page.getByLabel('Value of Employees').fill('750');
  await page.keyboard.press('Tab');
  await expect
    .poll(async () => (await storedDraft(page.request, id)).root.rules)
    .toMatchObject([{ value: 750 }, { field: 'country' }]);
  await second.getByLabel('Value of Employees').fill('900');
  await second.keyboard.press('Tab');
  const dialog = second.getByRole('dialog', { name: 'Someone else saved this draft' });
  await expect(dialog).toBeVisible();
  faults.splice(0);
  await expect(dialog.getByText('Both of you changed the same')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Merged' })).toContainText(/United States.*900/);
  await dialog.getByRole('radio', { name: 'Theirs' }).click();
  await expect(dialog.getByRole('region', { name: 'Merged' })).toContainText(/United States.*750/);
  await dialog.getByRole('radio', { name: 'Yours' }).click();
  await dialog.getByRole('button', { name: 'Merge both' }).click();
  await isSaved(second);
  await expect
    .poll(async () => (await storedDraft(page.request, id)).root.rules)
    .toMatchObject([
      { field: 'employees', value: 900 },
      { field: 'country', value: ['US'] },
    ]);
});
