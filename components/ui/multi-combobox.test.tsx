import { fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { ComboOption } from './combo-options.ts';
import type { PasteReport } from './pasted-values.ts';
import { MultiCombobox } from './multi-combobox.tsx';

const industries: ComboOption[] = [
  { value: 'ind_1', label: 'Machinery', count: 148 },
  { value: 'ind_2', label: 'Automotive', count: 87, keywords: ['Cars'] },
  { value: 'ind_3', label: 'Food production', count: 1056 },
];

function Picker({
  start = [],
  onChange = () => {},
}: {
  start?: string[];
  onChange?: (value: string[]) => void;
}) {
  const [value, setValue] = useState<string[]>(start);
  return (
    <MultiCombobox
      label="Industry"
      value={value}
      options={industries}
      onValueChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

function PasteBox({
  resolve,
  onChange,
  onDownload,
}: {
  resolve: (texts: string[]) => Promise<PasteReport>;
  onChange: (value: string[]) => void;
  onDownload?: (texts: string[]) => void;
}) {
  const [value, setValue] = useState<string[]>([]);
  return (
    <MultiCombobox
      label="Domain"
      value={value}
      options={[]}
      resolvePasted={resolve}
      {...(onDownload ? { onDownloadMissing: onDownload } : {})}
      onValueChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

async function open() {
  const user = userEvent.setup();
  await user.click(screen.getByRole('button', { name: /^Industry/ }));
  return { user, input: await screen.findByRole('combobox', { name: 'Industry' }) };
}

describe('MultiCombobox', () => {
  it('takes values with the keyboard alone and says what is chosen', async () => {
    const onChange = vi.fn();
    render(<Picker onChange={onChange} />);
    const { user, input } = await open();
    expect(input).toHaveFocus();
    await user.keyboard('{ArrowDown}{Enter}{ArrowDown}{Enter}');
    expect(onChange).toHaveBeenLastCalledWith(['ind_2', 'ind_3']);
    const chosen = within(screen.getByRole('listbox')).getAllByRole('option', { selected: true });
    expect(chosen.map((option) => option.textContent)).toEqual(['Automotive87', 'Food production1,056']);
    await user.keyboard('{Enter}');
    expect(onChange).toHaveBeenLastCalledWith(['ind_2']);
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Industry: Automotive' })).toHaveFocus();
  });

  it('points to the active option so that a screen reader hears it', async () => {
    render(<Picker />);
    const { user, input } = await open();
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    const active = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
    expect(active).toHaveTextContent('Food production');
  });

  it('narrows by label and by other spellings, whatever the case', async () => {
    render(<Picker />);
    const { user } = await open();
    await user.keyboard('CARS');
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Automotive87']);
    await user.keyboard('x');
    expect(screen.queryByRole('option')).toBeNull();
    expect(screen.getByText('Nothing matches “CARSx”.')).toBeInTheDocument();
  });

  it('removes the last value by Backspace in the empty search', async () => {
    const onChange = vi.fn();
    render(<Picker start={['ind_1', 'ind_2']} onChange={onChange} />);
    const { user } = await open();
    await user.keyboard('{Backspace}');
    expect(onChange).toHaveBeenLastCalledWith(['ind_1']);
  });

  it('adds pasted values and names those it does not know', async () => {
    const onChange = vi.fn();
    render(<Picker start={['ind_1']} onChange={onChange} />);
    const { input } = await open();
    fireEvent.paste(input, {
      clipboardData: { getData: () => 'machinery\nCars\r\n"Shipping"\nmachinery\n' },
    });
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(['ind_1', 'ind_2']));
    expect(screen.getByText('Not added: Shipping')).toBeInTheDocument();
    expect(screen.getByText(/4 pasted:/).closest('p')).toHaveTextContent(
      '4 pasted: 2 known, 1 in no record, 1 repeated.',
    );
  });

  it('keeps pasted values that nobody has where any text will do, until they are left out', async () => {
    const onChange = vi.fn();
    const onDownload = vi.fn();
    const resolve = vi.fn(async () => ({
      found: [{ value: 'acme.com', label: 'acme.com' }],
      missing: ['https://nowhere.example'],
      kept: ['nowhere.example'],
    }));
    render(<PasteBox resolve={resolve} onChange={onChange} onDownload={onDownload} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /^Domain/ }));
    fireEvent.paste(await screen.findByRole('combobox', { name: 'Domain' }), {
      clipboardData: { getData: () => 'acme.com, https://nowhere.example, www.acme.com' },
    });
    await waitFor(() => expect(onChange).toHaveBeenLastCalledWith(['acme.com', 'nowhere.example']));
    expect(screen.getByText(/3 pasted:/).closest('p')).toHaveTextContent(
      '1 known, 1 in no record, 1 repeated',
    );
    await user.click(screen.getByRole('button', { name: 'Download the 1' }));
    expect(onDownload).toHaveBeenCalledWith(['https://nowhere.example']);
    await user.click(screen.getByRole('button', { name: 'Leave them out' }));
    expect(onChange).toHaveBeenLastCalledWith(['acme.com']);
    expect(screen.queryByRole('button', { name: 'Leave them out' })).toBeNull();
  });

  it('adds nothing and says so when pasted values cannot be looked up', async () => {
    const onChange = vi.fn();
    render(<PasteBox resolve={() => Promise.reject(new Error('offline'))} onChange={onChange} />);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /^Domain/ }));
    fireEvent.paste(await screen.findByRole('combobox', { name: 'Domain' }), {
      clipboardData: { getData: () => 'a.com, b.com' },
    });
    expect(await screen.findByText(/none was added/)).toBeVisible();
    expect(onChange).not.toHaveBeenCalled();
  });
});

function Fetched({ load }: { load: (query: string, signal: AbortSignal) => Promise<ComboOption[]> }) {
  return <MultiCombobox label="Technology" value={[]} onValueChange={() => {}} loadOptions={load} />;
}

describe('fetched options', () => {
  it('asks for the typed text and drops the request it no longer needs', async () => {
    const user = userEvent.setup();
    const signals: AbortSignal[] = [];
    const load = vi.fn(async (query: string, signal: AbortSignal): Promise<ComboOption[]> => {
      signals.push(signal);
      return query === 'sap' ? [{ value: 't1', label: 'SAP', count: 9 }] : [];
    });
    render(<Fetched load={load} />);
    await user.click(screen.getByRole('button', { name: /Technology/ }));
    await waitFor(() => expect(load).toHaveBeenCalledWith('', expect.anything()));
    await user.keyboard('sap');
    expect(await screen.findByRole('option', { name: /SAP/ })).toBeInTheDocument();
    expect(signals[0]?.aborted).toBe(true);
    expect(signals.at(-1)?.aborted).toBe(false);
  });

  it('says so when the values cannot be loaded', async () => {
    const user = userEvent.setup();
    render(<Fetched load={() => Promise.reject(new Error('offline'))} />);
    await user.click(screen.getByRole('button', { name: /Technology/ }));
    expect(await screen.findByText(/could not be loaded/)).toBeInTheDocument();
  });
});
