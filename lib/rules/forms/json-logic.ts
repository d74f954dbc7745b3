import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import { appError, unreachable } from '#lib/shared/errors.ts';
import type { Catalog } from '../catalog.ts';
import { measureMayBeMissing } from '../operators.ts';
import { canonicalRef } from '../reference-ids.ts';
import type {
  Atom,
  AttributeAtom,
  ChangeAtom,
  PinAtom,
  Relational,
  RelatedAtom,
  ValueTest,
} from '../relational.ts';
import { catalogField, localKey } from '../resolved-fields.ts';
import type { DateBounds } from '../resolved.ts';
import { measureLogic } from './json-logic-measure.ts';
import { isLogicList, logicKey } from './json-logic-record.ts';

/** A JsonLogic rule (jsonlogic.com): only its standard operations, so that any implementation runs it. */
export type JsonLogic =
  | boolean
  | number
  | string
  | null
  | readonly JsonLogic[]
  | { [operation: string]: JsonLogic };

function both(parts: readonly JsonLogic[]): JsonLogic {
  const [only = true, ...others] = parts;
  return others.length === 0 ? only : { and: [...parts] };
}

function either(parts: readonly JsonLogic[]): JsonLogic {
  const [only = false, ...others] = parts;
  return others.length === 0 ? only : { or: [...parts] };
}

function within(value: JsonLogic, bounds: DateBounds): JsonLogic[] {
  const text = bounds.type === 'day' ? formatIsoDay : formatIsoInstant;
  return [
    ...(bounds.from === null ? [] : [{ '>=': [value, text(bounds.from)] }]),
    ...(bounds.to === null ? [] : [{ '<=': [value, text(bounds.to)] }]),
  ];
}

const comparisons = { eq: '===', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** Tests of a value that is known; JsonLogic would take a missing one for 0. */
function knownTest(value: JsonLogic, test: ValueTest): JsonLogic[] {
  switch (test.test) {
    case 'present':
      return [];
    case 'oneOf':
      return [{ in: [value, [...test.texts]] }];
    case 'contains':
      return [{ in: [test.text, value] }];
    case 'startsWith':
      return [{ '===': [{ substr: [value, 0, test.text.length] }, test.text] }];
    case 'endsWith':
      return [{ '===': [{ substr: [value, -test.text.length] }, test.text] }];
    case 'compare':
      return [{ [comparisons[test.operator]]: [value, test.number] }];
    case 'range':
      return [{ '<=': [test.low, value, test.high] }];
    case 'dates':
      return within(value, test.bounds);
    case 'is':
      return [{ '===': [value, test.boolean] }];
    default:
      return unreachable(test);
  }
}

function attribute(atom: AttributeAtom, catalog: Catalog): JsonLogic {
  const field = catalogField(catalog, atom.field);
  const key = logicKey(localKey(atom.field));
  const value = { var: atom.of === 'account' ? `account.${key}` : key };
  const { refKind } = field;
  const test: ValueTest =
    atom.test.test === 'oneOf' && refKind
      ? { test: 'oneOf', texts: atom.test.texts.map((id) => canonicalRef(refKind, id)) }
      : atom.test;
  if (isLogicList(field)) {
    return test.test === 'present'
      ? { '!!': [value] }
      : { some: [value, both(knownTest({ var: '' }, test))] };
  }
  return both([{ '!==': [value, null] }, ...knownTest(value, test)]);
}

function comparison(measured: JsonLogic, { operator, value }: RelatedAtom): JsonLogic {
  if (operator === 'between') return { '<=': [value.low, measured, value.high] };
  if (operator === 'notBetween') return { '!': [{ '<=': [value.low, measured, value.high] }] };
  if (operator === 'ne') return { '!==': [measured, value.low] };
  if (operator === 'known') return { '!==': [measured, null] };
  return { [comparisons[operator]]: [measured, value.low] };
}

function related(atom: RelatedAtom, catalog: Catalog): JsonLogic {
  const place = atom.scope === 'family' ? 'familyRows.' : '';
  const list = { var: `${atom.of === 'account' ? 'account.' : ''}${place}${atom.entity}` };
  const { window } = atom;
  const date = window && { var: logicKey(window.field) };
  const conditions = [
    ...(window && date ? [{ '!==': [date, null] }, ...within(date, window.bounds)] : []),
    ...(atom.where ? [print(atom.where, catalog)] : []),
  ];
  const rows = conditions.length === 0 ? list : { filter: [list, both(conditions)] };
  if (atom.measure.fn === 'count' && atom.operator === 'gte' && atom.value.low === 1) return { '!!': [rows] };
  const { fn, field: measuredField } = atom.measure;
  const field = measuredField && logicKey(localKey(measuredField));
  const measured = measureLogic(fn, field, rows);
  const mayMiss = measureMayBeMissing(fn);
  const some: JsonLogic =
    mayMiss && field ? { some: [rows, { '!==': [{ var: field }, null] }] } : { '!!': [rows] };
  return both([some, comparison(measured, atom)]);
}

function change({ of, segmentId, change: type, from, to }: ChangeAtom): JsonLogic {
  const list = { var: `${of === 'account' ? 'account.' : ''}memberships.${segmentId}` };
  const at = { var: type === 'entered' ? 'from' : 'to' };
  return { some: [list, both([{ '!==': [at, null] }, ...within(at, { type: 'instant', from, to })])] };
}

/** Pins are facts of this workspace, not of a record: another tool has nothing to ask. */
function cannotSayPins({ segmentId }: PinAtom, catalog: Catalog): never {
  const name = catalog.segments.get(segmentId)?.name ?? segmentId;
  const message = `"${name}" has records pinned in or kept out by hand, and JsonLogic cannot say that.`;
  throw appError('invalid', message, { issues: [{ path: '', code: 'pins', message }] });
}

function printAtom(atom: Atom, catalog: Catalog): JsonLogic {
  switch (atom.kind) {
    case 'attribute':
      return attribute(atom, catalog);
    case 'related':
      return related(atom, catalog);
    case 'change':
      return change(atom);
    case 'pinned':
      return cannotSayPins(atom, catalog);
    case 'linked':
      return { '!!': [{ var: 'account' }] };
    default:
      return unreachable(atom);
  }
}

type Junction = { kind: 'and' | 'or'; parts: readonly Relational[] };

function isJunction(form: Exclude<Relational, { kind: 'not' }>): form is Junction {
  return form.kind === 'and' || form.kind === 'or';
}

function print(form: Relational, catalog: Catalog): JsonLogic {
  if (form.kind === 'not') return { '!': [print(form.part, catalog)] };
  if (!isJunction(form)) return printAtom(form, catalog);
  const parts = form.parts.map((part) => print(part, catalog));
  return form.kind === 'and' ? both(parts) : either(parts);
}

/**
 * A rule's relational form as JsonLogic. It is asked of records as `toLogicRecord` makes them: texts folded, days and
 * instants as ISO text, missing values null. Relative dates are already the days they mean at the rule's `asOf`.
 */
export function toJsonLogic(form: Relational, catalog: Catalog): JsonLogic {
  return print(form, catalog);
}
