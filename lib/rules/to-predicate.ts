import type { Catalog } from './catalog.ts';
import { factsAsOf } from './facts-as-of.ts';
import type { OwnFacts, RecordFacts, RelatedRow } from './record-facts.ts';
import { isPinned } from './pins.ts';
import { catalogField, entityOf, localKey } from './resolved-fields.ts';
import type {
  ResolvedDefinition,
  ResolvedField,
  ResolvedGroup,
  ResolvedRelated,
  ResolvedRule,
  ResolvedSegment,
} from './resolved.ts';
import { fieldTest } from './to-predicate-field.ts';
import { relatedTest } from './to-predicate-related.ts';

/** One record seen by a rule: its own facts, and whose fields `account.…` names. */
export type Subject = { own: OwnFacts; account: OwnFacts | null; familyRows: RecordFacts['familyRows'] };
type Test = (subject: Subject) => boolean;
type Compile = { catalog: Catalog; entity: ResolvedDefinition['entity']; asOf: number };

/** The record's facts at the definition's moment, as its conditions look at them. */
export function subjectOf(record: RecordFacts, definition: ResolvedDefinition): Subject {
  const facts = factsAsOf(record, definition);
  const account = definition.entity === 'contact' ? (facts.account ?? null) : facts;
  return { own: facts, account, familyRows: facts.familyRows };
}

/** The facts that hold a field: the record's own, or its account's (null for a lead). */
export function holderOf(subject: Subject, fieldKey: string, entity: Compile['entity']): OwnFacts | null {
  return entityOf(fieldKey) === entity ? subject.own : subject.account;
}

/** The rows that a related condition looks at. */
export function rowsOf(subject: Subject, condition: ResolvedRelated): readonly RelatedRow[] {
  if (condition.of === 'self') return subject.own.rows?.[condition.entity] ?? [];
  if (condition.of === 'account') return subject.account?.rows?.[condition.entity] ?? [];
  return (subject.account && subject.familyRows?.[condition.entity]) ?? [];
}

/** A contact in an account segment's rule stands for its account; without one it is in no account segment. */
export function subjectForSegment(
  subject: Subject,
  condition: ResolvedSegment,
  entity: Compile['entity'],
): Subject | null {
  if (condition.entity === entity) return subject;
  return subject.account && { ...subject, own: subject.account };
}

function fieldPredicate(condition: ResolvedField, compile: Compile): Test {
  const holds = fieldTest(condition, catalogField(compile.catalog, condition.field));
  const key = localKey(condition.field);
  return (subject) => holds(holderOf(subject, condition.field, compile.entity)?.values[key]);
}

/** With a change, `member` says nothing: the change itself says which way. */
function segmentPredicate(condition: ResolvedSegment, compile: Compile): Test {
  const isIn = condition.rule
    ? groupPredicate(condition.rule, { ...compile, entity: condition.entity })
    : changePredicate(condition, compile);
  const expected = condition.change !== null || condition.member;
  return (subject) => {
    const seen = subjectForSegment(subject, condition, compile.entity);
    return (seen !== null && isIn(seen)) === expected;
  };
}

function changePredicate({ change, segmentId }: ResolvedSegment, { asOf }: Compile): Test {
  if (!change) return () => false;
  const from = change.bounds.from ?? Number.NEGATIVE_INFINITY;
  const to = Math.min(change.bounds.to ?? asOf, asOf);
  return ({ own }) =>
    (own.memberships?.[segmentId] ?? []).some((interval) => {
      const at = change.type === 'entered' ? interval.from : interval.to;
      return at !== null && at >= from && at <= to;
    });
}

function rulePredicate(rule: ResolvedRule, compile: Compile): Test {
  switch (rule.kind) {
    case 'group':
      return groupPredicate(rule, compile);
    case 'field':
      return fieldPredicate(rule, compile);
    case 'segment':
      return segmentPredicate(rule, compile);
    case 'pinned':
      return ({ own }) =>
        isPinned(own.pins?.[rule.segmentId] ?? [], rule.side, compile.asOf) === (rule.side === 'in');
    case 'related': {
      const holds = relatedTest(rule, compile.catalog);
      return (subject) => holds(rowsOf(subject, rule));
    }
  }
}

function groupPredicate(group: ResolvedGroup, compile: Compile): Test {
  const tests = group.rules.map((rule) => rulePredicate(rule, compile));
  if (group.op === 'all') return (subject) => tests.every((test) => test(subject));
  if (group.op === 'any') return (subject) => tests.some((test) => test(subject));
  return (subject) => !tests.some((test) => test(subject));
}

/** The single evaluator: whether one record is in, at the definition's `asOf`. */
export function toPredicate(
  definition: ResolvedDefinition,
  catalog: Catalog,
): (record: RecordFacts) => boolean {
  const isIn = groupPredicate(definition.root, {
    catalog,
    entity: definition.entity,
    asOf: definition.asOf,
  });
  return (record) => isIn(subjectOf(record, definition));
}

/** One rule on its own, for explanations. */
export function rulePredicateFor(
  rule: ResolvedRule,
  catalog: Catalog,
  entity: Compile['entity'],
  asOf: number,
): (subject: Subject) => boolean {
  return rulePredicate(rule, { catalog, entity, asOf });
}
