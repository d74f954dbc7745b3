import { TriangleAlert } from 'lucide-react';
import type { Operator, Value } from '#lib/rules/ast.ts';
import { operatorWords } from '#lib/rules/operators.ts';
import { cellClass, Pill } from './pill.tsx';

function shown(value: Value | undefined): string | null {
  if (typeof value === 'string' || typeof value === 'number') return String(value);
  return Array.isArray(value)
    ? value.map((one) => (typeof one === 'object' ? '…' : String(one))).join(', ')
    : null;
}

/** A condition whose field is gone: it is shown, never quietly matched or skipped. */
export function BrokenPill({
  name,
  operator,
  value,
}: {
  name: string;
  operator: Operator;
  value: Value | undefined;
}) {
  const text = shown(value);
  return (
    <Pill tone="broken">
      <span className={cellClass}>
        <TriangleAlert className="-ml-px size-3.5" aria-hidden />
        <span className="font-medium">{name.replace(/^custom\./, '')} (removed)</span>
      </span>
      <span className={cellClass}>{operatorWords(operator, 'text')}</span>
      {text !== null && <span className={cellClass}>{text}</span>}
    </Pill>
  );
}
