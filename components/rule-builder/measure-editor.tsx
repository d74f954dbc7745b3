'use client';
import { NumberInput } from '#components/ui/number-input.tsx';
import { Select } from '#components/ui/select.tsx';
import type { MeasureFunction, MeasureOperator } from '#lib/rules/ast.ts';
import type { DraftRelatedCondition } from '#lib/rules/draft.ts';
import { measureFunctionsFor, measureOperatorsFor } from '#lib/rules/operators.ts';
import { useRuleEditing } from './rule-editing.ts';
import { measureFunctionWords, measureSigns } from './words.ts';

type Change = (next: (node: DraftRelatedCondition) => DraftRelatedCondition, mergeKey?: string) => void;

const isRange = (operator: MeasureOperator) => operator === 'between' || operator === 'notBetween';

/** Another function or operator keeps what of the number still fits. */
function withMeasure(
  node: DraftRelatedCondition,
  measure: DraftRelatedCondition['measure'],
  operator: MeasureOperator,
): DraftRelatedCondition {
  const known = measureOperatorsFor(measure.fn);
  const next = known.includes(operator) ? operator : 'gte';
  const { value: before, ...rest } = node;
  const ends = Array.isArray(before) ? before : ([before ?? null, null] as [number | null, number | null]);
  const [low] = ends;
  const value = isRange(next) ? ends : (low ?? undefined);
  return { ...rest, measure, operator: next, ...(value === undefined ? {} : { value }) };
}

/** How many rows, or what number made of them, compared with what. */
export function MeasureEditor({
  condition,
  onChange,
  noun,
}: {
  condition: DraftRelatedCondition;
  onChange: Change;
  noun: string;
}) {
  const { catalog } = useRuleEditing();
  const { id, entity, measure, operator, value } = condition;
  const fields = [...catalog.fields.values()].filter((field) => field.entity === entity && !field.exact);
  const fitting = fields.filter(
    (field) => measure.fn !== 'count' && measureFunctionsFor(field.type).includes(measure.fn),
  );
  const ends = Array.isArray(value) ? value : [value ?? null, null];
  const setEnd = (index: 0 | 1, next: number | null) =>
    onChange((node) => {
      const { value: _before, ...rest } = node;
      if (!isRange(operator)) return next === null ? rest : { ...rest, value: next };
      const pair: [number | null, number | null] = [ends[0] ?? null, ends[1] ?? null];
      pair[index] = next;
      return { ...rest, value: pair };
    }, `measure ${id}`);
  const setFunction = (fn: MeasureFunction) => {
    if (fn === 'count') return onChange((node) => withMeasure(node, { fn }, operator));
    const field = fields.find((one) => measureFunctionsFor(one.type).includes(fn));
    onChange((node) => withMeasure(node, field ? { fn, field: field.key } : { fn }, operator));
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Select
        label="What is measured"
        value={measure.fn}
        options={(Object.keys(measureFunctionWords) as MeasureFunction[]).map((fn) => ({
          value: fn,
          label: measureFunctionWords[fn],
        }))}
        onValueChange={setFunction}
      />
      {measure.fn === 'count' ? (
        <span className="text-ink-2">of {noun}</span>
      ) : (
        <Select
          label="Field that is measured"
          value={measure.field ?? null}
          options={fitting.map((field) => ({ value: field.key, label: field.label }))}
          onValueChange={(field) =>
            onChange((node) => ({ ...node, measure: { fn: measure.fn, field } }) as DraftRelatedCondition)
          }
        />
      )}
      <Select
        label="Compared how"
        value={operator}
        options={measureOperatorsFor(measure.fn).map((key) => ({ value: key, label: measureSigns[key] }))}
        onValueChange={(next) => onChange((node) => withMeasure(node, node.measure, next))}
      />
      <NumberInput
        aria-label={isRange(operator) ? 'From' : 'Number'}
        size="md"
        className="w-20"
        value={ends[0] ?? null}
        onValueChange={(next) => setEnd(0, next)}
      />
      {isRange(operator) && (
        <NumberInput
          aria-label="To"
          size="md"
          className="w-20"
          value={ends[1] ?? null}
          onValueChange={(next) => setEnd(1, next)}
        />
      )}
    </div>
  );
}
