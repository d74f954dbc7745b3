import type { APIRequestContext, Page } from '@playwright/test';
import { expect, open } from './test.ts';

/** The number of accounts that the rule finds, once it is counted. */
export async function counted(page: Page): Promise<number> {
  const who = page.getByRole('region', { name: 'Who is in it' });
  await expect(who.getByText('counting again')).toHaveCount(0);
  const text = await who.innerText();
  return Number(/([\d,]+)\s+accounts?\b/.exec(text)?.[1]?.replaceAll(',', ''));
}

/** Where requests of the page come from, for those that are sent beside it. */
export const origin = (page: Page) => new URL(page.url()).origin;

export async function isSaved(page: Page): Promise<void> {
  await expect(page.getByText(/^Saved /)).toBeVisible();
}

/** A keyboard that is counted: a typed text or a pressed key is one action. */
export function keyboardOf(page: Page) {
  const start = Date.now();
  let actions = 0;
  return {
    type: async (text: string) => {
      actions += 1;
      await page.keyboard.type(text, { delay: 15 });
    },
    press: async (key: string) => {
      actions += 1;
      await page.keyboard.press(key);
    },
    spent: () => ({ actions, seconds: (Date.now() - start) / 1000 }),
  };
}

export type Keyboard = ReturnType<typeof keyboardOf>;

/** A blank segment in the builder, made by the keyboard alone. Gives its id. */
export async function startBlank(page: Page, keys: Keyboard, name: string): Promise<string> {
  await open(page, '/segments/new?from=blank');
  await expect(page.getByLabel('Name')).toBeFocused();
  await keys.type(name);
  await keys.press('Enter');
  await expect(page).toHaveURL(/\/segments\/seg_\w+$/);
  await expect(page.getByRole('region', { name: 'Who is in it' })).toContainText('accounts');
  return new URL(page.url()).pathname.split('/').at(-1) ?? '';
}

/** Types conditions into the box, one after the other, and waits until all of them are counted and saved. */
export async function typeConditions(page: Page, keys: Keyboard, texts: readonly string[]): Promise<number> {
  const rows = page.getByRole('region', { name: 'Rules' }).locator('li[data-node]');
  const before = await rows.count();
  await keys.press('a');
  await expect(page.getByRole('combobox', { name: 'Add a condition' }).last()).toBeFocused();
  for (const [at, text] of texts.entries()) {
    await keys.type(text);
    await keys.press('Enter');
    await expect(rows, text).toHaveCount(before + at + 1);
  }
  await isSaved(page);
  return counted(page);
}

type Json = Record<string, unknown>;
export type StoredDraft = { version: 1; entity: 'account'; root: { op: string; rules: Json[] } & Json };

/** The draft as it is stored. */
export async function storedDraft(request: APIRequestContext, id: string): Promise<StoredDraft> {
  const answer = await request.get(`/api/v1/segments/${id}`);
  expect(answer.ok()).toBe(true);
  return ((await answer.json()) as { draft: StoredDraft }).draft;
}

/** How many accounts a rule finds when it is asked over the API, by itself. */
export async function countOf(
  request: APIRequestContext,
  rules: readonly Json[],
  origin: string,
): Promise<number> {
  const definition = { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
  const answer = await request.post('/api/v1/segments/preview', {
    data: { definition, limit: 0 },
    headers: { origin },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { count: number }).count;
}

/** A segment with these conditions, made over the API; gives its id. */
export async function segmentWith(
  request: APIRequestContext,
  name: string,
  rules: readonly Json[],
  origin: string,
): Promise<string> {
  const draft = { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules } };
  const answer = await request.post('/api/v1/segments', { data: { name, draft }, headers: { origin } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { id: string }).id;
}
