'use client';
import { valueShapeOf } from '#lib/rules/operators.ts';
import { NumberRangeValue, NumberValue } from './number-value.tsx';
import { TextValue } from './text-value.tsx';
import { TextsValue } from './texts-value.tsx';
import type { ValueProps } from './value-props.ts';
import { DateValueInput } from './date-value.tsx';
import { WindowValue } from './window-value.tsx';

/** The input for the value that the operator takes on this field, by the operator table. */
export function ValueInput(props: ValueProps) {
  switch (valueShapeOf(props.operator, props.field.type)) {
    case 'text':
      return <TextValue {...props} />;
    case 'texts':
      return <TextsValue {...props} />;
    case 'number':
      return <NumberValue {...props} />;
    case 'numberRange':
      return <NumberRangeValue {...props} />;
    case 'date':
    case 'dateRange':
      return <DateValueInput {...props} />;
    case 'window':
      return <WindowValue {...props} />;
    default:
      return null;
  }
}
