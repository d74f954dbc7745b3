'use client';
import { Plus } from 'lucide-react';
import { useCallback, useMemo } from 'react';
import { saveTable } from '#components/table/save-file.ts';
import { Chip } from '#components/ui/chip.tsx';
import { MultiCombobox } from '#components/ui/multi-combobox.tsx';
import type { FieldEntity } from '#lib/rules/catalog.ts';
import { valueLabel } from '#lib/rules/value-label.ts';
import { entityWords } from '../words.ts';
import { valueCellClass } from '../pill.tsx';
import { useRuleEditing } from '../rule-editing.ts';
import { lookUpPasted, seenLabel, valuesLoader } from './load-values.ts';
import type { ValueProps } from './value-props.ts';

const SHOWN = 2;
const countedWords: Partial<Record<FieldEntity, { many: string }>> = entityWords;

/** Several values: chips, and a list with counts in which many can be pasted. */
export function TextsValue({ field, name, entity, types, value, onChange, autoOpen }: ValueProps) {
  const { catalog, draft } = useRuleEditing();
  // Of a technology there is one row an account; of a signal or a deal there may be many.
  const counted = entity === 'technology' || entity === draft.entity ? undefined : countedWords[entity];
  const chosen = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const labelOf = (one: string) => {
    const label = valueLabel(field, one, catalog);
    return label === one ? (seenLabel(entity, name, one) ?? one) : label;
  };
  const load = useMemo(() => valuesLoader({ entity, name, types }), [entity, name, types]);
  const takesAnything = field.type === 'text';
  const resolve = useCallback(
    (texts: string[]) => lookUpPasted({ entity, name, types }, texts, takesAnything),
    [entity, name, types, takesAnything],
  );
  const change = (next: string[]) => onChange(next.length > 0 ? next : undefined);
  const rest = chosen.length - SHOWN;
  const noun = field.label.toLowerCase();

  return (
    <span className={valueCellClass}>
      {chosen.slice(0, SHOWN).map((one) => (
        <Chip
          key={one}
          outline={field.type === 'ref'}
          {...(field.type === 'ref' ? { colourOf: one } : {})}
          name={labelOf(one)}
          onRemove={() => change(chosen.filter((kept) => kept !== one))}
        >
          <span data-struck>{labelOf(one)}</span>
        </Chip>
      ))}
      <MultiCombobox
        label={`Values of ${field.label}`}
        value={chosen}
        onValueChange={change}
        loadOptions={load}
        {...(counted ? { countNoun: counted.many } : {})}
        labelOf={labelOf}
        resolvePasted={resolve}
        onDownloadMissing={(texts) =>
          void saveTable(
            {
              name: `${field.label} in no record`,
              columns: [{ header: field.label }],
              rows: texts.map((text) => [text]),
            },
            'csv',
          )
        }
        defaultOpen={autoOpen}
        trigger={
          <button
            type="button"
            data-value
            aria-label={
              chosen.length === 0
                ? `Choose at least one ${noun}`
                : `${rest > 0 ? `+${rest}: c` : 'C'}hange the values of ${field.label}`
            }
            className="flex h-5 items-center rounded-1 px-0.5 text-12 text-ink-3 hover:bg-hover hover:text-ink"
          >
            {chosen.length === 0 ? (
              <span className="px-1 text-13">Choose at least one {noun}</span>
            ) : rest > 0 ? (
              <span className="rounded-1 px-1 leading-[18px] inset-ring inset-ring-line-strong">+{rest}</span>
            ) : (
              <Plus className="size-3.5" aria-hidden />
            )}
          </button>
        }
      />
    </span>
  );
}
