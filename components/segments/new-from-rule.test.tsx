import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, it, vi } from 'vitest';
import { NewFromRule } from './new-from-rule.tsx';

vi.mock('next/navigation', () => ({ useRouter: () => ({ push: vi.fn() }) }));
afterEach(() => vi.unstubAllGlobals());

async function paste(text: string) {
  const user = userEvent.setup();
  render(<NewFromRule />);
  await user.type(screen.getByLabelText('Name'), 'Brought along');
  await user.click(screen.getByLabelText('Rule'));
  await user.paste(text);
  await user.click(screen.getByRole('button', { name: 'Open the builder' }));
}

it('asks nobody about a text that is no JSON', async () => {
  const fetched = vi.fn();
  vi.stubGlobal('fetch', fetched);
  await paste('{ "rules": [');
  expect(await screen.findByText(/not whole JSON/)).toBeVisible();
  expect(fetched).not.toHaveBeenCalled();
  expect(screen.getByLabelText('Rule')).toHaveValue('{ "rules": [');
});

it('names every part that could not be read, with its place', async () => {
  const issues = [
    { path: '/pastedRule/rules/0/field', code: 'unknown_field', message: 'There is no field "zip" here.' },
    {
      path: '/pastedRule/rules/3',
      code: 'not_expressible',
      message: 'This is neither a condition nor a group.',
    },
  ];
  vi.stubGlobal('fetch', async () =>
    Response.json({ detail: 'The rule has 2 faults.', issues }, { status: 422 }),
  );
  await paste('{ "rules": [] }');
  expect(await screen.findByRole('alert')).toHaveTextContent('2 parts cannot be read');
  expect(screen.getByText('There is no field "zip" here.')).toBeVisible();
  expect(screen.getByText('/rules/3')).toBeVisible();
});
