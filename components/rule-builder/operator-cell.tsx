'use client';
import { Select } from '#components/ui/select.tsx';
import type { Operator } from '#lib/rules/ast.ts';
import type { Field } from '#lib/rules/catalog.ts';
import { operatorsFor, operatorWords } from '#lib/rules/operators.ts';

/** The operator of a field condition; looks like text until it is pointed at. */
export function OperatorCell({
  field,
  operator,
  onChange,
}: {
  field: Field;
  operator: Operator;
  onChange: (operator: Operator) => void;
}) {
  return (
    <Select
      label={`${field.label}: operator`}
      value={operator}
      onValueChange={onChange}
      variant="ghost"
      options={operatorsFor(field).map((key) => ({ value: key, label: operatorWords(key, field.type) }))}
      className="h-auto min-h-[26px] rounded-none border-0 border-r border-line px-[9px] outline-offset-[-2px] max-sm:min-h-[26px] [&_svg]:hidden"
    />
  );
}
