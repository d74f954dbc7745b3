import type { MeasureOperator, Rule } from '../../ast.ts';
import type { Field } from '../../catalog.ts';
import { measureMayBeMissing } from '../../operators.ts';
import { compareMeasure } from '../../to-predicate-related.ts';
import { readMeasureLogic } from '../json-logic-measure.ts';
import {
  asNumber,
  compareNumbers,
  type Comparison,
  comparisons,
  fieldComparison,
  mirrored,
  orMissing,
} from './read-compare.ts';
import { counted, measuredKey, readRows, type Rows, withKnown } from './read-rows.ts';
import { condition, fault, grouped, namedField, operationOf, type Reading, varName } from './reading.ts';
import { allOf, negated } from './tidy.ts';

type ReadNode = (node: unknown, path: string, reading: Reading) => Rule | null;

/** The field that a node names; null after a fault was noted. */
function fieldAt(node: unknown, path: string, reading: Reading): { key: string; field: Field } | null {
  const name = varName(node);
  const named = name === null ? null : namedField(name, reading);
  if (named) return named;
  if (name === null)
    return fault(reading, path, 'Fields are compared with values here, not with each other or with sums.');
  return fault(reading, path, `There is no field "${name}" here.`, 'unknown_field');
}

/** `substr` of a field compared with a text of that length: it starts or ends so. */
function readSubstr(args: unknown[], text: unknown, path: string, reading: Reading): Rule | null {
  const [node, start, length] = args;
  const named = fieldAt(node, path, reading);
  if (!named) return null;
  if (typeof text === 'string' && text !== '') {
    if (start === 0 && length === text.length) return condition(named.key, 'startsWith', reading, text);
    if (start === -text.length && (length === undefined || length === text.length)) {
      return condition(named.key, 'endsWith', reading, text);
    }
  }
  return fault(reading, path, '"substr" can ask how a text starts or ends, with a text of just that length.');
}

/** A measure of related rows compared. JsonLogic takes the least of none for 0, so the rule may have to say "or none". */
function readMeasured(
  measured: NonNullable<ReturnType<typeof readMeasureLogic>>,
  operator: MeasureOperator,
  value: number | [number, number],
  place: { path: string; reading: Reading; read: ReadNode },
): Rule | null {
  const { path, reading, read } = place;
  const rows = readRows(measured.rows, path, reading, read);
  if (!rows) return null;
  if (measured.fn === 'count' || measured.key === null) return counted(rows, operator, value, reading);
  const field = measuredKey(rows.entity, measured.key, reading.catalog);
  if (field === null)
    return fault(reading, path, `There is no field "${measured.key}" here.`, 'unknown_field');
  const rule = counted(rows, operator, value, reading, { fn: measured.fn, field });
  const [low, high] = Array.isArray(value) ? value : [value, value];
  const mayMiss = measureMayBeMissing(measured.fn);
  const isOrdered = !['eq', 'ne', 'notBetween'].includes(operator);
  if (!mayMiss || !isOrdered || !compareMeasure(0, operator, { low, high })) return rule;
  return grouped('any', [rule, withoutKnown(rows, field, reading)], reading);
}

function withoutKnown(rows: Rows, field: string, reading: Reading): Rule {
  return counted(withKnown(rows, field, reading), 'eq', 0, reading);
}

function isRelative(node: unknown): boolean {
  return operationOf(node) !== null;
}

/** Two bounds with a value between them: both included, or neither. */
function readBetween(
  sign: '<' | '<=',
  args: unknown[],
  path: string,
  reading: Reading,
  read: ReadNode,
): Rule | null {
  const [low, node, high] = args;
  const [least, most] = [asNumber(low), asNumber(high)];
  const measured = readMeasureLogic(node);
  if (measured && least !== null && most !== null && sign === '<=') {
    return readMeasured(measured, 'between', [least, most], { path: `${path}/1`, reading, read });
  }
  const named = fieldAt(node, `${path}/1`, reading);
  if (!named) return null;
  const isNumber = named.field.type === 'number' || named.field.type === 'money';
  if (isNumber && sign === '<=' && least !== null && most !== null) {
    const nullPasses = compareNumbers(least, 'lte', 0) && compareNumbers(0, 'lte', most);
    const between = condition(named.key, 'between', reading, [least, most]);
    return orMissing(between, named.key, nullPasses, reading);
  }
  const asked = comparisons[sign] as Comparison;
  const above = fieldComparison(named, mirrored[asked], low, `${path}/0`, reading);
  const below = fieldComparison(named, asked, high, `${path}/2`, reading);
  return above && below && allOf([above, below], reading);
}

/** `==`, `<` and their like over a field or a measure and a literal, whichever stands first. */
export function readComparison(
  name: string,
  args: unknown[],
  path: string,
  reading: Reading,
  read: ReadNode,
): Rule | null {
  const asked = Object.hasOwn(comparisons, name) ? comparisons[name] : undefined;
  if (!asked)
    return fault(reading, path, `"${name}" is no operation that a segment's rule has.`, 'unknown_operation');
  if (args.length === 3 && (name === '<' || name === '<='))
    return readBetween(name, args, path, reading, read);
  if (args.length !== 2) return fault(reading, path, `"${name}" takes two values (got ${args.length}).`);
  const isFlipped = !isRelative(args[0]);
  const [node, value] = isFlipped ? [args[1], args[0]] : args;
  const at = `${path}/${isFlipped ? 1 : 0}`;
  if (isRelative(value) || !isRelative(node)) {
    return fault(
      reading,
      path,
      'A field is compared with one value, not with another field, and no two values with each other.',
    );
  }
  const seen = isFlipped ? mirrored[asked] : asked;
  const operation = operationOf(node);
  if (operation?.name === 'substr' && (seen === 'eq' || seen === 'ne')) {
    const rule = readSubstr(operation.args, value, at, reading);
    return rule && seen === 'ne' ? negated(rule, reading) : rule;
  }
  const measured = readMeasureLogic(node);
  const number = asNumber(value);
  if (measured && number !== null) return readMeasured(measured, seen, number, { path: at, reading, read });
  const named = fieldAt(node, at, reading);
  return named && fieldComparison(named, seen, value, `${path}/${isFlipped ? 0 : 1}`, reading);
}
