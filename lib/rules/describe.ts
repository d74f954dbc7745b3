import type { Condition, Group, RootEntity, Rule, SegmentDefinition } from './ast.ts';
import type { FieldEntity } from './catalog.ts';
import { findField } from './catalog.ts';
import type { Clause } from './describe/clause.ts';
import { allOf, anyOf, bothOf, noneOf } from './describe/clause.ts';
import type { DescribeContext } from './describe/context.ts';
import { fieldClause } from './describe/field-clause.ts';
import { askedOf } from './describe/field-words.ts';
import type { Token } from './describe/phrase.ts';
import { capitalised, phrase, strong, toText } from './describe/phrase.ts';
import { relatedClause } from './describe/related-clause.ts';
import { segmentClause } from './describe/segment-clause.ts';
import { simplify } from './simplify.ts';

export type { DescribeContext } from './describe/context.ts';
export type { Token } from './describe/phrase.ts';

function clauseOf(rule: Rule, root: RootEntity, context: DescribeContext): Clause {
  if (rule.kind === 'field') return fieldClause(rule, root, context);
  if (rule.kind === 'related') return relatedClause(rule, root, context);
  if (rule.kind === 'segment') return segmentClause(rule, root, context);
  const clauses = rule.rules.map((inner) => clauseOf(inner, root, context));
  if (clauses.length === 0) {
    return { lead: 'that', body: [strong(rule.op === 'any' ? 'match nothing' : 'match anything')] };
  }
  if (rule.op === 'none') return noneOf(clauses);
  return rule.op === 'any' ? anyOf(clauses) : bothOf(clauses);
}

function tail(root: Group, entity: RootEntity, context: DescribeContext): Token[] {
  const clauses = root.rules.map((rule) => clauseOf(rule, entity, context));
  if (root.op === 'all') return allOf(clauses);
  return allOf([root.op === 'any' ? anyOf(clauses) : noneOf(clauses)]);
}

/**
 * The definition as one English sentence without a full stop, in pieces: "Accounts in Machinery or Automotive in the United
 * States with 500 to 2,000 employees that use SAP". Said of the simplified rule, which means the same. Never throws.
 */
export function describeTokens(definition: SegmentDefinition, context: DescribeContext): Token[] {
  const { entity, root } = simplify(definition);
  if (root.rules.length === 0) return phrase(root.op === 'any' ? `No ${entity}s` : `All ${entity}s`);
  const noun = entity === 'account' ? 'Accounts ' : 'Contacts ';
  return phrase(noun, tail(root, entity, context));
}

/** `describeTokens` as plain text. */
export function describeDefinition(definition: SegmentDefinition, context: DescribeContext): string {
  return toText(describeTokens(definition, context));
}

/**
 * One condition by itself: "Industry is Retail or Banking", "Use SAP", "In the segment Enterprise".
 * `entity` says whose fields a field condition names.
 */
export function describeConditionTokens(
  condition: Condition,
  entity: FieldEntity,
  context: DescribeContext,
): Token[] {
  const root: RootEntity = entity === 'contact' ? 'contact' : 'account';
  if (condition.kind === 'field') {
    const field = findField(context.catalog, entity, condition.field);
    if (!field) return phrase(strong(condition.field), ' (no longer exists)');
    const prefix = condition.field.startsWith('account.') ? 'Account ' : '';
    return phrase(`${prefix}${field.label} `, askedOf(field, condition, context));
  }
  if (condition.kind === 'related') return capitalised(clauseWords(relatedClause(condition, root, context)));
  return capitalised(clauseWords(segmentClause(condition, 'account', context)));
}

/** A clause without the lead that ties it to a noun. */
function clauseWords(clause: Clause): Token[] {
  if (clause.lead === 'at') return clauseWords(clause.of);
  if (clause.lead === 'whose') return phrase(clause.subject, ' ', clause.body);
  return clause.lead === 'in' ? phrase('in ', clause.body) : phrase(clause.body);
}

/** `describeConditionTokens` as plain text. */
export function describeCondition(
  condition: Condition,
  entity: FieldEntity,
  context: DescribeContext,
): string {
  return toText(describeConditionTokens(condition, entity, context));
}

const ofOne: readonly (readonly [RegExp, string])[] = [
  [/^Have /, 'Has '],
  [/^Use /, 'Uses '],
  [/^Do not /, 'Does not '],
  [/^Are /, 'Is '],
];

/** The same as it is said of one record: "Uses SAP", "Has no open deal", "Is not in the segment Enterprise". */
export function describeConditionOfOne(
  condition: Condition,
  entity: FieldEntity,
  context: DescribeContext,
): string {
  const text = describeCondition(condition, entity, context);
  const [pattern, word] = (condition.kind !== 'field' && ofOne.find(([verb]) => verb.test(text))) || [];
  return pattern && word !== undefined ? text.replace(pattern, word) : text;
}
