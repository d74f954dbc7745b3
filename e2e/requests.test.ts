import { readFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { apply } from './support/import-file.ts';
import { expect, open, people, test } from './support/test.ts';

const why = 'I sold to their head of operations at another company';
const newcomer = 'Quinn Abernathy';

type Named = { id: string; name: string };

async function repId(page: Page, name: string): Promise<string> {
  const answer = await page.request.get('/api/v1/reps');
  const { items } = (await answer.json()) as { items: Named[] };
  return items.find((rep) => rep.name === name)?.id ?? '';
}

test('a rep asks for an account, the leader sees what it does and accepts, the rep has it', async ({
  page,
  signIn,
}) => {
  let name = '';

  await test.step('the rep sees their book against the median, and asks for an account that nobody holds', async () => {
    await signIn(people.ae);
    await open(page, '/my');
    await page.getByRole('link', { name: 'My book' }).click();
    await expect(page).toHaveURL(/\/my\/book$/);
    const measures = page.getByRole('region', { name: 'Against the team' });
    for (const measure of ['Potential', 'Workload', 'Accounts', 'Open pipeline']) {
      const row = measures.getByRole('row').filter({ hasText: measure });
      await expect(row.getByRole('cell').last()).toBeVisible();
    }
    await expect(measures.getByText(/Against the median of \d+ in the same role/)).toBeVisible();
    await page.getByRole('button', { name: /^Ask for an account that nobody holds/ }).click();
    const option = page.getByRole('option').first();
    await expect(option).toBeVisible();
    const free = await page.request.get('/api/v1/account-requests/free-accounts');
    name = ((await free.json()) as { items: Named[] }).items[0]?.name ?? '';
    await page.getByRole('option').filter({ hasText: name }).first().click();
    const dialog = page.getByRole('dialog', { name: `Ask for a change of ${name}` });
    await expect(dialog.getByRole('radio', { name: 'I want it' })).toBeChecked();
    await expect(dialog.getByText('Nobody holds it as AE.')).toBeVisible();
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(dialog.getByText('Say why: whoever decides reads it.')).toBeVisible();
    await dialog.getByLabel('Why').fill(why);
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    const asked = page.getByRole('region', { name: 'What you asked for' }).getByRole('listitem').first();
    await expect(asked).toContainText(name);
    await expect(asked).toContainText('Open');
    await expect(page.getByRole('region', { name: 'Accounts of the book' })).not.toContainText(name);
  });

  await test.step('the leader sees how many wait, and the effect on the book', async () => {
    await signIn(people.leader);
    await open(page, '/territories');
    await expect(page.getByRole('link', { name: /^Territories 1 open$/ })).toBeVisible();
    await page.getByRole('button', { name: 'More', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Requests' }).click();
    const request = page.getByRole('article', { name: `Request about ${name}` });
    await expect(request).toContainText(why);
    const effect = request.getByRole('region', { name: 'Effect on both books' });
    const row = effect.getByRole('row').filter({ hasText: 'Orla Kestermann' });
    const [, before, after] = /(\d+) → (\d+)/.exec(await row.innerText()) ?? [];
    expect(Number(after)).toBe(Number(before) + 1);
    await request.getByLabel('Answer').fill('Go ahead');
    await request.getByRole('button', { name: 'Accept' }).click();
    await expect(page.getByText(`${name} changed hands, in the draft of the plan too`)).toBeVisible();
    await expect(request).toHaveCount(0);
    await expect(page.getByText('No request is open.')).toBeVisible();
  });

  await test.step('the draft says the same, so that publishing moves it nowhere', async () => {
    const plans = await page.request.get('/api/v1/plans');
    const plan = ((await plans.json()) as { items: Named[] }).items[0]?.id ?? '';
    const answer = await page.request.get(`/api/v1/plans/${plan}/accounts?q=${encodeURIComponent(name)}`);
    const { items } = (await answer.json()) as {
      items: (Named & { slots: { slot: string; from: Named | null; to: Named | null }[] })[];
    };
    const slot = items.find((item) => item.name === name)?.slots.find((item) => item.slot === 'ae');
    expect([slot?.from?.name, slot?.to?.name]).toEqual(['Orla Kestermann', 'Orla Kestermann']);
  });

  await test.step('the rep reads the answer and has the account', async () => {
    await signIn(people.ae);
    await open(page, '/my/book');
    const asked = page.getByRole('region', { name: 'What you asked for' }).getByRole('listitem').first();
    await expect(asked).toContainText('Accepted');
    await expect(asked).toContainText('Lena Ashgrove accepted it today: “Go ahead”');
    await expect(page.getByRole('region', { name: 'Accounts of the book' })).toContainText(name);
    const moves = page.getByRole('region', { name: 'What came and went' });
    const latest = moves.getByRole('listitem').first();
    await expect(latest).toContainText(name);
    await expect(latest).toContainText('came from nobody (AE)');
    await page
      .getByRole('region', { name: 'Accounts of the book' })
      .getByRole('link', { name })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  });

  await test.step('the audit log names it', async () => {
    await signIn(people.revops);
    await open(page, '/settings/audit');
    await expect(
      page.getByText(`${name} (AE) goes from nobody to Orla Kestermann, as Orla Kestermann asked.`).first(),
    ).toBeVisible();
  });
});

test('a rep gives an account away, is refused with an answer, and takes another wish back', async ({
  page,
  signIn,
}) => {
  await signIn(people.ae);
  await open(page, '/my/book');
  const accounts = page.getByRole('region', { name: 'Accounts of the book' });
  const names = await accounts.getByRole('rowheader').allInnerTexts();
  const [first = '', second = ''] = names.slice(2);
  for (const name of [first, second]) {
    await accounts.getByRole('button', { name: `Ask…: ${name}`, exact: true }).click();
    const dialog = page.getByRole('dialog', { name: `Ask for a change of ${name}` });
    await expect(dialog.getByRole('radio', { name: 'Give it away' })).toBeChecked();
    await dialog.getByLabel('Why').fill('Too far from the rest of my book');
    await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
    await expect(dialog).toHaveCount(0);
  }
  const asked = page.getByRole('region', { name: 'What you asked for' });
  await asked.getByRole('button', { name: `Take back: ${second}` }).click();
  await expect(asked.getByRole('listitem').filter({ hasText: second })).toContainText('Taken back');

  await signIn(people.leader);
  await open(page, '/territories/requests');
  const request = page.getByRole('article', { name: `Request about ${first}` });
  await expect(request.getByRole('button', { name: 'Accept' })).toBeVisible();
  await expect(request.getByText('Choose who gets it.')).toBeVisible();
  await request.getByLabel('Answer').fill('They asked for you by name');
  await request.getByRole('button', { name: 'Refuse' }).click();
  await expect(request).toHaveCount(0);

  await signIn(people.ae);
  await open(page, '/my/book');
  await expect(asked.getByRole('listitem').filter({ hasText: first })).toContainText(
    'They asked for you by name',
  );
});

test('a rep’s letter tells what changed, prints, and is saved; nobody reads another’s', async ({
  page,
  signIn,
}) => {
  await signIn(people.ae);
  await open(page, '/my/book');
  await page.getByRole('link', { name: 'Letter' }).click();
  await expect(page.getByRole('heading', { name: 'Your book, what changed and why' })).toBeVisible();
  await expect(page.getByText('Dear Orla Kestermann,')).toBeVisible();
  await expect(page.getByText(/Your book now holds \d+ accounts\./)).toBeVisible();
  const table = page.getByRole('table', { name: 'Your accounts' });
  const rows = await table.getByRole('row').count();
  await page.getByRole('button', { name: 'Export' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: 'The book as CSV' }).click(),
  ]);
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
  expect(lines.filter((line) => /^(stays|came),/.test(line)).length).toBe(rows - 1);
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await expect(page.getByText('Skip to the page')).toBeHidden();
  await expect(page.getByText('Dear Orla Kestermann,')).toBeVisible();
  // Paper is white, and ink dark, whatever the screen is.
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  const ink = await page.getByText('Dear Orla Kestermann,').evaluate((line) => getComputedStyle(line).color);
  expect(Math.max(...(ink.match(/\d+/g) ?? ['255']).map(Number))).toBeLessThan(80);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light' });

  await signIn(people.leader);
  const other = await repId(page, 'Dev Harrington');
  await signIn(people.ae);
  await open(page, `/territories/reps/${other}/letter`);
  await expect(page.getByText('The letter of Dev Harrington is not for you.')).toBeVisible();

  await signIn(people.leader);
  await open(page, '/territories/reps');
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: 'Letters to print' }).click();
  await expect(page.getByRole('heading', { name: 'Letters to everybody' })).toBeVisible();
  const letters = page.getByRole('article');
  expect(await letters.count()).toBeGreaterThan(10);
  await expect(letters.nth(1)).toHaveCSS('break-before', 'page');
});

test('a rep joins and takes a few accounts of everybody', async ({ page, signIn }) => {
  await signIn(people.revops);
  await open(page, '/territories/reps');
  await page.getByRole('button', { name: 'People change' }).click();
  await page.getByRole('menuitem', { name: 'A rep joins…' }).click();
  const dialog = page.getByRole('dialog', { name: 'A rep joins' });
  const somebodyNew = dialog.getByRole('radio', { name: 'Somebody new' });
  await somebodyNew.click();
  await dialog.getByLabel('Name').fill(newcomer);
  await dialog.getByRole('button', { name: /^Role/ }).click();
  await page.getByRole('option', { name: 'AE', exact: true }).click();
  await dialog.getByRole('button', { name: /^Manager/ }).click();
  await page.getByRole('option', { name: 'Lena Ashgrove' }).click();
  await dialog.getByRole('button', { name: 'Work out their book' }).click();
  await expect(page).toHaveURL(/\/territories\/balance\?job=job_\w+/);
  await expect(page.getByText('Proposal, not applied')).toBeVisible({ timeout: 80_000 });
  const accept = page.getByRole('button', { name: /^Accept [\d,]+ moves?$/ });
  const moves = Number(/[\d,]+/.exec(await accept.innerText())?.[0]?.replaceAll(',', ''));
  expect(moves).toBeGreaterThan(0);
  await accept.click();
  await expect(page).toHaveURL(/\/territories$/);
  const plans = await page.request.get('/api/v1/plans');
  const plan = ((await plans.json()) as { items: Named[] }).items[0]?.id ?? '';
  const answer = await page.request.get(`/api/v1/plans/${plan}`);
  const { books } = (await answer.json()) as {
    books: { name: string; slot: string; after: { accounts: number } | null }[];
  };
  const book = books.find((item) => item.name === newcomer && item.slot === 'ae');
  // A book as others have one, and hardly anything moves that does not go to them.
  expect(book?.after?.accounts).toBeGreaterThan(0);
  expect(book?.after?.accounts).toBeLessThanOrEqual(50);
  expect(moves - (book?.after?.accounts ?? 0)).toBeLessThanOrEqual(moves * 0.2);
});

test('a leader imports reps from the people page', async ({ page, signIn }) => {
  await signIn(people.leader);
  await open(page, '/territories/reps');
  await page.getByRole('link', { name: 'Import reps' }).click();
  await expect(page).toHaveURL(/\/data$/);
  const file =
    'sales_agent,email,role,regional_office\nWren Halloran,wren@example.com,AE,NA\nIdris Vale,idris@example.com,SDR,EMEA\n';
  await page.getByLabel('Drop a CSV file here, or choose one').setInputFiles({
    name: 'reps.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(file),
  });
  await expect(page).toHaveURL(/\/data\/imp_\w+$/);
  await expect(page.getByText('Ready to apply', { exact: true })).toBeVisible();
  await apply(page, /^Create 2$/);
  await open(page, '/territories/reps');
  const reps = page.getByRole('grid', { name: 'Reps and pools' });
  await expect(reps.getByRole('row').filter({ hasText: 'Wren Halloran' })).toContainText('NA');
});

test('axe finds nothing on my book, requests and letter, light, dark and on a phone', async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(people.ae);
  await open(page, '/my/book');
  const first = page.getByRole('region', { name: 'Accounts of the book' }).getByRole('button').first();
  await first.click();
  await page.getByLabel('Why').fill('Their buyer moved to another city');
  await page.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const own = new URL(
    (await page.getByRole('link', { name: 'Letter' }).getAttribute('href')) ?? '',
    page.url(),
  );
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  };
  for (const [path, as] of [
    ['/my/book', people.ae],
    [own.pathname, people.ae],
    ['/territories/requests', people.leader],
    ['/territories/reps', people.revops],
  ] as const) {
    await signIn(as);
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, path);
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect.soft(await violations(), path).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect.soft(await violations(), `${path}, dark`).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect.soft(await violations(), `${path}, phone`).toEqual([]);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect.soft(wide, `${path} fits a phone`).toBeLessThanOrEqual(0);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  }
});
