import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { TooltipProvider } from '../ui/tooltip.tsx';
import type { DataColumn } from './columns.ts';
import { DataTable, type DataTableProps } from './data-table.tsx';
import { NOTHING_SELECTED, type RowSelection } from './selection.ts';

type Account = { id: string; name: string; employees: number | null };

const accounts: Account[] = [
  { id: 'a', name: 'Wexford', employees: 655 },
  { id: 'b', name: 'Halvorsen', employees: null },
  { id: 'c', name: 'Ostrander', employees: 1710 },
  { id: 'd', name: 'Kestrel', employees: 720 },
];
const columns: DataColumn<Account>[] = [
  {
    id: 'name',
    header: 'Account',
    cell: (row) => row.name,
    value: (row) => row.name,
    sortable: true,
    hideable: false,
  },
  {
    id: 'employees',
    header: 'Employees',
    align: 'right',
    cell: (row) => row.employees ?? 'unknown',
    value: (row) => row.employees,
    sortable: true,
    descFirst: true,
    total: '3,085',
  },
  { id: 'extra', header: 'Extra', cell: () => 'extra', hidden: true },
];

type Extra = Partial<DataTableProps<Account>> & { onSelection?: (selection: RowSelection) => void };

function Table({ onSelection, ...extra }: Extra) {
  const [selection, setSelection] = useState<RowSelection>(NOTHING_SELECTED);
  return (
    <TooltipProvider>
      <DataTable
        label="Accounts"
        columns={columns}
        rows={accounts}
        rowId={(row) => row.id}
        selection={selection}
        onSelectionChange={(next) => {
          setSelection(next);
          onSelection?.(next);
        }}
        {...extra}
      />
    </TooltipProvider>
  );
}

function names(): string[] {
  return screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('gridcell')[1]?.textContent ?? '')
    .filter((name) => accounts.some((account) => account.name === name));
}

function grid(): HTMLElement {
  return screen.getByRole('grid', { name: 'Accounts' });
}

describe('keyboard', () => {
  it('moves with j and k, peeks with Space, opens with Enter', async () => {
    const user = userEvent.setup();
    const onPeek = vi.fn();
    const onOpen = vi.fn();
    render(<Table onPeek={onPeek} onOpen={onOpen} />);
    grid().focus();
    await user.keyboard('jjk ');
    expect(onPeek).toHaveBeenLastCalledWith(accounts[0]);
    await user.keyboard('{ArrowDown}{Enter}');
    expect(onOpen).toHaveBeenLastCalledWith(accounts[1]);
    const active = document.getElementById(grid().getAttribute('aria-activedescendant') ?? '');
    expect(active).toHaveTextContent('Halvorsen');
  });

  it('selects with x, extends with Shift, lets go with Escape', async () => {
    const user = userEvent.setup();
    const onSelection = vi.fn();
    render(<Table onSelection={onSelection} />);
    grid().focus();
    await user.keyboard('jx{Shift>}JJ{/Shift}');
    expect(onSelection).toHaveBeenLastCalledWith({ mode: 'some', ids: ['a', 'b', 'c'] });
    await user.keyboard('{Escape}');
    expect(onSelection).toHaveBeenLastCalledWith(NOTHING_SELECTED);
  });

  it('works without focus when it is the main list of the page, and gives the page its own keys', async () => {
    const user = userEvent.setup();
    const onRowKey = vi.fn((key: string) => key === 'e');
    const onPeek = vi.fn();
    render(<Table pageKeys onRowKey={onRowKey} onPeek={onPeek} />);
    await user.keyboard('jje');
    expect(onRowKey).toHaveBeenLastCalledWith('e', accounts[1]);
    await user.keyboard(' ');
    expect(onPeek).toHaveBeenCalledWith(accounts[1]);
  });

  it('leaves Enter on a head to the head', async () => {
    const user = userEvent.setup();
    const onOpen = vi.fn();
    render(<Table onOpen={onOpen} />);
    grid().focus();
    await user.keyboard('j');
    screen.getByRole('button', { name: 'Account' }).focus();
    await user.keyboard('{Enter}');
    expect(onOpen).not.toHaveBeenCalled();
    expect(names()).toEqual(['Halvorsen', 'Kestrel', 'Ostrander', 'Wexford']);
  });
});

describe('selection by pointer', () => {
  it('takes a range with Shift', async () => {
    const user = userEvent.setup();
    const onSelection = vi.fn();
    render(<Table onSelection={onSelection} />);
    const boxes = screen.getAllByRole('checkbox', { name: 'Select row' });
    await user.click(boxes[3] as HTMLElement);
    await user.keyboard('{Shift>}');
    await user.click(boxes[1] as HTMLElement);
    await user.keyboard('{/Shift}');
    const last = onSelection.mock.lastCall?.[0] as RowSelection & { mode: 'some' };
    expect([...last.ids].sort()).toEqual(['b', 'c', 'd']);
  });

  it('offers all that match when only a part is loaded, and takes single ones out again', async () => {
    const user = userEvent.setup();
    const onSelection = vi.fn();
    render(
      <Table onSelection={onSelection} matching={4312} bulkActions={<button type="button">Move</button>} />,
    );
    await user.click(screen.getByRole('checkbox', { name: 'Select all shown rows' }));
    expect(screen.getByText('4 selected')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Select all 4,312 that match' }));
    expect(onSelection).toHaveBeenLastCalledWith({ mode: 'all', except: [] });
    await user.click(screen.getAllByRole('checkbox', { name: 'Select row' })[0] as HTMLElement);
    expect(onSelection).toHaveBeenLastCalledWith({ mode: 'all', except: ['a'] });
    expect(screen.getByText('4,311 selected')).toBeInTheDocument();
  });
});

describe('sorting', () => {
  it('sorts in the browser with unknown values last in both directions', async () => {
    const user = userEvent.setup();
    render(<Table />);
    const head = screen.getByRole('button', { name: 'Employees' });
    await user.click(head);
    expect(names()).toEqual(['Ostrander', 'Kestrel', 'Wexford', 'Halvorsen']);
    expect(head.closest('[role=columnheader]')).toHaveAttribute('aria-sort', 'descending');
    await user.click(head);
    expect(names()).toEqual(['Wexford', 'Kestrel', 'Ostrander', 'Halvorsen']);
    await user.click(head);
    expect(names()).toEqual(['Wexford', 'Halvorsen', 'Ostrander', 'Kestrel']);
  });

  it('only asks when the server sorts', async () => {
    const user = userEvent.setup();
    const onSortChange = vi.fn();
    render(<Table serverSorts sort={null} onSortChange={onSortChange} />);
    await user.click(screen.getByRole('button', { name: 'Employees' }));
    expect(onSortChange).toHaveBeenCalledWith({ id: 'employees', desc: true });
    expect(names()).toEqual(['Wexford', 'Halvorsen', 'Ostrander', 'Kestrel']);
  });
});

describe('columns', () => {
  it('shows hidden ones from the menu and keeps the first in place', async () => {
    const user = userEvent.setup();
    render(<Table />);
    expect(screen.queryByRole('columnheader', { name: /Extra/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Columns' }));
    await user.click(screen.getByRole('checkbox', { name: 'Extra' }));
    await user.click(screen.getByRole('button', { name: 'Move Extra left' }));
    await user.keyboard('{Escape}');
    const heads = screen.getAllByRole('columnheader').map((head) => head.textContent);
    expect(heads).toEqual(['', 'Account', 'Extra', 'Employees']);
  });

  const heads = () =>
    screen
      .getAllByRole('columnheader')
      .map((head) => head.textContent)
      .filter(Boolean);

  it('moves, resizes, pins and hides by keyboard, and takes it all back', async () => {
    const user = userEvent.setup();
    render(<Table />);
    const employees = () => screen.getByRole('button', { name: 'Employees' });
    employees().focus();
    await user.keyboard('{Control>}{ArrowLeft}{/Control}');
    expect(heads()).toEqual(['Employees', 'Account']);
    await user.keyboard('{Shift>}{ArrowRight}{/Shift}');
    expect(screen.getByRole('separator', { name: 'Width of Employees' })).toHaveAttribute(
      'aria-valuenow',
      '136',
    );
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await user.click(await screen.findByRole('menuitem', { name: 'Hide' }));
    expect(heads()).toEqual(['Account']);
    screen.getByRole('button', { name: 'Account' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await user.click(await screen.findByRole('menuitem', { name: 'Show Employees' }));
    expect(heads()).toEqual(['Employees', 'Account']);
    screen.getByRole('button', { name: 'Account' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await user.click(await screen.findByRole('menuitem', { name: 'Reset columns' }));
    expect(heads()).toEqual(['Account', 'Employees']);
  });

  it('keeps pinned columns in view', async () => {
    const user = userEvent.setup();
    render(<Table />);
    screen.getByRole('button', { name: 'Employees' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await user.click(await screen.findByRole('menuitem', { name: 'Pin to the left' }));
    expect(screen.getByRole('columnheader', { name: /Employees/ })).toHaveStyle({ left: '158px' });
  });

  it('keeps the columns of a page’s main list in the address', async () => {
    const user = userEvent.setup();
    render(<Table pageKeys />);
    screen.getByRole('button', { name: 'Employees' }).focus();
    await user.keyboard('{Control>}{ArrowLeft}{/Control}');
    await waitFor(() =>
      expect(new URLSearchParams(window.location.search).get('cols')).toBe('*employees,*name,!extra'),
    );
    window.history.replaceState(null, '', '/');
  });

  it('shows totals of the whole list under their columns', () => {
    render(<Table totals={{ employees: { text: '9,999', hint: 'Sum of 3 known.' } }} />);
    expect(screen.getByText('9,999').closest('[role=gridcell]')).toHaveAttribute('title', 'Sum of 3 known.');
  });

  it('tells the size of the whole list, not of what is drawn', () => {
    render(<Table matching={4312} />);
    expect(grid()).toHaveAttribute('aria-rowcount', '4313');
    expect(screen.getByText('3,085')).toBeInTheDocument();
  });
});

describe('more and nothing', () => {
  it('asks for more once near the end', () => {
    const onLoadMore = vi.fn();
    const { rerender } = render(<Table hasMore onLoadMore={onLoadMore} />);
    expect(onLoadMore).toHaveBeenCalledTimes(1);
    rerender(<Table hasMore loadingMore onLoadMore={onLoadMore} />);
    expect(onLoadMore).toHaveBeenCalledTimes(1);
  });

  it('shows the empty state in place of an empty grid', () => {
    render(<Table rows={[]} empty={<p>No account matches.</p>} />);
    expect(screen.getByText('No account matches.')).toBeInTheDocument();
    expect(screen.queryByRole('grid')).toBeNull();
  });
});

describe('the bar above the rows', () => {
  const barOf = () => screen.getByRole('grid').previousElementSibling;

  it('is not there on a phone when only the columns menu would stand in it', () => {
    vi.stubGlobal('matchMedia', () => ({
      matches: true,
      addEventListener: () => {},
      removeEventListener: () => {},
    }));
    render(<Table phoneRow={(row) => row.name} />);
    expect(barOf()).toBeNull();
    vi.unstubAllGlobals();
  });

  it('holds nothing when the toolbar comes to nothing', () => {
    const none: string[] = [];
    render(<Table columns={columns.slice(0, 2)} toolbar={<>{none}</>} />);
    expect(barOf()).toBeEmptyDOMElement();
  });
});
