import { z } from 'zod';
import type { Issue, Result } from '#lib/shared/errors.ts';
import type { FieldCondition, Group, GroupOperator, Operator, RootEntity, Rule } from '../ast.ts';
import { type Catalog, type Field, findField } from '../catalog.ts';

/** The JSON of react-querybuilder (both of its query types, without independent combinators in one group). */
type OuterRule = { field: string; operator: string; value?: unknown; valueSource?: string | undefined };
type OuterGroup = { combinator?: string; not?: boolean; rules: unknown[] };

const outerRule = z.object({
  field: z.string(),
  operator: z.string(),
  value: z.unknown().optional(),
  valueSource: z.string().optional(),
});
const outerGroup = z.object({
  combinator: z.string().optional(),
  not: z.boolean().optional(),
  rules: z.array(z.unknown()),
});

/** Our operator for theirs, by what the field holds; `not` = the condition goes into a group of none. */
const wordOperators: Record<string, { operator: Operator; not?: true }> = {
  '=': { operator: 'eq' },
  '!=': { operator: 'ne' },
  '<': { operator: 'lt' },
  '<=': { operator: 'lte' },
  '>': { operator: 'gt' },
  '>=': { operator: 'gte' },
  contains: { operator: 'contains' },
  doesNotContain: { operator: 'notContains' },
  beginsWith: { operator: 'startsWith' },
  doesNotBeginWith: { operator: 'startsWith', not: true },
  endsWith: { operator: 'endsWith' },
  doesNotEndWith: { operator: 'endsWith', not: true },
  null: { operator: 'empty' },
  notNull: { operator: 'notEmpty' },
  in: { operator: 'in' },
  notIn: { operator: 'notIn' },
  between: { operator: 'between' },
  notBetween: { operator: 'notBetween' },
};

const dateOperators: Partial<Record<Operator, { operator: Operator; not?: true }>> = {
  eq: { operator: 'on' },
  ne: { operator: 'on', not: true },
  lt: { operator: 'before' },
  gte: { operator: 'before', not: true },
  gt: { operator: 'after' },
  lte: { operator: 'after', not: true },
  between: { operator: 'between' },
  notBetween: { operator: 'between', not: true },
};
const tagOperators: Partial<Record<Operator, { operator: Operator }>> = {
  in: { operator: 'hasAny' },
  notIn: { operator: 'hasNone' },
};

type Reading = { catalog: Catalog; entity: RootEntity; newId: () => string; issues: Issue[] };

function fault({ issues }: Reading, path: string, code: string, message: string): null {
  issues.push({ path, code, message });
  return null;
}

/** A list as they write it: an array, or texts between commas. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'string' ? value.split(',').map((part) => part.trim()) : [value];
}

/** Numbers come as numbers or as what was typed into a box; anything else stays, and the parser names it. */
function plainValue(field: Field, value: unknown): unknown {
  const isNumber = field.type === 'number' || field.type === 'money';
  if (isNumber && typeof value === 'string' && value.trim() !== '') {
    const number = Number(value);
    return Number.isFinite(number) ? number : value;
  }
  return !isNumber && typeof value === 'number' ? String(value) : value;
}

function valueOf(field: Field, operator: Operator, value: unknown): unknown {
  const takesList = ['in', 'notIn', 'between', 'notBetween', 'hasAny', 'hasNone'].includes(operator);
  return takesList ? listOf(value).map((part) => plainValue(field, part)) : plainValue(field, value);
}

function operatorOf(field: Field, asked: string): { operator: Operator; not?: true } | null {
  const known = Object.hasOwn(wordOperators, asked) ? wordOperators[asked] : undefined;
  if (!known) return null;
  if (known.operator === 'empty' || known.operator === 'notEmpty') return known;
  if (field.type === 'day' || field.type === 'instant') return dateOperators[known.operator] ?? null;
  if (field.type === 'tags') return tagOperators[known.operator] ?? null;
  return known;
}

/** True and false have operators of their own, without a value. */
function booleanCondition(rule: OuterRule, id: string): FieldCondition | null {
  const asked = rule.value === true || rule.value === 'true';
  const isKnown = asked || rule.value === false || rule.value === 'false';
  if (!isKnown || rule.operator !== '=') return null;
  return { id, kind: 'field', field: rule.field, operator: asked ? 'isTrue' : 'isFalse' };
}

function readRule(rule: OuterRule, path: string, reading: Reading): Rule | null {
  const field = findField(reading.catalog, reading.entity, rule.field);
  if (!field)
    return fault(reading, `${path}/field`, 'unknown_field', `There is no field "${rule.field}" here.`);
  if (rule.valueSource === 'field') {
    return fault(
      reading,
      path,
      'not_expressible',
      `"${field.label}" is compared with another field here; a segment compares with values.`,
    );
  }
  const id = reading.newId();
  if (field.type === 'boolean' && !['null', 'notNull'].includes(rule.operator)) {
    const condition = booleanCondition(rule, id);
    return (
      condition ??
      fault(reading, path, 'not_expressible', `"${field.label}" can be asked for = true or = false.`)
    );
  }
  const found = operatorOf(field, rule.operator);
  if (!found) {
    return fault(
      reading,
      `${path}/operator`,
      'not_expressible',
      `"${rule.operator}" cannot be asked of "${field.label}".`,
    );
  }
  const { operator } = found;
  const takesNone = operator === 'empty' || operator === 'notEmpty';
  const condition = {
    id,
    kind: 'field' as const,
    field: rule.field,
    operator,
    ...(takesNone ? {} : { value: valueOf(field, operator, rule.value) as FieldCondition['value'] }),
  } as FieldCondition;
  return found.not ? { id: reading.newId(), kind: 'group', op: 'none', rules: [condition] } : condition;
}

function readGroup(group: OuterGroup, path: string, reading: Reading): Group | null {
  const combinator = (group.combinator ?? 'and').toLowerCase();
  if (combinator !== 'and' && combinator !== 'or') {
    return fault(
      reading,
      `${path}/combinator`,
      'not_expressible',
      `Groups are joined by "and" or "or", not by "${combinator}".`,
    );
  }
  const rules = group.rules.flatMap(
    (child, index) => readNode(child, `${path}/rules/${index}`, reading) ?? [],
  );
  const op: GroupOperator = combinator === 'and' ? 'all' : group.not ? 'none' : 'any';
  const made: Group = { id: reading.newId(), kind: 'group', op, rules };
  return group.not && op === 'all' ? { id: reading.newId(), kind: 'group', op: 'none', rules: [made] } : made;
}

function readNode(node: unknown, path: string, reading: Reading): Rule | null {
  const group = outerGroup.safeParse(node);
  if (group.success) return readGroup(group.data as OuterGroup, path, reading);
  const rule = outerRule.safeParse(node);
  if (rule.success) return readRule(rule.data, path, reading);
  const isJoin = node === 'and' || node === 'or';
  return fault(
    reading,
    path,
    'not_expressible',
    isJoin
      ? 'A group with its own "and" or "or" between every two conditions cannot be read; group them first.'
      : 'This is neither a condition nor a group.',
  );
}

/**
 * A query of react-querybuilder as the root of a rule. The parser still has to check it: this only turns the form.
 * Everything that our language does not express is named with its path, and then nothing is read at all.
 */
export function readQueryBuilder(
  query: unknown,
  options: { catalog: Catalog; entity: RootEntity; newId: () => string },
): Result<Group> {
  const reading: Reading = { ...options, issues: [] };
  const root = readNode(query, '', reading);
  if (reading.issues.length > 0) return { ok: false, error: reading.issues };
  if (root?.kind === 'group') return { ok: true, value: root };
  return { ok: true, value: { id: options.newId(), kind: 'group', op: 'all', rules: root ? [root] : [] } };
}
