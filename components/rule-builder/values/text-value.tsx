'use client';
import { useMemo } from 'react';
import { Combobox } from '#components/ui/combobox.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { valueLabel } from '#lib/rules/value-label.ts';
import { valueCellClass } from '../pill.tsx';
import { useRuleEditing } from '../rule-editing.ts';
import { valuesLoader } from './load-values.ts';
import type { ValueProps } from './value-props.ts';

/** One value: from the list for "is" on listed fields, typed for the rest ("contains", domains, names). */
export function TextValue(props: ValueProps) {
  const { field, operator } = props;
  const isListed = (operator === 'eq' || operator === 'ne') && field.type !== 'text';
  return isListed ? <ListedValue {...props} /> : <TypedValue {...props} />;
}

function ListedValue({ field, name, entity, types, value, onChange }: ValueProps) {
  const { catalog } = useRuleEditing();
  const load = useMemo(() => valuesLoader({ entity, name, types }), [entity, name, types]);
  const chosen = typeof value === 'string' ? value : null;
  const shown = chosen === null ? null : valueLabel(field, chosen, catalog);
  const noun = field.label.toLowerCase();
  return (
    <span className={valueCellClass}>
      <Combobox
        label={`Value of ${field.label}`}
        value={chosen}
        onValueChange={(next) => onChange(next)}
        loadOptions={load}
        trigger={
          <button
            type="button"
            data-value
            aria-label={shown === null ? `Choose a ${noun}` : `${field.label}: ${shown}. Change`}
            className="flex h-5 items-center rounded-1"
          >
            {shown === null ? (
              <span className="px-1 text-ink-3">Choose a {noun}</span>
            ) : (
              <Chip
                outline={field.type === 'ref'}
                {...(field.type === 'ref' && chosen ? { colourOf: chosen } : {})}
              >
                <span data-struck>{shown}</span>
              </Chip>
            )}
          </button>
        }
      />
    </span>
  );
}

function TypedValue({ field, value, onChange, autoOpen }: ValueProps) {
  return (
    <span className={valueCellClass}>
      <input
        data-value
        aria-label={`Value of ${field.label}`}
        autoFocus={autoOpen}
        autoComplete="off"
        spellCheck={false}
        placeholder="Type a text"
        value={typeof value === 'string' ? value : ''}
        onChange={(event) =>
          onChange(event.target.value === '' ? undefined : event.target.value, { isTyping: true })
        }
        className="h-[22px] max-w-60 min-w-20 rounded-1 bg-transparent px-1.5 [field-sizing:content] focus-visible:outline-offset-[-2px] max-sm:text-16"
      />
    </span>
  );
}
