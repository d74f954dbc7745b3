import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { Field } from './field.tsx';
import { Input } from './input.tsx';

const taken = 'This name is taken. Choose another.';

function NameForm({ refuses = () => taken }: { refuses?: (name: string) => string | undefined }) {
  const [name, setName] = useState('Core');
  const [refusal, setRefusal] = useState<string>();
  async function save(): Promise<void> {
    setRefusal(undefined);
    await Promise.resolve();
    setRefusal(refuses(name));
  }
  return (
    <>
      <Field label="Name" refusal={refusal}>
        <Input value={name} onChange={(event) => setName(event.target.value)} />
      </Field>
      <button onClick={() => void save()}>Save</button>
    </>
  );
}

describe('a refusal beside a field', () => {
  it('goes as soon as the value is another one, and is said again when that is refused too', async () => {
    const user = userEvent.setup();
    render(<NameForm />);
    const input = screen.getByRole('textbox', { name: 'Name' });
    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(taken);
    expect(input).toBeInvalid();

    await user.type(input, '2');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(input).toBeValid();

    await user.click(screen.getByRole('button', { name: 'Save' }));
    expect(await screen.findByRole('alert')).toHaveTextContent(taken);
  });

  it('comes back with the very value that was refused', async () => {
    const user = userEvent.setup();
    render(<NameForm />);
    await user.click(screen.getByRole('button', { name: 'Save' }));
    await screen.findByRole('alert');
    await user.type(screen.getByRole('textbox', { name: 'Name' }), '2{Backspace}');
    expect(screen.getByRole('alert')).toBeVisible();
  });

  it('goes from a control that keeps its own value', async () => {
    const user = userEvent.setup();
    render(
      <Field label="Password" refusal="Use at least 10 characters.">
        <Input type="password" name="password" />
      </Field>,
    );
    expect(screen.getByRole('alert')).toBeVisible();
    await user.type(screen.getByLabelText('Password'), 'x');
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('leaves what is wrong with the value as it is now', async () => {
    const user = userEvent.setup();
    render(
      <Field label="Day" error="Choose a day after today.">
        <Input />
      </Field>,
    );
    await user.type(screen.getByRole('textbox', { name: 'Day' }), '1');
    expect(screen.getByRole('alert')).toBeVisible();
  });
});
