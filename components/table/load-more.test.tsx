import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { DataTable } from './data-table.tsx';

it('does not ask again and again for what was refused, and goes on once more came', async () => {
  const asked = vi.fn();
  const list = (rows: string[], isLoading = false) => (
    <TooltipProvider>
      <DataTable
        label="Accounts"
        columns={[{ id: 'name', header: 'Account', cell: ({ name }: { name: string }) => name }]}
        rows={rows.map((name) => ({ name }))}
        rowId={({ name }) => name}
        hasMore
        loadingMore={isLoading}
        // Another function each time, as pages give it.
        onLoadMore={() => asked()}
      />
    </TooltipProvider>
  );
  const first = ['Wexford', 'Halvorsen'];
  const { rerender } = render(list(first));
  rerender(list(first, true));
  rerender(list(first));
  expect(asked).toHaveBeenCalledTimes(1);
  await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
  expect(asked).toHaveBeenCalledTimes(2);
  rerender(list([...first, 'Ostrander']));
  expect(asked).toHaveBeenCalledTimes(3);
  // The list was read anew, from its beginning.
  rerender(list(first));
  expect(asked).toHaveBeenCalledTimes(4);
});
