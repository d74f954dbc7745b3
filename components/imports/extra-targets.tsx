'use client';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { Combobox } from '#components/ui/combobox.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { Popover } from '#components/ui/popover.tsx';
import type { ImportOptions } from '#lib/imports/options.ts';
import type { FieldChoiceList } from './field-choice.tsx';
import { addField, setConstant } from './options-draft.ts';

/** Below the table: a column into a second field, the same value for every row. */
export function ExtraTargets({
  options,
  columns,
  fields,
  onChange,
}: {
  options: ImportOptions;
  columns: string[];
  fields: FieldChoiceList;
  onChange: (next: ImportOptions) => void;
}) {
  const constants = Object.entries(options.constants);
  const labelOf = (key: string) => fields.find((field) => field.key === key)?.label ?? key;
  return (
    <div className="flex flex-wrap items-center gap-1 px-2 py-2">
      <SecondField
        columns={columns}
        fields={fields}
        onAdd={(column, field) => onChange(addField(options, column, field))}
      />
      <SameValue
        fields={fields.filter((field) => !field.isLink)}
        onAdd={(field, value) => onChange(setConstant(options, field, value))}
      />
      {constants.map(([key, value]) => (
        <Chip
          key={key}
          outline
          onRemove={() => onChange(setConstant(options, key, null))}
          name={`${labelOf(key)} = ${String(value)}`}
        >
          {labelOf(key)} = {String(value)} in every row
        </Chip>
      ))}
    </div>
  );
}

const fieldOptions = (fields: FieldChoiceList) =>
  fields.map((field) => ({ value: field.key, label: field.label }));

function SecondField({
  columns,
  fields,
  onAdd,
}: {
  columns: string[];
  fields: FieldChoiceList;
  onAdd: (column: string, field: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [column, setColumn] = useState<string | null>(null);
  const [field, setField] = useState<string | null>(null);
  return (
    <Popover
      label="Feed a column into a second field"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost">
          <Plus aria-hidden />
          Feed a column into a second field
        </Button>
      }
    >
      <div className="grid w-64 gap-3">
        <Field label="Column">
          <Combobox
            size="lg"
            label="Column"
            value={column}
            onValueChange={setColumn}
            options={columns.map((name) => ({ value: name, label: name }))}
          />
        </Field>
        <Field label="Field">
          <Combobox
            size="lg"
            label="Field"
            value={field}
            onValueChange={setField}
            options={fieldOptions(fields)}
          />
        </Field>
        <Button
          variant="primary"
          {...(column && field ? {} : { reason: 'Choose a column and a field.' })}
          onClick={() => {
            if (!column || !field) return;
            onAdd(column, field);
            setOpen(false);
          }}
        >
          Add
        </Button>
      </div>
    </Popover>
  );
}

function SameValue({
  fields,
  onAdd,
}: {
  fields: FieldChoiceList;
  onAdd: (field: string, value: string) => void;
}) {
  const [open, setOpen] = useState(false);
  const [field, setField] = useState<string | null>(null);
  const [value, setValue] = useState('');
  return (
    <Popover
      label="Same value for every row"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost">
          <Plus aria-hidden />
          Same value for every row
        </Button>
      }
    >
      <form
        className="grid w-64 gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (!field || value.trim() === '') return;
          onAdd(field, value.trim());
          setOpen(false);
        }}
      >
        <Field label="Field">
          <Combobox
            size="lg"
            label="Field"
            value={field}
            onValueChange={setField}
            options={fieldOptions(fields)}
          />
        </Field>
        <Field label="Value">
          <Input size="lg" value={value} onChange={(event) => setValue(event.target.value)} />
        </Field>
        <Button
          type="submit"
          variant="primary"
          {...(field && value.trim() !== '' ? {} : { reason: 'Choose a field and type a value.' })}
        >
          Add
        </Button>
      </form>
    </Popover>
  );
}
