import type { RootEntity } from '#lib/rules/ast.ts';
import { appError } from '#lib/shared/errors.ts';

/** Stands in a quick filter for "not known" or "nobody". */
export const NOT_KNOWN = '~';

export type ListFilters = {
  segment?: string | undefined;
  rule?: unknown;
  q?: string | undefined;
  /** Field → chosen values; all fields must fit, one value of each is enough. */
  choices: Partial<Record<string, string[] | undefined>>;
};

type Rule = Record<string, unknown>;

const textFields: Record<RootEntity, string[]> = {
  account: ['name', 'domain'],
  contact: ['name', 'email', 'account.name'],
};

/** Fields of yes or no; `false` also takes what is not known. */
const flags = new Set(['reachable', 'optedOut']);

/**
 * The rule that a list's segment, rule, search text and quick filters make together, for the rule parser to read.
 * A list is a question to the same evaluator as a segment, so that its counts are the segment's counts.
 */
export function listDefinition(entity: RootEntity, filters: ListFilters): unknown {
  const rules: Rule[] = [];
  if (filters.segment) {
    rules.push({ id: 'segment', kind: 'segment', segmentId: filters.segment, member: true });
  }
  if (filters.rule !== undefined) rules.push(rootOf(entity, filters.rule));
  if (filters.q) {
    const fields = textFields[entity].map((field, index) => ({
      id: `q-${index}`,
      kind: 'field',
      field,
      operator: 'contains',
      value: filters.q,
    }));
    rules.push({ id: 'q', kind: 'group', op: 'any', rules: fields });
  }
  for (const [field, values] of Object.entries(filters.choices)) {
    if (values && values.length > 0) rules.push(choiceRule(field, values));
  }
  return { version: 1, entity, root: { id: 'list', kind: 'group', op: 'all', rules } };
}

/** The filter that a top rule of `listDefinition` stands for: `segment`, `rule`, `q`, or a field. */
export function filterOf(ruleId: string): string {
  if (ruleId === 'segment' || ruleId === 'q') return ruleId;
  return /^[fge]-(.+)$/.exec(ruleId)?.[1] ?? 'rule';
}

function choiceRule(field: string, values: string[]): Rule {
  if (field === 'lead') return leadRule(values);
  if (flags.has(field)) {
    const isTrue = { id: `f-${field}`, kind: 'field', field, operator: 'isTrue' };
    if (values.includes('true') && values.includes('false')) return group(`g-${field}`, 'all', []);
    return values.includes('true') ? isTrue : group(`g-${field}`, 'none', [isTrue]);
  }
  const named = values.filter((value) => value !== NOT_KNOWN);
  const rules: Rule[] = [];
  if (named.length > 0) rules.push({ id: `f-${field}`, kind: 'field', field, operator: 'in', value: named });
  if (values.includes(NOT_KNOWN)) rules.push({ id: `e-${field}`, kind: 'field', field, operator: 'empty' });
  return rules.length === 1 && rules[0] ? rules[0] : group(`g-${field}`, 'any', rules);
}

/** A lead is a contact without an account, and every account has a name. */
function leadRule(values: string[]): Rule {
  const isLead = values.includes('true');
  return { id: 'f-lead', kind: 'field', field: 'account.name', operator: isLead ? 'empty' : 'notEmpty' };
}

function group(id: string, op: string, rules: Rule[]): Rule {
  return { id, kind: 'group', op, rules };
}

/** The group inside a whole definition; the definition must be over the same kind of records. */
function rootOf(entity: RootEntity, rule: unknown): Rule {
  const definition = rule as { entity?: unknown; root?: unknown } | null;
  if (typeof definition !== 'object' || definition === null || typeof definition.root !== 'object') {
    throw refused('A rule is a definition with version, entity and root.');
  }
  if (definition.entity !== entity) throw refused(`This list takes rules over ${entity}s.`);
  return definition.root as Rule;
}

/** The rule of a query string; throws `invalid` when it is no JSON. */
export function parseRule(text: string | undefined): unknown {
  if (text === undefined || text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw refused('The rule is not valid JSON.');
  }
}

function refused(message: string) {
  return appError('invalid', message, { issues: [{ path: '/rule', code: 'rule', message }] });
}
