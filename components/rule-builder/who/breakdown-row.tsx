'use client';
import { BreakdownBars, type BreakdownRow } from '#components/ui/breakdown-bars.tsx';
import { Select } from '#components/ui/select.tsx';
import { type Catalog, type Field, findField } from '#lib/rules/catalog.ts';
import type { DraftRule } from '#lib/rules/draft.ts';
import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import { mergeToBands } from '#lib/shared/number-bands.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { stateLabel } from '#lib/shared/states.ts';
import { fieldLabel, fieldsFor } from '../field-options.ts';
import { newNodeId } from '../new-id.ts';
import { useRuleEditing } from '../rule-editing.ts';

const SHOWN = 4;
const ROWS = 6;

export function isNumeric(field: Pick<Field, 'type'> | null): boolean {
  return field?.type === 'number' || field?.type === 'money';
}

/** Fields that people can be counted by. */
export function breakdownFields(catalog: Catalog, entity: 'account' | 'contact') {
  return fieldsFor(catalog, entity).filter(
    ({ field }) =>
      ['category', 'tags', 'ref', 'boolean', 'number', 'money'].includes(field.type) &&
      !/itude$/.test(field.key),
  );
}

function valueRows(
  rows: SegmentPreview['breakdowns'][string],
  labelOf: (value: string, label: string) => string,
): BreakdownRow[] {
  const known = rows.filter((row) => row.value !== null);
  const unknown = rows.find((row) => row.value === null);
  const shown = known.slice(0, known.length > SHOWN + 1 ? SHOWN : SHOWN + 1);
  const rest = known.slice(shown.length);
  return [
    ...shown.map(({ value, label, count }) => ({
      key: value ?? '',
      label: labelOf(value ?? '', label),
      count,
    })),
    ...(rest.length > 0
      ? [
          {
            key: 'other',
            label: `Other (${rest.length})`,
            count: rest.reduce((sum, row) => sum + row.count, 0),
            other: true,
          },
        ]
      : []),
    ...(unknown ? [{ key: 'unknown', label: 'Not known', count: unknown.count, other: true }] : []),
  ].slice(0, SHOWN + 2);
}

/** Bands of a number; a border such as 501 reads as "up to 500, from 501". */
function bandRows(
  histogram: SegmentPreview['histograms'][string],
  field: Field,
  currency: string,
): BreakdownRow[] {
  const format = (value: number) =>
    field.type === 'money'
      ? formatMoney(value, currency, { compact: true })
      : formatNumber(value, { digits: 2 });
  const merged = mergeToBands(`${field.entity}.${field.key}`, histogram.bins);
  const last = merged.length - 1;
  const isWhole = merged.every((band) => Number.isInteger(band.from) && band.to - band.from > 1);
  const bands = merged.map(({ from, to, count }, index) => ({
    key: `${from}:${index === last ? to : isWhole ? to - 1 : to}`,
    label: `${format(from)}–${format(index === last ? to : isWhole && field.type === 'number' ? to - 1 : to)}`,
    count,
  }));
  const filled = bands.filter((band) => band.count > 0);
  const room = ROWS - (histogram.missing > 0 ? 1 : 0);
  const most = [...filled].sort((a, b) => b.count - a.count).slice(0, filled.length > room ? room - 1 : room);
  const rest = filled.filter((band) => !most.includes(band));
  return [
    ...filled.filter((band) => most.includes(band)),
    ...(rest.length > 0
      ? [
          {
            key: 'other',
            label: `Other (${rest.length})`,
            count: rest.reduce((sum, band) => sum + band.count, 0),
            other: true,
          },
        ]
      : []),
    ...(histogram.missing > 0
      ? [{ key: 'unknown', label: 'Not known', count: histogram.missing, other: true }]
      : []),
  ];
}

/** Three fields that the members are counted by; picking a value adds it as a condition. */
export function BreakdownColumns({
  fields,
  onFields,
  preview,
  stale,
}: {
  fields: readonly string[];
  onFields: (fields: string[]) => void;
  preview: SegmentPreview | null;
  stale: boolean;
}) {
  const { catalog, draft, add, words, isReadOnly } = useRuleEditing();
  const options = breakdownFields(catalog, draft.entity).map((named) => ({
    value: named.name,
    label: fieldLabel(named),
  }));
  return (
    <div className="grid shrink-0 grid-cols-3 border-b border-line py-2 max-lg:grid-cols-1">
      {fields.map((name, index) => {
        const field = findField(catalog, draft.entity, name);
        const values = preview?.breakdowns[name];
        const histogram = preview?.histograms[name];
        const rows = !field
          ? []
          : isNumeric(field)
            ? histogram
              ? bandRows(histogram, field, words.currency ?? 'USD')
              : []
            : values
              ? valueRows(values, (value, label) => (field.key === 'state' ? stateLabel(value) : label))
              : [];
        return (
          <div key={`${index}-${name}`} className="min-h-38 min-w-0 border-line px-4 lg:not-first:border-l">
            <BreakdownBars
              // Paler by colour: small figures must stay readable while they are counted again.
              className={stale ? '[&_li]:text-ink-3' : ''}
              rows={rows}
              title={
                <Select
                  label={`Count by, ${index + 1} of ${fields.length}`}
                  value={name}
                  variant="ghost"
                  size="sm"
                  options={options}
                  onValueChange={(next) => onFields(fields.map((one, at) => (at === index ? next : one)))}
                  className="-ml-2 font-medium"
                />
              }
              {...(field && field.type !== 'boolean' && !isReadOnly
                ? { onPick: (key) => add(pickedRule(name, field, key), draft.root.id) }
                : {})}
            />
          </div>
        );
      })}
    </div>
  );
}

function pickedRule(name: string, field: Field, key: string): DraftRule {
  const condition = { id: newNodeId(), kind: 'field' as const, field: name };
  if (field.type === 'tags') return { ...condition, operator: 'hasAny', value: [key] };
  if (!isNumeric(field)) return { ...condition, operator: 'in', value: [key] };
  const [low = 0, high = 0] = key.split(':').map(Number);
  return { ...condition, operator: 'between', value: [low, high] };
}
