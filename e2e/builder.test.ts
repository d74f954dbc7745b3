import type { Page } from '@playwright/test';
import {
  counted,
  countOf,
  keyboardOf,
  origin,
  segmentWith,
  startBlank,
  storedDraft,
  typeConditions,
} from './support/builder.ts';
import { guideSegments, type Rule, withIds } from './support/guide-segments.ts';
import { expect, open, people, test } from './support/test.ts';

async function segmentIds(page: Page): Promise<Map<string, string>> {
  const answer = await page.request.get('/api/v1/segments');
  const { items } = (await answer.json()) as { items: { id: string; name: string }[] };
  return new Map(items.map(({ id, name }) => [name, id]));
}

/** Two ways to say one value: `is Retail`, `is any of Retail`. */
function plain(rule: Rule): Rule {
  const { id: _id, ...rest } = rule;
  const isOne = rest.kind === 'field' && (rest.operator === 'eq' || rest.operator === 'in');
  if (isOne) return { ...rest, operator: 'in', value: [rest.value].flat() };
  if (rest.where) return { ...rest, where: plain(rest.where as Rule) };
  return rest.rules ? { ...rest, rules: (rest.rules as Rule[]).map(plain) } : rest;
}

for (const [at, built] of guideSegments.entries()) {
  test(`by keyboard alone: ${built.name}`, async ({ page, signIn }, run) => {
    await signIn(people.revops);
    await open(page, '/segments');
    const ids = await segmentIds(page);
    const expected = built.rules(ids).map((rule, place) => withIds(rule, `e${place}.`));

    const keys = keyboardOf(page);
    const id = await startBlank(page, keys, `${built.name} ${run.retry + run.repeatEachIndex}.${at}`);
    await typeConditions(page, keys, built.typed);
    const { actions, seconds } = keys.spent();
    expect(actions, 'actions').toBeLessThan(30);
    expect(seconds, 'seconds').toBeLessThan(60);

    const { root } = await storedDraft(page.request, id);
    expect(root.op).toBe('all');
    expect(root.rules.map(plain)).toEqual(expected.map(plain));
    const count = await countOf(page.request, expected, origin(page));
    expect(count, 'a segment with somebody in it').toBeGreaterThan(0);
    await expect.poll(() => counted(page)).toBe(count);
    await expect(page.getByRole('status').filter({ hasText: /match/ })).toContainText(
      `${count.toLocaleString('en-US')} account`,
    );
  });
}

test('the three parts of manufacturing stand side by side with their reply rates', async ({
  page,
  signIn,
}) => {
  await signIn(people.revops);
  await open(page, '/segments');
  const parts = guideSegments.filter(({ name }) => name.startsWith('Manufacturing,'));
  const ids: string[] = [];
  for (const part of parts) {
    const rules = part.rules(new Map()).map((rule, place) => withIds(rule, `p${place}.`));
    const id = await segmentWith(page.request, `Compared: ${part.name}`, rules, origin(page));
    ids.push(id);
    const published = await page.request.post(`/api/v1/segments/${id}/publish`, {
      data: {},
      headers: { origin: origin(page) },
    });
    expect(published.ok(), await published.text()).toBe(true);
  }
  // Results are of the members as they are written, which a job does after the publish.
  for (const id of ids) {
    const isWritten = async () => {
      const members = await page.request.get(`/api/v1/segments/${id}/members?limit=1`);
      return !((await members.json()) as { isFromRule: boolean }).isFromRule;
    };
    await expect.poll(isWritten, { timeout: 40_000 }).toBe(true);
  }
  await open(page, `/performance?compare=${ids.join(',')}`);
  const results = page.getByRole('table', { name: 'Results by segment' });
  await expect(results.getByRole('columnheader', { name: /Reply rate/ })).toBeVisible();
  for (const part of parts) {
    // The table leaves out what all names begin with.
    const { name } = part;
    await expect(
      results.getByRole('row').filter({ has: page.getByRole('rowheader', { name }) }),
    ).toContainText(/\d\s*%/);
  }
});
