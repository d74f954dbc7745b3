import { expect, open, people, test } from './support/test.ts';

const guest = { name: 'Tamsin Holloway', email: 'tamsin@tessera.example', password: 'a quiet long password' };

test('an admin invites a person, who chooses a password and comes in with the given role', async ({
  page,
  signIn,
  otherPage,
  faults,
}) => {
  await signIn(people.admin);
  await open(page, '/settings/people');
  await page.getByRole('button', { name: 'Invite' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  await expect(dialog.getByText('Enter a name.')).toBeVisible();
  faults.splice(0);
  await dialog.getByLabel('Name').fill(guest.name);
  await dialog.getByLabel('E-mail').fill(guest.email);
  await dialog.getByRole('combobox', { name: 'Role' }).click();
  await page.getByRole('option', { name: 'Viewer' }).click();
  await dialog.getByRole('button', { name: 'Make the invitation' }).click();
  const shown = page.getByRole('dialog', { name: `Send this link to ${guest.name}` });
  const link = (await shown.getByText('/invite/').textContent())?.trim() ?? '';
  await shown.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row').filter({ hasText: guest.email });
  await expect(row).toContainText('Invited');
  await expect(row).toContainText('Viewer');

  const theirs = await otherPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: `Welcome, ${guest.name}` })).toBeVisible();
  await theirs.getByLabel('New password').fill('short');
  await theirs.getByRole('button', { name: 'Set password and sign in' }).click();
  await expect(theirs.getByText('Choose a password of at least 10 characters.')).toBeVisible();
  await theirs.getByLabel('New password').fill(guest.password);
  await theirs.getByRole('button', { name: 'Set password and sign in' }).click();
  const menu = theirs.getByRole('navigation', { name: 'Main' });
  await expect(menu.getByText(guest.name)).toBeVisible();
  await expect(menu.getByRole('link', { name: 'Data' })).toHaveCount(0);

  await test.step('the link has ended', async () => {
    await theirs.goto(link);
    await expect(theirs.getByRole('heading', { name: 'This link has ended' })).toBeVisible();
  });

  await test.step('a new role counts at once', async () => {
    await open(page, '/settings/people');
    await expect(row).not.toContainText('Invited');
    await row.getByRole('button', { name: `Actions for ${guest.name}` }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await page.getByRole('dialog').getByRole('combobox', { name: 'Role' }).click();
    await page.getByRole('option', { name: 'RevOps' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText('RevOps');
    await open(theirs, '/segments');
    await expect(menu.getByRole('link', { name: 'Data' })).toBeVisible();
  });

  await test.step('signing a person out everywhere ends their session', async () => {
    await row.getByRole('button', { name: `Actions for ${guest.name}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out everywhere' }).click();
    await expect(page.getByText(`${guest.name} is signed out everywhere.`)).toBeVisible();
    await theirs.goto('/segments');
    await expect(theirs).toHaveURL(/\/sign-in/);
  });

  await test.step('a deactivated person stays out, and can be let in again', async () => {
    await row.getByRole('button', { name: `Actions for ${guest.name}` }).click();
    await page.getByRole('menuitem', { name: 'Deactivate' }).click();
    await expect(row).toContainText('Deactivated');
    await theirs.getByLabel('E-mail').fill(guest.email);
    await theirs.getByLabel('Password').fill(guest.password);
    await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(theirs.getByText('This person was deactivated.')).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).not.toContainText('Deactivated');
  });
});

test('a token works until it is revoked, and is shown once', async ({
  page,
  signIn,
  playwright,
  baseURL,
}) => {
  await signIn(people.admin);
  await open(page, '/settings/tokens');
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is it for?').fill('Nightly numbers');
  await dialog.getByRole('combobox', { name: 'May do as much as' }).click();
  await page.getByRole('option', { name: 'Viewer' }).click();
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const shown = page.getByRole('dialog', { name: 'Copy your new token' });
  const token = (await shown.locator('pre').textContent())?.trim() ?? '';
  expect(token.length).toBeGreaterThan(20);
  await shown.getByRole('button', { name: 'Done' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Nightly numbers' });
  await expect(row).toContainText('Active');
  await page.reload();
  await expect(row).toBeVisible();
  expect(await page.content()).not.toContain(token);

  const script = await playwright.request.newContext({
    ...(baseURL ? { baseURL } : {}),
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  });
  const segments = await script.get('/api/v1/segments');
  expect(segments.status()).toBe(200);
  expect(((await segments.json()) as { items: unknown[] }).items.length).toBeGreaterThan(0);
  const refused = await script.post('/api/v1/segments', { data: { name: 'By a viewer', entity: 'account' } });
  expect(refused.status()).toBe(403);
  expect((await script.get('/api/v1/users')).status()).toBe(403);

  await row.getByRole('button', { name: 'Revoke Nightly numbers' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Revoke it' }).click();
  await expect(row).toContainText('Revoked');
  expect((await script.get('/api/v1/segments')).status()).toBe(401);
  await script.dispose();
});

test('the audit log says what the admin did', async ({ page, signIn }) => {
  await signIn(people.admin);
  await open(page, '/settings/audit');
  const log = page.getByRole('grid', { name: 'Audit log' });
  await expect(log.getByText(`Invited ${guest.name} as viewer.`)).toBeVisible();
  await page.getByRole('button', { name: /^Action:/ }).click();
  await page.getByRole('combobox', { name: 'Action' }).fill('user: edit');
  await page
    .getByRole('option', { name: /User: edit/ })
    .first()
    .click();
  await expect(page).toHaveURL(/action=user/);
  const change = log.getByRole('row').filter({ hasText: guest.name }).first();
  await change.click();
  const panel = page.getByRole('complementary').filter({ hasText: guest.name });
  await expect(panel).toContainText('Milo Farraday');
});
