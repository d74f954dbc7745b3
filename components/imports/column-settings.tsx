'use client';
import { SlidersHorizontal } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Checkbox } from '#components/ui/checkbox.tsx';
import { Field } from '#components/ui/field.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { Select } from '#components/ui/select.tsx';
import type { ColumnMapping } from '#lib/imports/options.ts';
import type { FieldChoiceList } from './field-choice.tsx';

type Change = (change: { [K in keyof ColumnMapping]?: ColumnMapping[K] | undefined }) => void;

const scales = [
  { value: '1', label: 'As written' },
  { value: '1000', label: 'In thousands' },
  { value: '1000000', label: 'In millions' },
  { value: '1000000000', label: 'In billions' },
];
const marks = [
  { value: 'auto', label: 'As found in the file' },
  { value: 'point', label: 'Point: 1,234.5' },
  { value: 'comma', label: 'Comma: 1.234,5' },
] as const;
const ranges = [
  { value: 'low', label: 'Low end of a range' },
  { value: 'mid', label: 'Middle of a range' },
  { value: 'high', label: 'High end of a range' },
] as const;
const formats = [
  { value: 'auto', label: 'As found in the file' },
  { value: 'M/D/YYYY', label: 'Month first: M/D/YYYY' },
  { value: 'D/M/YYYY', label: 'Day first: D/M/YYYY' },
  { value: 'YYYY-MM-DD', label: 'Year first: YYYY-MM-DD' },
];
const parts = [
  { value: 'all', label: 'The whole cell' },
  { value: 'first', label: 'First name' },
  { value: 'last', label: 'Last name' },
  { value: 'city', label: 'City of “City, State”' },
  { value: 'state', label: 'State of “City, State”' },
];
const empties = [
  { value: 'default', label: 'As chosen below the table' },
  { value: 'keep', label: 'Keeps what is there' },
  { value: 'clear', label: 'Clears it' },
];
const accountKeys = [
  ['externalId', 'CRM id'],
  ['domain', 'Domain or e-mail address'],
  ['name', 'Name'],
] as const;

/** The settings of one column: unit, range, date order, pieces, empties, merged spellings. */
export function ColumnSettings({
  column,
  mapping,
  field,
  onChange,
}: {
  column: string;
  mapping: ColumnMapping;
  field: FieldChoiceList[number] | undefined;
  onChange: Change;
}) {
  const type = field?.type ?? 'text';
  const isNumber = (type === 'number' || type === 'money') && mapping.field !== 'foundedYear';
  const isDate = type === 'day' || type === 'instant';
  const namesAccount = mapping.field === 'account' || mapping.field === 'parent';
  const merged = Object.entries(mapping.values ?? {});
  return (
    <Popover
      label={`Settings of ${column}`}
      align="end"
      trigger={
        <IconButton label={`Settings of ${column}`} size="sm" variant="ghost">
          <SlidersHorizontal />
        </IconButton>
      }
    >
      <div className="grid w-64 gap-3">
        {isNumber && (
          <>
            <Field label="Unit">
              <Select
                size="lg"
                value={String(mapping.scale ?? 1)}
                onValueChange={(value) => onChange({ scale: value === '1' ? undefined : Number(value) })}
                options={scales}
              />
            </Field>
            <Field label="Decimals">
              <Select
                size="lg"
                value={typeof mapping.number === 'string' ? mapping.number : 'auto'}
                onValueChange={(value) => onChange({ number: value === 'auto' ? undefined : value })}
                options={[...marks]}
              />
            </Field>
            <Field label="A range such as 51-200">
              <Select
                size="lg"
                value={mapping.range ?? 'low'}
                onValueChange={(value) => onChange({ range: value })}
                options={[...ranges]}
              />
            </Field>
          </>
        )}
        {isDate && (
          <Field label="Dates">
            <Select
              size="lg"
              value={mapping.format ?? 'auto'}
              onValueChange={(value) => onChange({ format: value === 'auto' ? undefined : value })}
              options={formats}
            />
          </Field>
        )}
        {(type === 'text' || type === 'category') && !field?.isLink && (
          <Field label="What of the cell">
            <Select
              size="lg"
              value={typeof mapping.part === 'string' ? mapping.part : 'all'}
              onValueChange={(value) => onChange({ part: value === 'all' ? undefined : (value as 'first') })}
              options={parts}
            />
          </Field>
        )}
        {type === 'tags' && (
          <Field label="Split at" hint="Left empty: semicolon, bar or comma, as found.">
            <Input
              size="lg"
              value={mapping.split ?? ''}
              maxLength={5}
              onChange={(event) => onChange({ split: event.target.value || undefined })}
            />
          </Field>
        )}
        {namesAccount && (
          <fieldset className="grid gap-1.5">
            <legend className="mb-1 text-12 text-ink-2">The cell names the account by</legend>
            {accountKeys.map(([key, label]) => {
              const current = mapping.match ?? ['externalId', 'domain', 'name'];
              return (
                <Checkbox
                  key={key}
                  checked={current.includes(key)}
                  onCheckedChange={(checked) => {
                    const next = accountKeys
                      .map(([name]) => name)
                      .filter((name) => (name === key ? checked === true : current.includes(name)));
                    if (next.length > 0) onChange({ match: next });
                  }}
                >
                  {label}
                </Checkbox>
              );
            })}
          </fieldset>
        )}
        <Field label="Words that mean empty" hint="Separated by commas, for example: NaN, 00/00/0000">
          <Input
            size="lg"
            defaultValue={(mapping.empty ?? []).join(', ')}
            onBlur={(event) => {
              const words = event.target.value
                .split(',')
                .map((word) => word.trim())
                .filter(Boolean);
              if (words.join() !== (mapping.empty ?? []).join())
                onChange({ empty: words.length > 0 ? words : undefined });
            }}
          />
        </Field>
        <Field label="An empty cell">
          <Select
            size="lg"
            value={mapping.onEmpty ?? 'default'}
            onValueChange={(value) =>
              onChange({ onEmpty: value === 'default' ? undefined : (value as 'keep') })
            }
            options={empties}
          />
        </Field>
        {merged.length > 0 && (
          <div>
            <div className="mb-1 text-12 text-ink-2">Merged spellings</div>
            <ul className="grid gap-0.5">
              {merged.map(([from, to]) => (
                <li key={from} className="flex items-center gap-1.5">
                  <span className="truncate font-mono text-12">{from}</span>
                  <span aria-hidden className="text-ink-3">
                    →
                  </span>
                  <span className="truncate font-medium">{to ?? 'empty'}</span>
                  <Button
                    variant="link"
                    className="ml-auto"
                    aria-label={`Do not merge ${from}`}
                    onClick={() => {
                      const rest = Object.fromEntries(merged.filter(([word]) => word !== from));
                      onChange({ values: Object.keys(rest).length > 0 ? rest : undefined });
                    }}
                  >
                    Undo
                  </Button>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </Popover>
  );
}
