import AxeBuilder from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

const mapOf = (page: Page) => page.getByRole('application');
const chosenBar = (page: Page) => page.getByRole('toolbar', { name: 'Chosen accounts' });
const regions = (page: Page, name: string) => page.getByRole('table', { name });

async function openMap(page: Page, query = ''): Promise<Locator> {
  await open(page, `/territories?tab=map${query}`);
  await expect(regions(page, query.includes('world') ? 'Countries' : 'States')).toBeVisible();
  return mapOf(page);
}

/** Draws round a part of the map; corners as shares of its width and height. */
async function lasso(
  page: Page,
  [left, top, right, bottom]: [number, number, number, number],
): Promise<void> {
  const box = await mapOf(page).boundingBox();
  if (!box) throw new Error('The map has no place on the screen.');
  const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
  await page.mouse.move(...at(left, top));
  await page.mouse.down();
  for (const corner of [at(right, top), at(right, bottom), at(left, bottom), at(left, top)]) {
    await page.mouse.move(...corner, { steps: 6 });
  }
  await page.mouse.up();
}

/** How many accounts are chosen. */
async function chosen(page: Page): Promise<number> {
  const text = await chosenBar(page).innerText();
  return Number(/^([\d,]+) account/.exec(text)?.[1]?.replaceAll(',', ''));
}

const numberIn = async (cell: Locator) => Number((await cell.innerText()).replaceAll(',', ''));

test('a leader zooms, lassos, and moves the accounts of a state, seeing the effect first', async ({
  page,
  signIn,
}) => {
  await signIn(people.leader);
  const map = await openMap(page);
  const table = regions(page, 'States');

  await test.step('a lasso chooses what lies inside, fewer when the map is closer', async () => {
    await page.getByRole('radio', { name: 'Lasso' }).click();
    await lasso(page, [0.3, 0.3, 0.7, 0.7]);
    const wide = await chosen(page);
    expect(wide).toBeGreaterThan(0);
    await map.focus();
    await page.keyboard.press('+');
    await page.keyboard.press('+');
    await lasso(page, [0.3, 0.3, 0.7, 0.7]);
    const close = await chosen(page);
    expect(close).toBeLessThan(wide);
    await page.keyboard.press('0');
    await lasso(page, [0.3, 0.3, 0.7, 0.7]);
    expect(await chosen(page)).toBe(wide);
    await chosenBar(page).getByRole('button', { name: 'Clear' }).click();
    await expect(chosenBar(page)).toHaveCount(0);
  });

  const wyoming = table.getByRole('row').filter({ hasText: 'Wyoming' });
  const accounts = await numberIn(wyoming.getByRole('cell').nth(2));

  await test.step('the table chooses the same by region, and the list shows it', async () => {
    await wyoming.getByRole('checkbox', { name: 'Choose Wyoming' }).click();
    expect(await chosen(page)).toBe(accounts);
    await chosenBar(page).getByRole('button', { name: 'Show in the list' }).click();
    await expect(page.getByRole('toolbar', { name: 'Selected rows' })).toContainText(`${accounts} selected`);
    await page.getByRole('tab', { name: 'Map' }).click();
    expect(await chosen(page)).toBe(accounts);
    await expect(wyoming.getByRole('checkbox', { name: 'Choose Wyoming' })).toBeChecked();
  });

  const changes = wyoming.getByRole('cell').nth(4);
  const before = await numberIn(changes);

  await test.step('moving them shows every book before and after', async () => {
    await chosenBar(page).getByRole('button', { name: 'Move to territory…' }).click();
    const dialog = page.getByRole('dialog', { name: `Move ${accounts} accounts` });
    await dialog.getByRole('button', { name: /^Territory/ }).click();
    await page.getByRole('combobox', { name: 'Territory', exact: true }).fill('Pacific');
    await page
      .getByRole('option', { name: /Pacific/ })
      .first()
      .click();
    const effect = dialog.getByRole('region', { name: 'Effect' });
    await expect(effect.getByRole('row').filter({ hasText: 'Dev Harrington' })).toContainText('→');
    await dialog.getByRole('button', { name: `Move ${accounts} accounts` }).click();
    await expect(page.getByText(`${accounts} accounts moved to Pacific`)).toBeVisible();
    await expect.poll(() => numberIn(changes)).toBeGreaterThan(before);
    await expect(wyoming).toContainText('Pacific');
  });

  await test.step('only changes shows those, and Undo takes them back', async () => {
    await page.getByRole('checkbox', { name: 'Only changes' }).click();
    await expect(table.getByRole('row').filter({ hasText: 'Wyoming' })).toBeVisible();
    await expect(table.getByRole('row').filter({ hasText: 'Florida' })).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(table.getByRole('row').filter({ hasText: 'Wyoming' })).toHaveCount(before > 0 ? 1 : 0);
    await page.getByRole('checkbox', { name: 'Only changes' }).click();
    await expect.poll(() => numberIn(changes)).toBe(before);
  });
});

test('painting over regions and the table say the same', async ({ page, signIn }) => {
  await signIn(people.leader);
  const map = await openMap(page, '&areas=true');
  await page.getByRole('radio', { name: 'Paint regions' }).click();
  const box = await map.boundingBox();
  if (!box) throw new Error('The map has no place on the screen.');
  // From Colorado eastwards into Kansas.
  await page.mouse.move(box.x + box.width * 0.37, box.y + box.height * 0.47);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5, { steps: 12 });
  await page.mouse.up();
  const painted = page.getByRole('checkbox', { name: /^Choose /, checked: true });
  await expect.poll(() => painted.count()).toBeGreaterThan(1);
  const rows = regions(page, 'States').getByRole('row').filter({ has: painted });
  let sum = 0;
  for (const row of await rows.all()) sum += await numberIn(row.getByRole('cell').nth(2));
  expect(await chosen(page)).toBe(sum);
});

test('a state opens its counties, a territory of the tree narrows the map, and the address keeps both', async ({
  page,
  signIn,
}) => {
  await signIn(people.leader);
  await openMap(page);
  await regions(page, 'States').getByRole('button', { name: 'California', exact: true }).click();
  const counties = regions(page, 'Counties of California');
  await expect(counties.getByRole('button', { name: 'Los Angeles' })).toBeVisible();
  const all = await numberIn(counties.getByRole('row').last().getByRole('cell').nth(1));
  await page.getByRole('navigation', { name: 'Plan' }).getByText('Pacific', { exact: true }).click();
  await expect
    .poll(() => numberIn(counties.getByRole('row').last().getByRole('cell').nth(1)))
    .toBeLessThan(all);
  await page.reload();
  await expect(counties).toBeVisible();
  await expect(page).toHaveURL(/state=US-CA/);
  await page.getByRole('button', { name: 'California', exact: true }).first().click();
  await expect(regions(page, 'States')).toBeVisible();
});

test('a rep sees the own book only and chooses nothing', async ({ page, signIn }) => {
  await signIn(people.ae);
  await openMap(page, '&map=world');
  const shown = await numberIn(regions(page, 'Countries').getByRole('row').last().getByRole('cell').first());
  expect(shown).toBeGreaterThan(0);
  expect(shown).toBeLessThan(200);
  await expect(page.getByRole('radio', { name: 'Lasso' })).toHaveCount(0);
  await expect(page.getByRole('checkbox', { name: /^Choose / })).toHaveCount(0);
});

test('axe finds nothing on the map, light, dark and on a phone, where it is read only', async ({
  page,
  signIn,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await signIn(people.leader);
  await openMap(page);
  const violations = async () => {
    const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
  };
  await page.getByRole('checkbox', { name: 'Choose Wyoming' }).click();
  expect(await violations()).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violations()).toEqual([]);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('checkbox', { name: 'Choose Wyoming' })).toHaveCount(0);
  await expect(page.getByRole('radio', { name: 'Lasso' })).toBeHidden();
  expect(await violations()).toEqual([]);
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('a leader gives a county to a territory, fills a gap, and takes both back', async ({ page, signIn }) => {
  await signIn(people.leader);
  await open(page, '/territories?tab=map&state=US-WA');
  const counties = regions(page, 'Counties of Washington');
  await counties.getByRole('checkbox', { name: 'Choose King', exact: true }).click();
  await chosenBar(page).getByRole('button', { name: 'Give 1 place to…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Give 1 place to a territory' });
  await expect(dialog).toContainText('King (county), WA');
  await dialog.getByRole('combobox', { name: 'Territory' }).click();
  await page.getByRole('option', { name: 'Nordics' }).click();
  await expect(dialog).toContainText('will still go to “Pacific”, which is tried earlier');
  await dialog.getByRole('button', { name: 'Give them' }).click();
  await expect(page.getByText('1 place added to Nordics')).toBeVisible();
  const plan = page.getByRole('navigation', { name: 'Plan' });
  await plan
    .getByRole('button', { name: /^Nordics/ })
    .first()
    .click();
  const panel = page.getByRole('complementary', { name: 'Nordics' });
  await expect(panel).toContainText('King (county), WA');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(panel).not.toContainText('King (county), WA');

  await page.getByRole('tab', { name: 'Overlaps and gaps' }).click();
  const gap = page.getByRole('region', { name: 'Gaps' }).getByRole('listitem').first();
  const place = (await gap.getByRole('button', { name: /^Add / }).getAttribute('aria-label'))?.slice(4) ?? '';
  await gap.getByRole('combobox', { name: `Territory for ${place}` }).click();
  await page.getByRole('option', { name: 'Nordics' }).click();
  await gap.getByRole('button', { name: `Add ${place}` }).click();
  await expect(page.getByRole('button', { name: `Add ${place}`, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).first().click();
  await expect(page.getByRole('button', { name: `Add ${place}`, exact: true })).toBeVisible();
});
