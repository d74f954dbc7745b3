import type { LucideIcon } from 'lucide-react';
import { findField } from '#lib/rules/catalog.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import type { DraftRule } from '#lib/rules/draft.ts';
import { firstOperators } from '#lib/rules/edit/change-field.ts';
import { presets } from '#lib/rules/presets.ts';
import { suggest } from '#lib/rules/typed-entry.ts';
import { valueLabel } from '#lib/rules/value-label.ts';
import { formatRate } from '#lib/shared/format.ts';
import { foldText } from '#lib/shared/text.ts';
import { fieldGroupLabels, fieldLabel, fieldsFor, type NamedField, typeWords } from './field-options.ts';
import { conditionIcon, fieldIcon, groupIcon } from './icons.tsx';
import { newNodeId } from './new-id.ts';
import { segmentChoices } from './segment-choices.ts';

/** One line of the add list: what it adds, with what there is to know about it. */
export type AddOption = {
  key: string;
  group: string;
  label: string;
  /** Type, fill rate, examples. */
  facts: string;
  Icon: LucideIcon;
  build: () => DraftRule;
};

export type AddContext = {
  catalog: Catalog;
  entity: 'account' | 'contact';
  valuesOf: (fieldKey: string) => readonly string[];
  /** Share of records that have a value, by `entity.key`. */
  fillRates: ReadonlyMap<string, number>;
  /** Today in the workspace, for days typed without a year. */
  todayOn?: number;
};

const EXAMPLES = 3;
const SHOWN_WHEN_TYPED = 40;

function factsOf({ field }: NamedField, { catalog, valuesOf, fillRates }: AddContext): string {
  const key = `${field.entity}.${field.key}`;
  const fill = fillRates.get(key);
  const examples = valuesOf(key)
    .slice(0, EXAMPLES)
    .map((value) => valueLabel(field, value, catalog));
  return [
    typeWords[field.type],
    ...(fill === undefined ? [] : [`${formatRate(fill, { digits: 0 })} filled`]),
    ...(examples.length > 0 ? [examples.join(', ')] : []),
  ].join(' · ');
}

function fieldAdds(context: AddContext): (AddOption & { words: string })[] {
  const order = Object.keys(fieldGroupLabels);
  return fieldsFor(context.catalog, context.entity)
    .sort((a, b) => order.indexOf(a.field.group) - order.indexOf(b.field.group))
    .map((named) => ({
      key: `field ${named.name}`,
      group: fieldGroupLabels[named.field.group],
      label: fieldLabel(named),
      facts: factsOf(named, context),
      Icon: fieldIcon(named.field),
      words: foldText([named.field.label, ...named.field.synonyms].join(' ')),
      build: () => ({
        id: newNodeId(),
        kind: 'field',
        field: named.name,
        operator: firstOperators[named.field.type],
      }),
    }));
}

function presetAdds({ entity }: AddContext): AddOption[] {
  const labels = { ...fieldGroupLabels, segments: 'Segments' };
  return presets.map((preset) => ({
    key: `preset ${preset.key}`,
    group: labels[preset.group],
    label: preset.label,
    facts: '',
    Icon: groupIcon(preset.group),
    build: () => preset.build(newNodeId, entity),
  }));
}

function segmentAdds({ catalog, entity }: AddContext): AddOption[] {
  return segmentChoices(catalog, entity).map((choice) => ({
    key: `segment ${choice.value}`,
    group: 'Segments',
    label: `In ${choice.label}`,
    facts: choice.hint ?? '',
    Icon: groupIcon('segments'),
    build: () => ({ id: newNodeId(), kind: 'segment', segmentId: choice.value, member: true }),
  }));
}

const groupOrder = [...Object.values(fieldGroupLabels), 'Segments'];

/** Keeps the lines of one group together, in the order in which groups are always shown. */
function grouped(options: AddOption[]): AddOption[] {
  const groups = groupOrder.filter((group) => options.some((option) => option.group === group));
  return groups.flatMap((group) => options.filter((option) => option.group === group));
}

function typedAdds(text: string, context: AddContext): AddOption[] {
  const { catalog, entity, valuesOf, todayOn } = context;
  const typed = { entity, newId: newNodeId, valuesOf, ...(todayOn === undefined ? {} : { todayOn }) };
  return suggest(text, catalog, typed).map(({ label, detail, rule }, index) => ({
    key: `typed ${index} ${label}`,
    group: 'As typed',
    label,
    facts: detail,
    Icon:
      rule.kind === 'group'
        ? groupIcon('segments')
        : conditionIcon(rule, rule.kind === 'field' ? findField(catalog, entity, rule.field) : null),
    build: () => rule,
  }));
}

/** What can be added: everything in groups while nothing is typed, else the likeliest readings and the fields that fit. */
export function addOptions(text: string, context: AddContext): AddOption[] {
  const typed = text.trim();
  if (typed === '') return grouped([...presetAdds(context), ...fieldAdds(context), ...segmentAdds(context)]);
  const wanted = foldText(typed);
  const readings = typedAdds(typed, context);
  const known = new Set(readings.map((option) => option.label.replace(/…$/, '')));
  const fields = fieldAdds(context).filter(({ words, label }) => words.includes(wanted) && !known.has(label));
  // A reading says the same in the words of the sentence: `In the segment TAM` beside `In TAM`.
  const asked = new Set(
    readings.flatMap(({ build }) => {
      const rule = build();
      return rule.kind === 'segment' && rule.member && !rule.change ? [`segment ${rule.segmentId}`] : [];
    }),
  );
  const segments = segmentAdds(context).filter(
    ({ label, key }) => foldText(label).includes(wanted) && !asked.has(key),
  );
  return [...readings, ...grouped(fields), ...segments].slice(0, SHOWN_WHEN_TYPED);
}
