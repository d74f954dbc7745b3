import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { AlertDialog } from './alert-dialog.tsx';
import { Button } from './button.tsx';
import { categoryColour, distinctColours } from './category-colour.ts';
import { Field } from './field.tsx';
import { InlineEdit } from './inline-edit.tsx';
import { Input } from './input.tsx';
import { NumberInput } from './number-input.tsx';
import { splitPasted } from './pasted-values.ts';
import { parseTypedNumber } from './typed-number.ts';

describe('Button', () => {
  it('says why it is refused, stays reachable and does nothing', async () => {
    const user = userEvent.setup();
    const onClick = vi.fn();
    render(
      <Button reason="2 to settle" onClick={onClick}>
        Publish
      </Button>,
    );
    await user.tab();
    const button = screen.getByRole('button', { name: 'Publish' });
    expect(button).toHaveFocus();
    expect(button).toHaveAccessibleDescription('2 to settle');
    await user.keyboard('{Enter}');
    expect(onClick).not.toHaveBeenCalled();
  });

  it('does not submit twice while it is busy', async () => {
    const user = userEvent.setup();
    const onSubmit = vi.fn((event: React.FormEvent) => event.preventDefault());
    render(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy>
          Save
        </Button>
      </form>,
    );
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('Field', () => {
  it('ties label, hint and error to its control', () => {
    render(
      <Field label="Name" hint="Shown everywhere." error="Give the segment a name.">
        <Input />
      </Field>,
    );
    const input = screen.getByRole('textbox', { name: 'Name' });
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription('Give the segment a name. Shown everywhere.');
  });
});

function Employees({ onChange }: { onChange: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(500);
  return (
    <NumberInput
      aria-label="Employees"
      value={value}
      onValueChange={(next) => {
        setValue(next);
        onChange(next);
      }}
    />
  );
}

describe('NumberInput', () => {
  it('reads what people type and keeps what it cannot read', async () => {
    const user = userEvent.setup();
    const onChange = vi.fn();
    render(<Employees onChange={onChange} />);
    const input = screen.getByRole('textbox', { name: 'Employees' });
    await user.clear(input);
    expect(onChange).toHaveBeenLastCalledWith(null);
    await user.type(input, '1.2k');
    expect(onChange).toHaveBeenLastCalledWith(1200);
    await user.tab();
    expect(input).toHaveValue('1,200');
    await user.type(input, ' lots');
    await user.tab();
    expect(input).toHaveValue('1,200 lots');
    expect(input).toBeInvalid();
  });

  it.each([
    ['', null],
    ['1,234.5', 1234.5],
    ['$3.5m', 3_500_000],
    ['2bn', 2e9],
    ['-7', -7],
    ['12 %', 12],
    ['twelve', undefined],
    ['1-2', undefined],
    ['.', undefined],
  ])('%s is %s', (typed, expected) => expect(parseTypedNumber(typed)).toBe(expected));
});

describe('InlineEdit', () => {
  it('keeps what was typed beside the reason when it is refused', async () => {
    const user = userEvent.setup();
    const onSave = vi.fn(async (value: string) => (value === 'Taken' ? 'That name is taken.' : null));
    render(<InlineEdit label="Name" value="Old" onSave={onSave} />);
    await user.click(screen.getByRole('button', { name: 'Name: Old. Edit' }));
    await user.keyboard('Taken{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('That name is taken.');
    expect(screen.getByRole('textbox', { name: 'Name' })).toHaveValue('Taken');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('button', { name: 'Name: Old. Edit' })).toHaveFocus();
  });
});

describe('AlertDialog', () => {
  it('acts only after the word was typed', async () => {
    const user = userEvent.setup();
    const onAction = vi.fn();
    render(
      <AlertDialog
        trigger={<Button>Erase…</Button>}
        title="Erase 3 contacts?"
        action="Erase 3 contacts"
        typeToConfirm="ERASE"
        onAction={onAction}
      >
        This cannot be undone.
      </AlertDialog>,
    );
    await user.click(screen.getByRole('button', { name: 'Erase…' }));
    await user.click(screen.getByRole('button', { name: 'Erase 3 contacts' }));
    expect(onAction).not.toHaveBeenCalled();
    await user.type(screen.getByRole('textbox', { name: 'Type ERASE to confirm' }), 'ERASE');
    await user.click(screen.getByRole('button', { name: 'Erase 3 contacts' }));
    expect(onAction).toHaveBeenCalledOnce();
  });
});

describe('colours', () => {
  it('give a thing the same colour always, and ten things ten colours', () => {
    expect(['tie_1', 'tie_2', 'tie_a', 'tie_b'].map(categoryColour)).toEqual([1, 2, 10, 1]);
    expect(categoryColour('Machinery')).toBe(categoryColour('Machinery'));
    const ids = Array.from({ length: 10 }, (_, index) => `ter_${index}`);
    const colours = distinctColours(ids);
    expect(new Set(colours.values()).size).toBe(10);
    expect([...distinctColours([...ids].reverse())].sort()).toEqual([...colours].sort());
  });
});

describe('pasted values', () => {
  it('are cut at lines before commas, so that "Acme, Inc." stays whole', () => {
    expect(splitPasted('Acme, Inc.\nWexford\n')).toEqual(['Acme, Inc.', 'Wexford']);
    expect(splitPasted('a, b ,a')).toEqual(['a', 'b']);
    expect(splitPasted('"x";y\tz')).toEqual(['x', 'y', 'z']);
  });
});
