import type { Operator, Value } from '../ast.ts';
import type { FieldType } from '../catalog.ts';
import { valueShapeOf } from '../operators.ts';

function textsIn(value: Value | undefined): string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function numbersIn(value: Value | undefined): number[] {
  if (typeof value === 'number') return [value];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : [];
}

function isWindow(value: Value | undefined): boolean {
  if (typeof value !== 'object' || Array.isArray(value)) return false;
  return !('ago' in value) && !('ahead' in value);
}

/**
 * As much of a value as still fits after its operator changed: a list keeps its first as single text, a number becomes
 * one end of a range only when both are known, windows and dates never turn into each other.
 */
export function fittingValue(
  value: Value | undefined,
  type: FieldType,
  before: Operator,
  after: Operator,
): Value | undefined {
  const shape = valueShapeOf(after, type);
  if (shape === valueShapeOf(before, type) && shape !== 'none') return value;
  switch (shape) {
    case 'text':
      return textsIn(value)[0];
    case 'texts': {
      const texts = textsIn(value);
      return texts.length > 0 ? texts : undefined;
    }
    case 'number':
      return numbersIn(value)[0];
    case 'numberRange': {
      const [low, high] = numbersIn(value);
      return low !== undefined && high !== undefined ? [low, high] : undefined;
    }
    case 'date': {
      const first = Array.isArray(value) ? value[0] : value;
      return first !== undefined && typeof first !== 'number' && !isWindow(first) ? first : undefined;
    }
    default:
      return undefined;
  }
}
