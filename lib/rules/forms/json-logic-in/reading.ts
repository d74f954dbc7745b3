import type { Issue } from '#lib/shared/errors.ts';
import type { FieldCondition, Group, GroupOperator, Operator, Rule, Value } from '../../ast.ts';
import { type Catalog, type Field, type FieldEntity, findField } from '../../catalog.ts';
import type { CalendarSettings } from '../../resolved.ts';
import { logicKey } from '../json-logic-record.ts';

/** Everything that reading needs; `entity` is whose fields `var` names, and inside of rows theirs. */
export type Reading = {
  catalog: Catalog;
  entity: FieldEntity;
  newId: () => string;
  issues: Issue[];
  /** Epoch ms: what bounds that reach up to now are compared with. */
  asOf: number;
  calendar: CalendarSettings;
  /** Inside of what an `if` asks, which stands in two branches: another `if` there would double with every step. */
  isTest?: true;
};

/** Notes why a part cannot be read. */
export function fault({ issues }: Reading, path: string, message: string, code = 'not_expressible'): null {
  issues.push({ path, code, message });
  return null;
}

/** The one operation of a node with its arguments as a list, or null for anything else. */
export function operationOf(node: unknown): { name: string; args: unknown[] } | null {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return null;
  const entries = Object.entries(node);
  const [only] = entries;
  if (entries.length !== 1 || !only) return null;
  const [name, args] = only;
  return { name, args: Array.isArray(args) ? args : [args] };
}

/** The name in `{"var": "industry"}`, null for anything else and for one with a default of its own. */
export function varName(node: unknown): string | null {
  const operation = operationOf(node);
  if (operation?.name !== 'var') return null;
  const [name, other = null] = operation.args;
  return typeof name === 'string' && other === null ? name : null;
}

/** A field by its key, or as records for JsonLogic spell it (`custom_plants`). */
export function namedField(name: string, reading: Reading): { key: string; field: Field } | null {
  const { catalog, entity } = reading;
  const exact = findField(catalog, entity, name);
  if (exact) return { key: name, field: exact };
  const viaAccount = entity === 'contact' && name.startsWith('account.');
  const owner = viaAccount ? 'account' : entity;
  const spelled = viaAccount ? name.slice('account.'.length) : name;
  for (const field of catalog.fields.values()) {
    if (field.entity !== owner || logicKey(field.key) !== spelled) continue;
    return { key: viaAccount ? `account.${field.key}` : field.key, field };
  }
  const identity = spelled.replace(/^externalId_/, 'externalId.');
  const found = identity === spelled ? null : findField(catalog, owner, identity);
  return found && { key: viaAccount ? `account.${identity}` : identity, field: found };
}

export function condition(key: string, operator: Operator, reading: Reading, value?: Value): FieldCondition {
  const head = { id: reading.newId(), kind: 'field' as const, field: key, operator };
  return value === undefined ? head : { ...head, value };
}

/** One part stands for itself. */
export function grouped(op: GroupOperator, rules: Rule[], reading: Reading): Rule {
  const [only] = rules;
  return rules.length === 1 && only && op !== 'none' ? only : group(op, rules, reading);
}

export function group(op: GroupOperator, rules: Rule[], reading: Reading): Group {
  return { id: reading.newId(), kind: 'group', op, rules };
}
