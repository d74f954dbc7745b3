import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { openPalette } from '../ui/shortcut-events.ts';
import { CommandPalette, type PaletteEntry, type SearchRecords } from './command-palette.tsx';
import type { NavItem } from './nav.ts';
import { useFrameKeys } from './use-frame-keys.ts';

const nothing: SearchRecords = async () => [];

function setUp(search: SearchRecords = nothing) {
  const run = vi.fn();
  const onGo = vi.fn();
  const entries: PaletteEntry[] = [
    { label: 'Segments', group: 'Go to', run },
    { label: 'Territories', group: 'Go to', run: vi.fn() },
    { label: 'New segment', group: 'Do', run: vi.fn() },
  ];
  render(<CommandPalette entries={entries} search={search} onGo={onGo} />);
  act(openPalette);
  return { user: userEvent.setup(), run, onGo };
}

function options(): (string | null)[] {
  return screen.getAllByRole('option').map((option) => option.textContent);
}

describe('CommandPalette', () => {
  it('finds pages and actions by typing and runs the first with Enter', async () => {
    const { user, run } = setUp();
    expect(screen.getByRole('combobox')).toHaveFocus();
    await user.keyboard('seg');
    expect(options()).toEqual(['Segments', 'New segment']);
    await user.keyboard('{Enter}');
    expect(run).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('finds records, names their kind and goes to them', async () => {
    const search = vi.fn<SearchRecords>(async () => [
      {
        id: 'acc_1',
        kind: 'Accounts',
        label: 'Wexford Conveyors',
        hint: 'wexford.example',
        href: '/accounts/acc_1',
      },
    ]);
    const { user, onGo } = setUp(search);
    await user.keyboard('wex');
    expect(await screen.findByRole('option', { name: /Wexford Conveyors/ })).toBeInTheDocument();
    expect(screen.getByText('Accounts')).toBeInTheDocument();
    expect(search).toHaveBeenLastCalledWith('wex', expect.anything());
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Wexford Conveyors');
    await user.keyboard('{Enter}');
    expect(onGo).toHaveBeenCalledWith('/accounts/acc_1');
  });

  it('does not ask the server for one letter', async () => {
    const search = vi.fn(nothing);
    const { user } = setUp(search);
    await user.keyboard('t');
    expect(options()).toEqual(['Segments', 'Territories', 'New segment']);
    expect(search).not.toHaveBeenCalled();
  });

  it('keeps pages and actions when the search fails', async () => {
    const { user } = setUp(() => Promise.reject(new Error('offline')));
    await user.keyboard('terr');
    await waitFor(() => expect(screen.getByText(/could not be searched/)).toBeInTheDocument());
    expect(options()).toEqual(['Territories']);
  });

  it('closes with Escape and forgets what was typed', async () => {
    const { user } = setUp();
    await user.keyboard('terr{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    act(openPalette);
    expect(screen.getByRole('combobox')).toHaveValue('');
  });
});

const places: NavItem[] = [
  { label: 'Segments', short: 'Segments', href: '/segments', icon: 'segments', letter: 's' },
  { label: 'Territories', short: 'Territories', href: '/territories', icon: 'territories', letter: 't' },
];
const go = vi.fn();
const showShortcuts = vi.fn();

function Keys() {
  useFrameKeys(places, go, showShortcuts);
  return <input aria-label="Name" />;
}

describe('keys everywhere', () => {
  it('goes with g and a letter, and only then', async () => {
    const user = userEvent.setup();
    render(<Keys />);
    await user.keyboard('t');
    expect(go).not.toHaveBeenCalled();
    await user.keyboard('gt');
    expect(go).toHaveBeenCalledWith('/territories');
    await user.keyboard('?');
    expect(showShortcuts).toHaveBeenCalledOnce();
  });

  it('leaves letters to whoever is typing', async () => {
    go.mockClear();
    const user = userEvent.setup();
    render(<Keys />);
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'gs?');
    expect(go).not.toHaveBeenCalled();
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('gs?');
  });
});
