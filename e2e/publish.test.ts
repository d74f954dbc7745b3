import type { Page } from '@playwright/test';
import { expect, open, people, test } from './support/test.ts';

/** A day ahead of the browser's own, as the form takes it. */
function dayAhead(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

async function publishForm(page: Page) {
  await open(page, '/territories/review');
  return page.getByRole('region', { name: 'Publish', exact: true });
}

async function setApproval(page: Page, isOn: boolean): Promise<void> {
  await open(page, '/settings');
  const leaderApproves = page.getByRole('switch', { name: 'A leader approves plans' });
  if ((await leaderApproves.getAttribute('aria-checked')) !== String(isOn)) await leaderApproves.click();
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByText('Settings saved')).toBeVisible();
}

/** Gives one AE's book to another in the draft, so that there is something to publish. */
async function moveABook(page: Page, origin: string): Promise<Moved> {
  const headers = { origin };
  const plans = await page.request.get('/api/v1/plans');
  const id = ((await plans.json()) as { items: { id: string }[] }).items[0]?.id ?? '';
  const view = await page.request.get(`/api/v1/plans/${id}`);
  const { books } = (await view.json()) as { books: { slot: string; kind: string; repId: string }[] };
  const [one, two] = books.filter((book) => book.slot === 'ae' && book.kind === 'rep');
  const answer = await page.request.post(`/api/v1/plans/${id}/changes`, {
    data: { matching: { rep: one?.repId }, holder: { slot: 'ae', repId: two?.repId } },
    headers,
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  const { undoId } = (await answer.json()) as { undoId: string };
  return { plan: id, undoId };
}

type Moved = { plan: string; undoId: string };
let moved: Moved | null = null;

test.describe.configure({ mode: 'serial' });

test('a plan is published for a day ahead, waits in sight, and is withdrawn', async ({ page, signIn }) => {
  test.slow();
  await signIn(people.revops);
  const form = await publishForm(page);
  await form.getByRole('radio', { name: 'On a day ahead' }).click();
  await form.getByLabel('First day').fill(dayAhead(20));
  await form.getByRole('textbox', { name: 'Note' }).fill('For the new quarter');
  await form.getByRole('button', { name: /^Publish v\d+ for / }).click();

  await test.step('it waits: on the history, on the planner, and nothing moved', async () => {
    await expect(page).toHaveURL(/history$/);
    const row = page.getByRole('listitem').filter({ hasText: 'For the new quarter' }).first();
    await expect(row.getByText(/^Takes over on /)).toBeVisible();
    await expect(row.getByText(/to move$/)).toBeVisible();
    await expect(page.getByText('In force')).toHaveCount(1);
    await open(page, '/territories');
    await expect(page.getByText(/^v\d+ takes over on /)).toBeVisible();
    await expect(page.getByText(/suggested moves?$|^Everything lies as published/)).toBeVisible();
  });

  await test.step('another one is only published in its place', async () => {
    const again = await publishForm(page);
    await expect(again.getByRole('button', { name: /^Publish v\d+ instead of v\d+/ })).toBeVisible();
  });

  await test.step('withdrawn, it stays in the history and nothing waits', async () => {
    await open(page, '/territories/history');
    await page.getByRole('button', { name: /^Withdraw v\d+$/ }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^Withdraw v\d+$/ })
      .click();
    await expect(page.getByText('Withdrawn', { exact: true })).toBeVisible();
    await expect(page.getByText(/^Takes over on /)).toHaveCount(0);
  });
});

test('a leader returns a plan, is asked again, and approves it', async ({ page, signIn, baseURL }) => {
  test.slow();
  await signIn(people.revops);
  moved = await moveABook(page, baseURL ?? '');
  await setApproval(page, true);

  await test.step('RevOps asks instead of publishing', async () => {
    const form = await publishForm(page);
    await form.getByRole('textbox', { name: 'Note' }).fill('Ready for you');
    await form.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(page.getByRole('region', { name: 'Approval' })).toContainText('Ready for you');
  });

  await test.step('the leader sees it on the plan and returns it with a comment', async () => {
    await signIn(people.leader);
    await open(page, '/territories');
    await expect(page.getByText(/asks you to approve this plan$/)).toBeVisible();
    await page.getByRole('link', { name: 'Review and answer' }).click();
    const approval = page.getByRole('region', { name: 'Approval' });
    await approval.getByLabel('Comment').fill('Please look at the North again');
    await approval.getByRole('button', { name: 'Return' }).click();
    await expect(approval).toHaveCount(0);
    await page.getByRole('tab', { name: 'Comments' }).click();
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText(
      'Please look at the North again',
    );
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText('returned it');
  });

  await test.step('RevOps answers, asks again, and keeps late deals back, which makes the question stale', async () => {
    await signIn(people.revops);
    await open(page, '/territories/review?show=comments');
    await page.getByLabel('Your comment').fill('Looked at it');
    await page.getByRole('button', { name: 'Comment', exact: true }).click();
    await expect(page.getByRole('list', { name: 'Comments' })).toContainText('Looked at it');
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(page.getByRole('region', { name: 'Approval' })).toBeVisible();
    await page.getByRole('tab', { name: 'Open deals' }).click();
    const deals = page.getByRole('grid', { name: 'Open deals that move' });
    await deals.getByRole('row').nth(1).getByRole('checkbox').click();
    await page.getByRole('button', { name: 'Keep with former owner…' }).click();
    await page.getByRole('dialog').getByLabel('Reason').fill('Signing soon');
    await page.getByRole('dialog').getByRole('button', { name: 'Keep 1 deal' }).click();
    await expect(deals.getByText('until won or lost')).toBeVisible();
    await expect(page.getByText(/^The draft was edited after this was asked/)).toBeVisible();
    await page.getByRole('button', { name: 'Ask for approval' }).click();
    await expect(page.getByText(/^The draft was edited after this was asked/)).toHaveCount(0);
  });

  await test.step('the leader approves, which publishes', async () => {
    await signIn(people.leader);
    await open(page, '/territories/review');
    await page.getByRole('button', { name: 'Approve and publish' }).click();
    await expect(page.getByText(/^Approved and published as v\d+$/)).toBeVisible();
    await expect(page).toHaveURL(/history$/);
  });
});

test('the deal that stayed is listed, changed and ended, and the plan goes back', async ({
  page,
  signIn,
  baseURL,
}) => {
  test.slow();
  await signIn(people.leader);
  await open(page, '/territories/holdovers');
  const grid = page.getByRole('grid', { name: 'Held-over deals' });
  const row = grid.getByRole('row').filter({ hasText: 'Signing soon' });

  await test.step('with whom it stays and until when', async () => {
    await expect(row).toContainText('until won or lost');
    await row.getByRole('button', { name: /^Change / }).click();
    await page.getByRole('menuitem', { name: 'Change until when…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: 'Until a day' }).click();
    await dialog.getByLabel('Last day').fill(dayAhead(30));
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(row).toContainText(/until [A-Z][a-z]{2} \d+, \d{4}/);
  });

  await test.step('on its account', async () => {
    const href = await row.getByRole('link').first().getAttribute('href');
    await open(page, href ?? '');
    await expect(page.getByRole('list', { name: 'Deals held over' })).toContainText('still with');
    await open(page, '/territories/holdovers');
  });

  await test.step('ended by hand, and taken back', async () => {
    await row.getByRole('button', { name: /^Change / }).click();
    await page.getByRole('menuitem', { name: /^End it/ }).click();
    await expect(row).toHaveCount(0);
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect(row).toHaveCount(1);
  });

  await test.step('a book shows what came and went, by version', async () => {
    await open(page, '/territories?tab=pipeline');
    const books = page.getByRole('grid', { name: 'Books before and after' });
    await expect(books).toBeVisible();
    await page.getByRole('switch', { name: 'Held-over deals count for the new holder' }).click();
    await expect(books).toBeVisible();
    await books.getByRole('row').nth(1).getByRole('link').first().click();
    await expect(page.getByRole('list', { name: 'What came and went' })).toBeVisible();
  });

  await test.step('going back moves everything back', async () => {
    await open(page, '/territories/history');
    await page.getByRole('button', { name: 'Go back to v2' }).click();
    await page.getByRole('button', { name: /^Move \d+ accounts? back$/ }).click();
    await expect(page.getByText(/^Back to v2, as v\d+/)).toBeVisible();
    await expect(page.getByText('In force')).toHaveCount(1);
  });

  await test.step('as it was for the others', async () => {
    await signIn(people.revops);
    await setApproval(page, false);
    const back = await page.request.post(`/api/v1/plans/${moved?.plan}/changes/undo`, {
      data: { undoId: moved?.undoId },
      headers: { origin: baseURL ?? '' },
    });
    expect(back.ok(), await back.text()).toBe(true);
  });
});
