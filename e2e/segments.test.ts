import type { Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

type Named = { id: string; name: string; domain?: string | null };
const run = Date.now().toString(36);

/** A call of the API as the person on the page. */
async function call<T>(page: Page, method: 'get' | 'post', path: string, data?: unknown): Promise<T> {
  const origin = new URL(page.url() === 'about:blank' ? 'http://localhost' : page.url()).origin;
  const answer = await page.request[method](`/api/v1${path}`, {
    headers: { origin },
    ...(data === undefined ? {} : { data }),
  });
  expect(answer.ok(), `${method} ${path}: ${answer.ok() ? '' : await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}

function countryRule(country: string) {
  return {
    version: 1,
    entity: 'account',
    root: {
      ...{ id: 'root', kind: 'group', op: 'all' },
      rules: [{ id: 'a', kind: 'field', field: 'country', operator: 'in', value: [country] }],
    },
  };
}

/** A published segment whose members are written. */
async function publish(page: Page, name: string, country: string): Promise<string> {
  const { id } = await call<Named>(page, 'post', '/segments', { name, definition: countryRule(country) });
  await call(page, 'post', `/segments/${id}/publish`, {});
  await expect
    .poll(
      async () => (await call<{ isFromRule: boolean }>(page, 'get', `/segments/${id}/members`)).isFromRule,
    )
    .toBe(false);
  return id;
}

async function someMembers(page: Page, id: string): Promise<Named[]> {
  const { items } = await call<{ items: Named[] }>(page, 'get', `/segments/${id}/members?limit=200`);
  return items.filter((item) => item.domain);
}

test.beforeEach(async ({ page, signIn }) => {
  await signIn(people.revops);
  await open(page, '/segments');
});

test('segments are chosen by key, tagged, filtered by tag, and the tag is taken back', async ({ page }) => {
  const tag = `Tag ${run}`;
  const grid = page.getByRole('grid', { name: 'Segments' });
  await grid.focus();
  for (const key of ['j', 'x', 'j', 'x']) await page.keyboard.press(key);
  const bar = page.getByRole('toolbar', { name: 'Selected rows' });
  await expect(bar).toContainText('2 selected');
  await bar.getByRole('button', { name: 'Tag', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Tag', { exact: true }).fill(tag);
  await page.getByRole('button', { name: 'Add the tag' }).click();
  await expect(page.getByText(`2 segments tagged ${tag}`)).toBeVisible();
  const chip = page.getByRole('group', { name: 'Tags' }).getByRole('button', { name: tag });
  await chip.click();
  await expect(chip).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByText(/^2 of \d+$/)).toBeVisible();
  await chip.click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByRole('button', { name: tag })).toHaveCount(0);
});

test('the size of a segment over a year is told in words', async ({ page }) => {
  await expect(page.getByRole('img', { name: /a year ago, [\d,]+ now$/ }).first()).toBeVisible();
});

test('a segment that a rule asks about says where, and retires only when the person insists', async ({
  page,
  faults,
}) => {
  const name = `Asked ${run}`;
  const id = await publish(page, name, 'DE');
  const asking = `Asking ${run}`;
  const draft = countryRule('DE');
  const rules = [{ id: 's', kind: 'segment', segmentId: id, member: true }];
  await call(page, 'post', '/segments', {
    name: asking,
    draft: { ...draft, root: { ...draft.root, rules } },
  });
  await open(page, `/segments/${id}/details`);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Where it is used' }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: asking })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: 'Retire' }).click();
  await expect(page.getByText(`is used by "${asking}"`)).toBeVisible();
  faults.length = 0; // The browser notes the refusal as an error.
  await page.getByRole('button', { name: 'Retire anyway' }).click();
  await expect(page.getByText('Retired v1')).toBeVisible();
});

test('chosen segments overlap, everyone counts once, and the drafts for that are saved', async ({ page }) => {
  const first = await publish(page, `Germany ${run}`, 'DE');
  const second = await publish(page, `Germany again ${run}`, 'DE');
  await open(page, `/segments/overlap?ids=${first},${second}`);
  const matrix = page.getByRole('table', { name: 'Overlap of each pair' });
  const ofFirst = matrix
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: `Germany ${run}`, exact: true }) });
  await expect(ofFirst).toContainText('100.0 %');
  const sets = page.getByRole('table', { name: /^Combinations of segments/ });
  await expect(sets.getByRole('row')).toHaveCount(2);
  await expect(sets).toContainText(`Germany ${run} and Germany again ${run}`);
  const sizes = page.getByRole('table', { name: 'Sizes by priority' });
  await expect(sizes.getByRole('row', { name: /^2\. Germany again/ })).toContainText(/ ?0$/);
  await page.getByRole('button', { name: `Move Germany again ${run} up` }).click();
  await expect(sizes.getByRole('row', { name: /^2\. Germany/ })).not.toContainText('again');
  await page.getByRole('button', { name: 'Save as drafts' }).click();
  await page.getByRole('link', { name: `Germany ${run}, deduplicated` }).click();
  await expect(page.getByRole('button', { name: 'Review & publish' })).toBeVisible();
});

test('a fixed list is pasted, says who is unknown, and is filled and emptied by hand', async ({ page }) => {
  const known = await someMembers(page, await publish(page, `Source ${run}`, 'GB'));
  const [one, two] = known;
  const name = `List ${run}`;
  await open(page, '/segments/new?from=list');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('radio', { name: 'A fixed list' }).click();
  await page
    .getByLabel('Domains or ids')
    .fill(`company,domain\nOne,${one?.domain}\nNobody,nobody-${run}.com\n`);
  await page.getByRole('button', { name: 'Create the segment' }).click();
  await expect(page.getByRole('list', { name: /left out/ })).toContainText(`nobody-${run}.com`);
  await page.getByRole('link', { name: 'Open the list' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('link', { name: one?.name ?? '' })).toBeVisible();
  await page.getByRole('button', { name: 'Add accounts' }).click();
  await page
    .getByRole('dialog')
    .getByLabel('Domains or ids')
    .fill(two?.id ?? '');
  await page.getByRole('dialog').getByLabel('Reason', { exact: true }).fill('Met at the fair');
  await page.getByRole('button', { name: 'Add them' }).click();
  await expect(page.getByRole('link', { name: two?.name ?? '' })).toBeVisible();
  await page
    .getByRole('row', { name: new RegExp(one?.name ?? '') })
    .getByRole('checkbox')
    .click();
  await page.getByRole('button', { name: 'Take off the list' }).click();
  await expect(page.getByRole('link', { name: one?.name ?? '' })).toHaveCount(0);
});

test('an account is kept out with a reason and a last day, and the explanation says so', async ({ page }) => {
  const id = await publish(page, `Pinned ${run}`, 'GB');
  const [one] = await someMembers(page, id);
  await open(page, `/segments/${id}/pins`);
  await page.getByRole('button', { name: 'Pin accounts' }).click();
  await page.getByRole('radio', { name: 'Keep out' }).click();
  await page.getByLabel('Domains or ids').fill(one?.id ?? '');
  await page.getByRole('dialog').getByLabel('Reason', { exact: true }).fill('A partner');
  await page.getByLabel('Last day').fill('2099-12-31');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep out' }).click();
  const row = page.getByRole('row', { name: new RegExp(one?.name ?? '') });
  await expect(row).toContainText('Kept out');
  await expect(row).toContainText('Dec 31, 2099');
  await expect(async () => {
    await open(page, `/segments/${id}/members`);
    await expect(page.getByRole('link', { name: one?.name ?? '', exact: true })).toHaveCount(0, {
      timeout: 1000,
    });
  }).toPass();
  const explained = await call<{ isMember: boolean; tree: { children: { actual: string | null }[] } }>(
    page,
    'post',
    '/segments/explain',
    { segmentId: id, recordId: one?.id },
  );
  expect(explained.isMember).toBe(false);
  expect(explained.tree.children[0]?.actual).toMatch(/kept out by Dara .* until Dec 31, 2099: A partner/);
});

test('a review is drilled into by owner, and any two versions are compared', async ({ page }) => {
  const id = await publish(page, `Reviewed ${run}`, 'DE');
  const { version } = await call<{ version: number }>(page, 'get', `/segments/${id}`);
  const saved = await page.request.put(`/api/v1/segments/${id}`, {
    headers: { origin: new URL(page.url()).origin, 'if-match': String(version) },
    data: { definition: countryRule('FR') },
  });
  expect(saved.ok()).toBe(true);
  await open(page, `/segments/${id}/publish`);
  const entering = page.getByRole('grid', { name: 'Accounts coming in' });
  const all = Number(await entering.getAttribute('aria-rowcount'));
  const owner = page.getByTitle(/^Show the [\d,]+ of /).first();
  await owner.click();
  await expect(owner).toHaveAttribute('aria-pressed', 'true');
  await expect
    .poll(async () => Number(await entering.getAttribute('aria-rowcount')))
    .toBeLessThanOrEqual(all);
  await page.getByRole('button', { name: /^Remove / }).click();
  await expect(owner).toHaveAttribute('aria-pressed', 'false');
  await page.getByRole('button', { name: /^Publish/ }).click();
  await expect(page.getByText('Version 2 is published.')).toBeVisible();
  await open(page, `/segments/${id}/versions?from=2&to=1`);
  await expect(
    page.getByText(/^Today version 2 would find [\d,]+ accounts? and version 1 would find/),
  ).toBeVisible();
  await expect(page.getByText(/next refresh/)).toBeVisible();
});
