import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { NumberInput } from './number-input.tsx';

function Form({ onSend }: { onSend: (value: number | null) => void }) {
  const [value, setValue] = useState<number | null>(50);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onSend(value);
      }}
    >
      <NumberInput aria-label="Cap" value={value} onValueChange={setValue} />
      <button type="submit">Save</button>
    </form>
  );
}

it('keeps what is not a number, and lets no form be sent with the number before it', async () => {
  const onSend = vi.fn();
  render(<Form onSend={onSend} />);
  const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cap' });
  await userEvent.clear(field);
  await userEvent.type(field, 'NaN');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSend).not.toHaveBeenCalled();
  expect(field).toHaveValue('NaN');
  expect(field.validationMessage).toBe('Write a number, for example 1,200 or 1.2k.');
  await userEvent.clear(field);
  await userEvent.type(field, '1.2k');
  await userEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect(onSend.mock.calls).toEqual([[1200]]);
});
