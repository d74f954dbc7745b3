'use client';
import { Input, type InputProps } from './input.tsx';

/** A calendar day as `YYYY-MM-DD`; the browser shows it in the reader's own order. */
export function DateInput({
  value,
  onValueChange,
  ...rest
}: Omit<InputProps, 'value' | 'type' | 'onChange'> & {
  value: string;
  onValueChange: (day: string) => void;
}) {
  return (
    <Input {...rest} type="date" value={value} onChange={(event) => onValueChange(event.target.value)} />
  );
}
