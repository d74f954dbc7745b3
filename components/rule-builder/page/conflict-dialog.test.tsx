import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { catalog, condition, draftOf } from '../testing.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

const size = condition('a', 'employees', 'gte', 500);
const base = draftOf(size);
const revenue = condition('b', 'revenue', 'gte', 1_000_000);
const industry = condition('c', 'industry', 'in', ['Retail']);
const words = { catalog, currency: 'EUR' };

function open(mine: typeof base, theirs: typeof base) {
  const onSettle = vi.fn();
  render(
    <ConflictDialog
      segmentId="seg_1"
      problem="Dara changed the draft in the meantime. Nothing was overwritten."
      drafts={{ base, mine, theirs }}
      words={words}
      isOpen
      onOpenChange={() => {}}
      onSettle={onSettle}
    />,
  );
  return onSettle;
}

const part = (name: string) => screen.getByRole('region', { name });

it('shows what each changed and merges both', async () => {
  const onSettle = open(draftOf(size, revenue), draftOf(size, industry));
  expect(screen.getByRole('dialog')).toHaveAccessibleDescription(/^Dara changed the draft/);
  expect(part('You changed')).toHaveTextContent(/^You changedAdded Revenue/);
  expect(part('They changed')).toHaveTextContent('Added Industry is Retail');
  expect(part('Merged')).toHaveTextContent(/Retail.*500/);
  expect(screen.queryByText('Both of you changed the same')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Merge both' }));
  expect(onSettle).toHaveBeenCalledWith(draftOf(size, revenue, industry));
});

it('asks whose value to take where both changed one condition, and keeps the rest of both', async () => {
  const more = condition('a', 'employees', 'gte', 900);
  const onSettle = open(draftOf(more, revenue), draftOf(condition('a', 'employees', 'gte', 750), industry));
  const choice = screen.getByRole('radiogroup', { name: 'Take for the change 1 of 1' });
  expect(part('Merged')).toHaveTextContent('900');
  await userEvent.click(within(choice).getByRole('radio', { name: 'Theirs' }));
  expect(part('Merged')).toHaveTextContent('750');
  await userEvent.click(within(choice).getByRole('radio', { name: 'Yours' }));
  await userEvent.click(screen.getByRole('button', { name: 'Merge both' }));
  expect(onSettle).toHaveBeenCalledWith(draftOf(more, revenue, industry));
});

it('can still be settled by one side alone', async () => {
  const [mine, theirs] = [draftOf(size, revenue), draftOf(size, industry)];
  const onSettle = open(mine, theirs);
  await userEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
  await userEvent.click(screen.getByRole('button', { name: 'Go on with theirs' }));
  expect(onSettle.mock.calls).toEqual([[mine], [theirs]]);
});
