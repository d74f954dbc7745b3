import {
  counted,
  isSaved,
  keyboardOf,
  origin,
  segmentWith,
  startBlank,
  storedDraft,
  typeConditions,
} from './support/builder.ts';
import { one, rows, withIds } from './support/guide-segments.ts';
import { expect, open, people, test } from './support/test.ts';

test('an account that is out says by which value, how old that is, and what would bring it in', async ({
  page,
  signIn,
}) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const size = withIds(one('employees', 'gte', 500), 'size');
  const sap = withIds(rows('technology', [one('name', 'in', ['SAP'])]), 'sap');
  const id = await segmentWith(page.request, 'Explained', [size, sap], origin(page));
  await open(page, `/segments/${id}?tab=near&show=near:size`);
  const grid = page.getByRole('grid', { name: 'Near-misses' });
  await grid.getByRole('row').nth(1).click();
  await page.keyboard.press('w');
  const way = page.getByRole('region', { name: 'What would bring it in' });
  await expect(way).toContainText('One thing would bring it in');
  await expect(way).toContainText(/Employees is at least 500/);
  const failing = page.getByRole('img', { name: 'Fails' }).or(page.getByRole('img', { name: 'Not known' }));
  await expect(failing.first()).toBeVisible();
  await expect(page.getByText(/demo data, |from .+, |derived, /).first()).toBeVisible();
  await expect(page.getByText(/the newest /).first()).toBeVisible();
});

test('a near-miss is loosened in one click to the count that was promised', async ({ page, signIn }) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const rules = [
    withIds(one('industry', 'in', ['Manufacturing']), 'industry'),
    withIds(one('employees', 'gte', 500), 'size'),
  ];
  const id = await segmentWith(page.request, 'Loosened', rules, origin(page));
  await open(page, `/segments/${id}`);
  await expect.poll(() => counted(page)).toBeGreaterThan(0);
  const before = await counted(page);
  const loosen = page
    .getByRole('button', { name: /^Loosen to 450 → [\d,]+ instead of [\d,]+ \(Employees\)/ })
    .first();
  const promised = Number(/→ ([\d,]+)/.exec((await loosen.textContent()) ?? '')?.[1]?.replaceAll(',', ''));
  expect(promised).toBeGreaterThan(before);
  await loosen.click();
  await expect.poll(() => counted(page)).toBe(promised);
  await expect(page.getByLabel('Value of Employees')).toHaveValue('450');
  await page.keyboard.press('Control+z');
  await expect.poll(() => counted(page)).toBe(before);
});

test('a contradiction is told while it is typed, and set right in one click', async ({ page, signIn }) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const id = await segmentWith(page.request, 'Contradicting', [], origin(page));
  await open(page, `/segments/${id}`);
  const keys = keyboardOf(page);
  await typeConditions(page, keys, [
    'country is US',
    'country is Germany',
    'employees > 500',
    'employees > 200',
  ]);
  const rules = page.getByRole('region', { name: 'Rules' });
  await expect(
    rules.getByText(/^Nobody can match both “Country is United States” and “Country is Germany”/),
  ).toBeVisible();
  await expect.poll(() => counted(page)).toBe(0);
  await expect(page.getByText('No account matches all 4 conditions.')).toBeVisible();
  await rules.getByRole('button', { name: 'Match either' }).click();
  await expect.poll(() => counted(page)).toBeGreaterThan(0);
  await expect(rules.getByText(/^Needless: whoever matches “Employees is more than 500”/)).toBeVisible();
  const both = await counted(page);
  await page.getByRole('button', { name: '1 hint' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove it' }).click();
  await expect(page.getByRole('button', { name: /hint/ })).toHaveCount(0);
  expect(await counted(page)).toBe(both);
});

test('five thousand pasted domains: known, unknown and repeated are counted, and it stays quick', async ({
  page,
  signIn,
}) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const known: string[] = [];
  for (let cursor: string | null = ''; cursor !== null && known.length < 1000; ) {
    const answer = await page.request.get(
      `/api/v1/accounts?limit=200${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
    );
    const list = (await answer.json()) as { items: { domain: string | null }[]; nextCursor: string | null };
    known.push(...list.items.flatMap(({ domain }) => domain ?? []));
    cursor = list.nextCursor;
  }
  const unknown = Array.from(
    { length: 5000 - known.length - 100 },
    (_, at) => `nobody-${at}.example.com`,
  ).map((host, at) => `nobody-${at}-${host.length}.com`);
  const repeated = known.slice(0, 100).map((domain) => `https://www.${domain}/about`);
  const pasted = [...known, ...unknown, ...repeated];
  expect(pasted).toHaveLength(5000);

  const id = await segmentWith(
    page.request,
    'Pasted',
    [withIds(one('domain', 'in', [known[0] ?? '']), 'domain')],
    origin(page),
  );
  await open(page, `/segments/${id}`);
  await page.getByRole('button', { name: /values of .*omain/ }).click();
  const box = page.getByRole('combobox', { name: /^Values of/ });
  await expect(box).toBeFocused();
  const start = Date.now();
  await page.evaluate((text) => {
    const data = new DataTransfer();
    data.setData('text', text);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, pasted.join('\n'));
  const report = page.locator('[data-pasted]');
  await expect(report).toContainText('5,000 pasted:');
  expect((Date.now() - start) / 1000, 'seconds until the report').toBeLessThan(8);
  const distinct = new Set(known).size;
  await expect(report).toContainText(
    `${distinct.toLocaleString('en-US')} known, ${unknown.length.toLocaleString('en-US')} in no record`,
  );
  const download = page.waitForEvent('download');
  await report.getByRole('button', { name: /^Download the/ }).click();
  expect((await download).suggestedFilename()).toMatch(/in no record\.csv$/);
  await report.getByRole('button', { name: 'Leave them out' }).click();
  await page.keyboard.press('Escape');
  await isSaved(page);
  const [stored] = (await storedDraft(page.request, id)).root.rules;
  expect((stored?.value as string[]).length).toBe(distinct);
  await expect.poll(() => counted(page)).toBe(distinct);
});

test('reload in the middle loses nothing, and undo still goes back', async ({ page, signIn }) => {
  await signIn(people.revops);
  const keys = keyboardOf(page);
  const id = await startBlank(page, keys, 'Reloaded');
  const two = await typeConditions(page, keys, ['industry is manufacturing', 'employees > 500']);
  await keys.type('uses sap');
  await keys.press('Enter');
  // Before it is saved, and with a condition half filled in.
  await keys.type('journey stage');
  await keys.press('Enter');
  await page.reload();
  const rules = page.getByRole('region', { name: 'Rules' }).locator('li[data-node]');
  await expect(rules).toHaveCount(4);
  await expect.poll(() => counted(page)).toBeLessThan(two);
  const three = await counted(page);
  await isSaved(page);
  expect((await storedDraft(page.request, id)).root.rules).toHaveLength(4);

  await page.keyboard.press('Control+z');
  await expect(rules).toHaveCount(3);
  await page.keyboard.press('Control+z');
  await expect(rules).toHaveCount(2);
  await expect.poll(() => counted(page)).toBe(two);
  await page.keyboard.press('Control+Shift+z');
  await expect(rules).toHaveCount(3);
  await expect.poll(() => counted(page)).toBe(three);
});

test('the histogram is brushed by mouse, by keys and in its table', async ({ page, signIn }) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const id = await segmentWith(
    page.request,
    'Brushed',
    [withIds(one('employees', 'gte', 500), 'size')],
    origin(page),
  );
  await open(page, `/segments/${id}`);
  await page.getByLabel('Value of Employees').focus();
  const spread = page.getByRole('region', { name: 'Spread of Employees' });
  const from = spread.getByRole('slider', { name: 'Employees, from' });
  await expect(from).toBeVisible();

  await from.focus();
  const before = Number(await from.getAttribute('aria-valuenow'));
  await page.keyboard.press('ArrowRight');
  await expect.poll(async () => Number(await from.getAttribute('aria-valuenow'))).toBeGreaterThan(before);

  const bars = spread.getByRole('group', { name: 'Employees' }).locator('> div').first();
  const box = await bars.boundingBox();
  if (!box) throw new Error('The bars are drawn.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + 20);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 20, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByLabel('Employees, to', { exact: true }).first()).toBeVisible();
  await isSaved(page);
  const [dragged] = (await storedDraft(page.request, id)).root.rules;
  expect(dragged).toMatchObject({ field: 'employees', operator: 'between' });

  await spread.getByRole('button', { name: 'Table' }).click();
  await spread
    .getByRole('button', { name: /^Employees from / })
    .nth(1)
    .click();
  await expect
    .poll(async () => (await storedDraft(page.request, id)).root.rules[0]?.value)
    .not.toEqual(dragged?.value);
});
