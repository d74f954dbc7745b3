import { normaliseCountry } from '#lib/shared/countries.ts';

import type { FieldCondition, FieldGroup, Group, RelatedCondition, RootEntity, Rule } from '../ast.ts';
import type { Catalog, FieldEntity } from '../catalog.ts';
import { findField } from '../catalog.ts';
import { isOperator, valueShapeOf } from '../operators.ts';
import { nodeShapes } from '../rule-schema.ts';
import type { KnownValues } from './parse-place.ts';
import { parseRelatedHead } from './parse-related.ts';
import { parseSegmentCondition } from './parse-segment-condition.ts';
import { parseValue } from './parse-value.ts';
import type { Report } from './report.ts';
import { readShape, shown } from './report.ts';

/** The single country asked for so far, on the record and on a contact's account. */
type Countries = { own: string | null; account: string | null };

export type Walk = {
  root: RootEntity;
  /** Whose fields are named: the root's, or the related entity's inside a `where`. */
  entity: FieldEntity;
  inRow: boolean;
  countries: Countries;
  catalog: Catalog;
  knownValues: KnownValues | undefined;
  seenIds: Set<string>;
  report: Report;
};

type Loose = { kind?: unknown; field?: unknown; operator?: unknown; value?: unknown };

function loose(input: unknown): Loose {
  return typeof input === 'object' && input !== null ? input : {};
}

function claimId(walk: Walk, id: string, path: string): void {
  if (walk.seenIds.has(id))
    walk.report(`${path}/id`, 'duplicate_id', `Two parts of the rule are called ${shown(id)}.`);
  walk.seenIds.add(id);
}

function singleCountry(rules: readonly unknown[], fieldName: string): string | null {
  for (const rule of rules.map(loose)) {
    if (rule.kind !== 'field' || rule.field !== fieldName) continue;
    const values = rule.operator === 'in' && Array.isArray(rule.value) ? rule.value : [rule.value];
    if (rule.operator !== 'in' && rule.operator !== 'eq') continue;
    const [only]: unknown[] = values;
    if (values.length === 1 && typeof only === 'string') return normaliseCountry(only);
  }
  return null;
}

/** The walk among the children of a group: only `all` passes on the country that one of them asks for. */
export function enterGroup(walk: Walk, op: Group['op'], rules: readonly unknown[]): Walk {
  if (op !== 'all') return walk;
  const own = singleCountry(rules, 'country') ?? walk.countries.own;
  const account = singleCountry(rules, 'account.country') ?? walk.countries.account;
  return { ...walk, countries: { own, account } };
}

/** The walk among the conditions on one row of a related entity. */
export function enterRow(walk: Walk, entity: RelatedCondition['entity']): Walk {
  return { ...walk, entity, inRow: true, countries: { own: null, account: null } };
}

export function startWalk(
  root: RootEntity,
  catalog: Catalog,
  knownValues: KnownValues | undefined,
  report: Report,
): Walk {
  const countries = { own: null, account: null };
  return { root, entity: root, inRow: false, countries, catalog, knownValues, seenIds: new Set(), report };
}

function parseField(input: unknown, path: string, walk: Walk): FieldCondition | undefined {
  const { report, catalog, entity } = walk;
  const shape = readShape(nodeShapes.field, input, path, report);
  if (!shape) return undefined;
  const { id, kind, field: name, operator } = shape;
  claimId(walk, id, path);
  const reachesOut = walk.inRow && name.startsWith('account.');
  const field = reachesOut ? null : findField(catalog, entity, name);
  if (!field) {
    report(`${path}/field`, 'unknown_field', `There is no ${entity} field ${shown(name)}.`);
    if (!isOperator(operator))
      report(`${path}/operator`, 'unknown_operator', `There is no operator ${shown(operator)}.`);
    return undefined;
  }
  if (!isOperator(operator)) {
    return report(`${path}/operator`, 'unknown_operator', `There is no operator ${shown(operator)}.`);
  }
  if (valueShapeOf(operator, field.type) === null) {
    const message = `"${field.label}" is a ${field.type} field, which does not know "${operator}".`;
    return report(`${path}/operator`, 'unknown_operator', message);
  }
  const { knownValues, countries } = walk;
  const country = name.startsWith('account.') ? countries.account : countries.own;
  const parsed = parseValue(shape.value, {
    ...{ field, operator, path: `${path}/value`, catalog, country, knownValues, report },
  });
  return parsed && { id, kind, field: name, operator, ...parsed };
}

function parseRelated(input: unknown, path: string, walk: Walk): RelatedCondition | undefined {
  const { catalog, report } = walk;
  const { condition, entity, where } = parseRelatedHead(input, path, catalog, report);
  if (condition) claimId(walk, condition.id, path);
  if (entity === undefined) return undefined;
  if (where === undefined)
    return report(`${path}/where`, 'missing', '"where" is missing; null means any row.');
  if (where === null) return condition && { ...condition, where };
  if (loose(where).kind !== 'group') {
    return report(
      `${path}/where`,
      'wrong_type',
      '"where" must be a group of conditions, or null for any row.',
    );
  }
  const group = parseGroup(where, `${path}/where`, enterRow(walk, entity));
  return condition && group && { ...condition, where: group as FieldGroup };
}

/** Any rule; undefined after every fault in it was reported. Call only behind `guardSize`. */
export function parseRule(input: unknown, path: string, walk: Walk): Rule | undefined {
  const { kind } = loose(input);
  if (kind === 'group') return parseGroup(input, path, walk);
  if (kind === 'field') return parseField(input, path, walk);
  if (walk.inRow) {
    return walk.report(path, 'wrong_type', `Conditions on a row name its own fields (got ${shown(kind)}).`);
  }
  if (kind === 'related') return parseRelated(input, path, walk);
  if (kind === 'segment') {
    const condition = parseSegmentCondition(input, {
      path,
      entity: walk.root,
      catalog: walk.catalog,
      report: walk.report,
    });
    if (condition) claimId(walk, condition.id, path);
    return condition;
  }
  return walk.report(
    path,
    'wrong_type',
    `A rule is a group, field, related or segment (got ${shown(kind)}).`,
  );
}

/** A group and all beneath it; undefined after every fault in it was reported. Call only behind `guardSize`. */
export function parseGroup(input: unknown, path: string, walk: Walk): Group | undefined {
  const shape = readShape(nodeShapes.group, input, path, walk.report);
  if (!shape) {
    const { rules } = loose(input) as { rules?: unknown };
    if (Array.isArray(rules)) rules.forEach((rule, at) => parseRule(rule, `${path}/rules/${at}`, walk));
    return undefined;
  }
  const { id, kind, op } = shape;
  claimId(walk, id, path);
  const inside = enterGroup(walk, op, shape.rules);
  const rules = shape.rules.map((rule, at) => parseRule(rule, `${path}/rules/${at}`, inside));
  const whole = rules.filter((rule) => rule !== undefined);
  return whole.length === rules.length ? { id, kind, op, rules: whole } : undefined;
}
