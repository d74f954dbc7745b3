import { dayOfInstant, formatIsoDay, parseIsoInstant, startOfDay } from '#lib/shared/days.ts';
import type {
  FieldGroup,
  MeasureOperator,
  RelatedCondition,
  RelatedEntity,
  RelatedScope,
  Rule,
  Window,
} from '../../ast.ts';
import type { Catalog } from '../../catalog.ts';
import { logicKey } from '../json-logic-record.ts';
import { condition, fault, group, operationOf, type Reading, varName } from './reading.ts';

export type Rows = { entity: RelatedEntity; of: RelatedScope; where: FieldGroup | null };
type ReadNode = (node: unknown, path: string, reading: Reading) => Rule | null;

const placePattern = /^(account\.)?(familyRows\.)?(technology|signal|contact|opportunity|activity)$/;

function namedRows(name: string, { entity }: Reading): Omit<Rows, 'where'> | null {
  const [, account, family, rows] = placePattern.exec(name) ?? [];
  const isRoot = entity === 'account' || entity === 'contact';
  if (!rows || !isRoot || (account && entity === 'account')) return null;
  return { entity: rows as RelatedEntity, of: family ? 'family' : account ? 'account' : 'self' };
}

function asGroup(rule: Rule, reading: Reading): FieldGroup {
  return (rule.kind === 'group' ? rule : group('all', [rule], reading)) as FieldGroup;
}

/** Whether a node names related rows, filtered or not, so that it is worth reading as such. */
export function isRows(node: unknown, reading: Reading): boolean {
  const name = varName(node);
  if (name !== null) return namedRows(name, reading) !== null;
  const operation = operationOf(node);
  return operation?.name === 'filter' && isRows(operation.args[0], reading);
}

/** Related rows and which of them count; null after a fault was noted. */
export function readRows(node: unknown, path: string, reading: Reading, read: ReadNode): Rows | null {
  const name = varName(node);
  const named = name === null ? null : namedRows(name, reading);
  if (named) return { ...named, where: null };
  const operation = operationOf(node);
  if (operation?.name !== 'filter') return fault(reading, path, 'These are no related rows.');
  const rows = readRows(operation.args[0], `${path}/filter/0`, reading, read);
  return rows && narrowed(rows, operation.args[1], `${path}/filter/1`, reading, read);
}

/** The rows among `rows` that pass a condition on their own fields. */
export function narrowed(
  rows: Rows,
  node: unknown,
  path: string,
  reading: Reading,
  read: ReadNode,
): Rows | null {
  const rule = read(node, path, { ...reading, entity: rows.entity });
  if (!rule) return null;
  const where = asGroup(rule, reading);
  return {
    ...rows,
    where: rows.where ? asGroup(group('all', [rows.where, where], reading), reading) : where,
  };
}

export function counted(
  rows: Rows,
  operator: MeasureOperator,
  value: RelatedCondition['value'],
  reading: Reading,
  measure: RelatedCondition['measure'] = { fn: 'count' },
): RelatedCondition {
  const { of, ...rest } = rows;
  return {
    id: reading.newId(),
    kind: 'related',
    ...rest,
    ...(of === 'self' ? {} : { of }),
    measure,
    operator,
    value,
  };
}

/** Rows in which the measured value is known. */
export function withKnown(rows: Rows, field: string, reading: Reading): Rows {
  const known = condition(field, 'notEmpty', reading);
  return {
    ...rows,
    where: asGroup(group('all', [...(rows.where ? [rows.where] : []), known], reading), reading),
  };
}

/** The row's field of a name in a JsonLogic record. */
export function measuredKey(entity: RelatedEntity, key: string, { fields }: Catalog): string | null {
  for (const field of fields.values()) {
    if (field.entity === entity && logicKey(field.key) === key) return field.key;
  }
  return null;
}

/** `some` of a segment's intervals: the bounds that JsonLogic has as moments must be those of whole days here. */
export function readChange(name: string, test: unknown, path: string, reading: Reading): Rule | null {
  const [, segmentId] = /^(?:account\.)?memberships\.(.+)$/.exec(name) ?? [];
  if (!segmentId) return null;
  const { asOf, calendar } = reading;
  const operation = operationOf(test);
  const tests = operation?.name === 'and' ? operation.args : [test];
  const found: { at?: string; from?: number; to?: number } = {};
  for (const one of tests) {
    const { name: sign = '', args = [] } = operationOf(one) ?? {};
    const at = varName(args[0]);
    const moment = typeof args[1] === 'string' ? parseIsoInstant(args[1]) : null;
    if ((at !== 'from' && at !== 'to') || (found.at ?? at) !== at) return fault(reading, path, mixed);
    found.at = at;
    if (args[1] === null && (sign === '!==' || sign === '!=')) continue;
    if (moment === null || (sign !== '>=' && sign !== '<=')) return fault(reading, path, mixed);
    found[sign === '>=' ? 'from' : 'to'] = moment;
  }
  const dayOf = (ms: number) => dayOfInstant(ms, calendar.timeZone);
  const { from, to = asOf } = found;
  const startsDay = from === undefined || startOfDay(dayOf(from), calendar.timeZone) === from;
  const endsDay = to === asOf || startOfDay(dayOf(to) + 1, calendar.timeZone) - 1 === to;
  if (!startsDay || !endsDay) {
    return fault(
      reading,
      path,
      'Who entered or left a segment is asked for whole days, not for parts of one.',
    );
  }
  const isOpen = to === asOf && from !== undefined;
  const window: Window = {
    ...(from === undefined ? {} : { from: formatIsoDay(dayOf(from)) }),
    ...(isOpen ? {} : { to: formatIsoDay(dayOf(to)) }),
  };
  const change = found.at === 'from' ? 'entered' : 'left';
  return { id: reading.newId(), kind: 'segment', segmentId, member: true, change, window };
}

const mixed = 'Intervals of membership are asked for their "from" or their "to", between two moments.';
