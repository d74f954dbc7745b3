import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, it, vi } from 'vitest';
import { TooltipProvider } from '#components/ui/tooltip.tsx';
import type { RuleFormAnswer } from '#lib/shared/rule-form-shapes.ts';
import { condition, draftOf, EditorInTest } from '../testing.tsx';
import { fileNameOf } from './form-names.ts';

const asOf = '2026-11-22T15:00:00.000Z';
type Answer = Omit<RuleFormAnswer, 'asOf' | 'form'>;

/** A server that answers each form as given. */
function answering(answers: Partial<Record<RuleFormAnswer['form'], Answer>>) {
  const fetched = vi.fn(async (path: string, _init?: RequestInit) => {
    const form = path.split('/').at(-1) as RuleFormAnswer['form'];
    const answer = answers[form] ?? { text: `as ${form}`, issues: [], notes: [] };
    return Response.json({ form, ...answer, asOf });
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

function open(draft = draftOf(condition('a', 'employees', 'gt', 500))) {
  const user = userEvent.setup();
  render(
    <TooltipProvider>
      <EditorInTest initial={draft} />
    </TooltipProvider>,
  );
  return user;
}

async function choose(user: ReturnType<typeof userEvent.setup>, form: string) {
  await user.click(screen.getByRole('combobox', { name: 'Form' }));
  await user.click(await screen.findByRole('option', { name: form }));
}

beforeEach(() => {
  // jsdom has neither.
  Element.prototype.hasPointerCapture = () => false;
  Element.prototype.scrollIntoView = () => {};
});

it('shows the rule as SQL, changes the form, and copies what it shows', async () => {
  const fetched = answering({
    snowflake: { text: 'SELECT a.id', issues: [], notes: ['Lay views over yours.'] },
  });
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Copy as…' }));
  expect(await screen.findByText('as postgresql')).toBeVisible();
  await choose(user, 'SQL for Snowflake');
  expect(await screen.findByRole('region', { name: 'SQL for Snowflake' })).toHaveTextContent('SELECT a.id');
  expect(screen.getByText('Lay views over yours.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Copy' }));
  expect(await navigator.clipboard.readText()).toBe('SELECT a.id');
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.getByRole('button', { name: 'Copy as…' })).toHaveFocus());
  const [, init] = fetched.mock.calls.find(([address]) => String(address).includes('/forms/')) ?? [];
  expect(JSON.parse(String(init?.body))).toMatchObject({ definition: { root: { rules: [{ id: 'a' }] } } });
});

it('names what a form cannot say in words, and offers no text', async () => {
  const issue = { path: '/root/rules/0', code: 'not_expressible', message: 'SOQL cannot say this.' };
  answering({ soql: { text: null, issues: [issue], notes: [] } });
  const user = open();
  await user.click(screen.getByRole('button', { name: 'Copy as…' }));
  await choose(user, 'Salesforce SOQL');
  expect(await screen.findByRole('alert')).toHaveTextContent(
    /cannot say one part.*Employees.*500.*SOQL cannot say this\..*\/root\/rules\/0/,
  );
  expect(screen.getByRole('button', { name: 'Copy' })).toHaveAttribute('aria-disabled', 'true');
});

it('says what is muted or unfinished and so not in the text', async () => {
  answering({});
  const user = open(
    draftOf(condition('a', 'employees', 'gt', 500), { ...condition('b', 'name', 'eq', 'x'), muted: true }),
  );
  await user.click(screen.getByRole('button', { name: 'Copy as…' }));
  expect(await screen.findByText(/One part of the rule is muted or\s+unfinished/)).toBeVisible();
});

it('names files after the segment', () => {
  expect(fileNameOf('Mid-market, EMEA', 'bigquery')).toBe('mid-market-emea.sql');
  expect(fileNameOf(null, 'json-logic')).toBe('rule.json');
});
