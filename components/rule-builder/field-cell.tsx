'use client';
import { Combobox } from '#components/ui/combobox.tsx';
import type { Field, FieldEntity } from '#lib/rules/catalog.ts';
import { fieldLabel, fieldOptions } from './field-options.ts';
import { DataIcon, fieldIcon } from './icons.tsx';
import { cellButtonClass } from './pill.tsx';
import { useRuleEditing } from './rule-editing.ts';

/** Which field a condition asks; opens the list of all fields. */
export function FieldCell({
  field,
  name,
  entity,
  onChange,
}: {
  field: Field;
  name: string;
  entity: FieldEntity;
  onChange: (name: string) => void;
}) {
  const { catalog } = useRuleEditing();
  const label = fieldLabel({ name, field });
  return (
    <Combobox
      label="Field"
      value={name}
      onValueChange={(next) => onChange(next)}
      options={fieldOptions(catalog, entity)}
      trigger={
        <button type="button" aria-label={`Field: ${label}`} className={cellButtonClass}>
          <DataIcon icon={fieldIcon(field)} />
          <span data-struck className="truncate font-medium">
            {label}
          </span>
        </button>
      }
    />
  );
}
