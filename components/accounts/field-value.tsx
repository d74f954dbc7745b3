'use client';
import { useState } from 'react';
import { Combobox } from '#components/ui/combobox.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { InlineEdit } from '#components/ui/inline-edit.tsx';
import { Select } from '#components/ui/select.tsx';
import { toastError } from '#components/ui/toast.ts';
import { api } from '#components/api-client.ts';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { parseTypedNumber } from '#components/ui/typed-number.ts';
import { fieldValuesShape } from '#lib/shared/preview-shapes.ts';
import type { RecordField } from '#lib/shared/account-shapes.ts';
import { searchAnswer } from '#lib/shared/search-shapes.ts';

const NONE = 'none';
type Save = (value: RecordField['value']) => Promise<string | null>;

/** Accounts whose name has the text in it. */
async function findAccounts(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  if (query.trim() === '') return [];
  const { items } = await api(`/search?q=${encodeURIComponent(query)}`, { schema: searchAnswer, signal });
  return items
    .filter((item) => item.kind === 'Accounts')
    .map((item) => ({ value: item.id, label: item.label, hint: item.hint ?? undefined }));
}

const categoryLoaders = new Map<string, (query: string, signal: AbortSignal) => Promise<ComboOption[]>>();

/** The values of a category with their counts, what was typed as a new one, and the way to clear it. */
function categoryLoader(entity: 'account' | 'contact', key: string) {
  const name = `${entity}.${key}`;
  const known = categoryLoaders.get(name);
  if (known) return known;
  const load = async (query: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const asked = new URLSearchParams({ entity, field: key, search: query, limit: '50' });
    const { items } = await api(`/fields/values?${asked}`, { schema: fieldValuesShape, signal });
    const typed = query.trim();
    const isNew = typed !== '' && !items.some(({ label }) => label.toLowerCase() === typed.toLowerCase());
    return [
      ...items,
      ...(isNew ? [{ value: typed, label: `Use “${typed}”` }] : []),
      ...(typed === '' ? [{ value: '', label: 'Clear the value' }] : []),
    ];
  };
  categoryLoaders.set(name, load);
  return load;
}

/** One value where it stands: shown, or with a control that fits its type. */
export function FieldValue({
  entity,
  field,
  shown,
  mayEdit,
  onSave,
}: {
  entity: 'account' | 'contact';
  field: RecordField;
  shown: string;
  mayEdit: boolean;
  onSave: Save;
}) {
  const [isDating, setDating] = useState(false);
  if (!mayEdit) {
    return shown === '' ? <span className="text-ink-3">unknown</span> : <Shown field={field} shown={shown} />;
  }
  const saveOrSay = (value: RecordField['value']) => {
    void onSave(value).then((problem) => problem !== null && toastError(problem));
  };
  if (field.type === 'boolean') {
    return (
      <Select
        size="sm"
        variant="ghost"
        label={field.label}
        value={field.value === null ? NONE : String(field.value)}
        onValueChange={(value) => saveOrSay(value === NONE ? null : value === 'true')}
        options={[
          ...(field.key === 'optedOut' && field.value !== null ? [] : [{ value: NONE, label: 'unknown' }]),
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ]}
      />
    );
  }
  if (field.type === 'day') {
    if (!isDating) {
      return (
        <button
          type="button"
          aria-label={shown ? `${field.label}: ${shown}. Edit` : `${field.label}: Add`}
          onClick={() => setDating(true)}
          className="-mx-1.5 rounded-1 px-1.5 text-left hover:bg-hover"
        >
          {shown || <span className="text-ink-3">Add</span>}
        </button>
      );
    }
    return (
      <DateInput
        autoFocus
        aria-label={field.label}
        value={typeof field.value === 'string' ? field.value : ''}
        onValueChange={(day) => saveOrSay(day === '' ? null : day)}
        onBlur={() => setDating(false)}
      />
    );
  }
  if (field.type === 'ref' && field.refKind === 'account') {
    return (
      <Combobox
        label={field.label}
        value={typeof field.value === 'string' ? field.value : null}
        valueLabel={shown}
        placeholder="Add"
        loadOptions={findAccounts}
        onValueChange={saveOrSay}
      />
    );
  }
  if (field.type === 'category') {
    return (
      <Combobox
        label={field.label}
        value={typeof field.value === 'string' ? field.value : null}
        valueLabel={shown}
        loadOptions={categoryLoader(entity, field.key)}
        onValueChange={(value) => saveOrSay(value === '' ? null : value)}
        trigger={
          <button
            type="button"
            aria-label={shown ? `${field.label}: ${shown}. Edit` : `${field.label}: Add`}
            className="-mx-1.5 max-w-full truncate rounded-1 px-1.5 text-left hover:bg-hover"
          >
            {shown || <span className="text-ink-3">Add</span>}
          </button>
        }
      />
    );
  }
  return (
    <InlineEdit
      value={editText(field, shown)}
      shown={shown}
      label={field.label}
      onSave={(typed) => {
        const read = readTyped(field, typed);
        return read.ok ? onSave(read.value) : read.problem;
      }}
      className="max-w-full"
    />
  );
}

function Shown({ field, shown }: { field: RecordField; shown: string }) {
  const isLink = ['website', 'linkedinUrl', 'crmUrl'].includes(field.key) && /^https?:\/\//.test(shown);
  if (!isLink) return <span className="break-words">{shown}</span>;
  return (
    <a href={shown} target="_blank" rel="noreferrer" className="truncate text-accent-ink hover:underline">
      {shown}
    </a>
  );
}

/** What stands in the input: numbers without their unit, lists with commas. */
function editText(field: RecordField, shown: string): string {
  if (field.value === null) return '';
  if (field.type === 'category' || field.type === 'ref') return shown;
  return Array.isArray(field.value) ? field.value.join(', ') : String(field.value);
}

function readTyped(
  field: RecordField,
  typed: string,
): { ok: true; value: RecordField['value'] } | { ok: false; problem: string } {
  if (typed === '') return { ok: true, value: null };
  if (field.type === 'tags') return { ok: true, value: typed.split(/[,;]/).map((tag) => tag.trim()) };
  if (field.type !== 'number' && field.type !== 'money') return { ok: true, value: typed };
  const number = parseTypedNumber(typed);
  return number === null || number === undefined
    ? { ok: false, problem: `${field.label} is a number, such as 1,200 or 1.5m.` }
    : { ok: true, value: number };
}
