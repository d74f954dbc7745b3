import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { Draft } from '#lib/rules/draft.ts';
import { condition, draftOf, EditorInTest } from './testing.tsx';

beforeEach(() => {
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => Response.json({ items: [], nextCursor: null })),
  );
});

/** Opens the dialog on a rule with one condition and pastes; answers what the rule is at any time. */
async function paste(text: string) {
  let latest: Draft = draftOf(condition('a', 'employees', 'gt', 500));
  const user = userEvent.setup();
  render(
    <TooltipProvider>
      <EditorInTest initial={latest} onChange={(next) => (latest = next)} />
    </TooltipProvider>,
  );
  await user.click(screen.getByRole('button', { name: 'Paste a rule' }));
  await user.click(await screen.findByLabelText('Rule'));
  await user.paste(text);
  return { user, rules: () => latest.root.rules };
}

const retail = '{ "==": [{ "var": "industry" }, "Retail"] }';

it('adds JsonLogic as a group behind what is there', async () => {
  const { user, rules } = await paste(retail);
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(rules()).toMatchObject([
    { id: 'a' },
    { kind: 'group', op: 'all', rules: [{ field: 'industry', operator: 'eq', value: 'Retail' }] },
  ]);
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('puts it in place of what is there', async () => {
  const { user, rules } = await paste(retail);
  await user.click(screen.getByRole('radio', { name: 'Put it in place of what is here' }));
  await user.click(screen.getByRole('button', { name: 'Replace' }));
  expect(rules()).toMatchObject([{ field: 'industry', operator: 'eq', value: 'Retail' }]);
});

it.each([
  ['{ "==": [', /not whole JSON/],
  ['{ ">": [{ "var": "zip" }, 1] }', /There is no field "zip" here/],
  [
    '{ "version": 1, "entity": "contact", "root": { "id": "r", "kind": "group", "op": "all", "rules": [] } }',
    /about contacts/,
  ],
])('leaves the rule alone when it cannot read %s', async (text, message) => {
  const { user, rules } = await paste(text);
  await user.click(screen.getByRole('button', { name: 'Add' }));
  expect(await screen.findByRole('alert')).toHaveTextContent(message);
  expect(rules()).toMatchObject([{ id: 'a' }]);
});
