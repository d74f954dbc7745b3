'use client';
import { useMemo } from 'react';
import { ChevronDown } from 'lucide-react';
import { Combobox, comboTriggerClass } from '#components/ui/combobox.tsx';
import { cn } from '#components/ui/cn.ts';
import type { ComboOption } from '#components/ui/combo-options.ts';
import type { ImportFieldList } from '#lib/imports/import-view.ts';
import { typeWords } from './words.ts';

const LEAVE_OUT = '#none';
const NEW_FIELD = '#new';

export type FieldChoiceList = ImportFieldList['entities'][number]['fields'];

/** The field that a column feeds, found by typing. */
export function FieldChoice({
  column,
  value,
  isNewField,
  fields,
  allowsNewField,
  onChoose,
}: {
  column: string;
  value: string | null;
  isNewField: boolean;
  fields: FieldChoiceList;
  allowsNewField: boolean;
  onChoose: (choice: { field: string | null; isNewField: boolean }) => void;
}) {
  const options = useMemo((): ComboOption[] => {
    const known = fields.map((field) => ({
      value: field.key,
      label: field.label,
      hint: typeWords[field.type] ?? field.type,
    }));
    const own = allowsNewField ? [{ value: NEW_FIELD, label: 'New custom field' }] : [];
    return [{ value: LEAVE_OUT, label: 'Leave out' }, ...own, ...known];
  }, [fields, allowsNewField]);
  const shown = isNewField ? NEW_FIELD : (value ?? LEAVE_OUT);
  const isOut = shown === LEAVE_OUT;
  const field = fields.find((entry) => entry.key === value);
  const text = isOut ? 'Leave out' : isNewField ? 'New custom field' : (field?.label ?? value ?? '');
  const typeWord = field ? (typeWords[field.type] ?? field.type) : '';
  return (
    <Combobox
      label={`Field for ${column}`}
      value={shown}
      valueLabel={value ?? 'Leave out'}
      options={options}
      onValueChange={(chosen) =>
        onChoose({
          field: chosen === LEAVE_OUT || chosen === NEW_FIELD ? null : chosen,
          isNewField: chosen === NEW_FIELD,
        })
      }
      trigger={
        <button
          type="button"
          aria-label={`Field for ${column}: ${text}${typeWord === '' ? '' : ` ${typeWord}`}`}
          className={cn(comboTriggerClass, 'w-full', isOut && 'border-dashed bg-transparent text-ink-3')}
        >
          <span className={cn('truncate', !isOut && 'font-medium')}>{text}</span>{' '}
          {field && (
            <span className="shrink-0 text-12 text-ink-3">{typeWords[field.type] ?? field.type}</span>
          )}
          <ChevronDown className="ml-auto size-3.5 shrink-0 text-ink-3" aria-hidden />
        </button>
      }
    />
  );
}
