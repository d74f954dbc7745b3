import type { GroupOperator, MeasureOperator, RootEntity } from './ast.ts';
import { measureMayBeMissing, positiveOf } from './operators.ts';
import type { Asked, Atom, RelatedAtom, Relational, ValueTest } from './relational.ts';
import { entityOf } from './resolved-fields.ts';
import type {
  ResolvedDefinition,
  ResolvedField,
  ResolvedFieldGroup,
  ResolvedGroup,
  ResolvedPinned,
  ResolvedRelated,
  ResolvedRule,
  ResolvedSegment,
} from './resolved.ts';
import { compareMeasure } from './to-predicate-related.ts';

/** `of` = whom the fields of `entity` are asked of, seen from the record that the whole rule is about. */
type Place = { root: RootEntity; entity: RootEntity; of: Asked; asOf: number };

const always: Relational = { kind: 'and', parts: [] };

function not(part: Relational): Relational {
  return part.kind === 'not' ? part.part : { kind: 'not', part };
}

function combine(op: GroupOperator, parts: Relational[]): Relational {
  if (op === 'none') return not({ kind: 'or', parts });
  return { kind: op === 'all' ? 'and' : 'or', parts };
}

/** The positive question of a condition's operator. */
function positiveTest({ operator, value, field }: ResolvedField): ValueTest {
  const asked = positiveOf(operator) ?? operator;
  switch (asked) {
    case 'notEmpty':
      return { test: 'present' };
    case 'isTrue':
    case 'isFalse':
      return { test: 'is', boolean: asked === 'isTrue' };
  }
  switch (value.kind) {
    case 'texts':
      if (asked === 'contains' || asked === 'startsWith' || asked === 'endsWith') {
        return { test: asked, text: value.texts[0] ?? '' };
      }
      return { test: 'oneOf', texts: value.texts };
    case 'number':
      return { test: 'compare', operator: asked as 'eq' | 'lt' | 'lte' | 'gt' | 'gte', number: value.number };
    case 'numbers':
      return { test: 'range', low: value.low, high: value.high };
    case 'dates':
      return { test: 'dates', bounds: value.bounds };
    case 'none':
      throw new Error(`"${operator}" on ${field} needs a value.`);
  }
}

function fieldForm(condition: ResolvedField, of: Asked): Relational {
  const attribute = (test: ValueTest): Atom => ({ kind: 'attribute', of, field: condition.field, test });
  const { value } = condition;
  const form: Relational =
    condition.operator === 'hasAll' && value.kind === 'texts'
      ? { kind: 'and', parts: value.texts.map((text) => attribute({ test: 'oneOf', texts: [text] })) }
      : attribute(positiveTest(condition));
  return positiveOf(condition.operator) ? not(form) : form;
}

function whereForm(group: ResolvedFieldGroup): Relational {
  return combine(
    group.op,
    group.rules.map((rule) => (rule.kind === 'group' ? whereForm(rule) : fieldForm(rule, 'self'))),
  );
}

const opposite: Record<MeasureOperator, MeasureOperator> = {
  eq: 'ne',
  ne: 'eq',
  lt: 'gte',
  lte: 'gt',
  gt: 'lte',
  gte: 'lt',
  between: 'notBetween',
  notBetween: 'between',
};

/** Whether a record without rows passes: then the form asks who fails, and negates. */
function passesWithoutRows({ measure, operator, value }: ResolvedRelated): boolean {
  if (measureMayBeMissing(measure.fn)) return operator === 'ne' || operator === 'notBetween';
  return compareMeasure(0, operator, value);
}

/** The atom of a related condition with another comparison (`known` asks whether its measure is not missing). */
function relatedAtom(
  condition: ResolvedRelated,
  place: Place,
  operator: MeasureOperator | 'known',
): RelatedAtom {
  const { entity, where, window, measure, value } = condition;
  return {
    kind: 'related',
    of: condition.of === 'self' ? place.of : accountOf(place),
    scope: condition.of === 'family' ? 'family' : 'own',
    entity,
    where: where && whereForm(where),
    window,
    measure: { fn: measure.fn, field: measure.fn === 'count' ? null : `${entity}.${measure.field}` },
    operator,
    value,
  };
}

function relatedForm(condition: ResolvedRelated, place: Place): Relational {
  return passesWithoutRows(condition)
    ? not(relatedAtom(condition, place, opposite[condition.operator]))
    : relatedAtom(condition, place, condition.operator);
}

/** On an account, `of: account` is the record itself. */
function accountOf({ root }: Pick<Place, 'root'>): Asked {
  return root === 'account' ? 'self' : 'account';
}

function segmentForm(condition: ResolvedSegment, place: Place): Relational {
  const isAccountOfContact = condition.entity === 'account' && place.root === 'contact';
  const of: Asked = isAccountOfContact ? 'account' : place.of;
  const { change } = condition;
  const isIn: Relational = change
    ? {
        kind: 'change',
        of,
        segmentId: condition.segmentId,
        change: change.type,
        from: change.bounds.from,
        to: Math.min(change.bounds.to ?? place.asOf, place.asOf),
      }
    : condition.rule
      ? groupForm(condition.rule, { ...place, of, entity: condition.entity })
      : not(always);
  const linked: Relational = isAccountOfContact ? { kind: 'and', parts: [{ kind: 'linked' }, isIn] } : isIn;
  return change || condition.member ? linked : not(linked);
}

function pinForm({ segmentId, side }: ResolvedPinned, place: Place): Relational {
  const atom: Atom = { kind: 'pinned', of: place.of, segmentId, side, at: place.asOf };
  return side === 'in' ? atom : not(atom);
}

function groupForm(group: ResolvedGroup, place: Place): Relational {
  return combine(
    group.op,
    group.rules.map((rule) => ruleForm(rule, place)),
  );
}

/** One rule in relational form, for a record of `root`. */
function ruleForm(rule: ResolvedRule, place: Place): Relational {
  switch (rule.kind) {
    case 'group':
      return groupForm(rule, place);
    case 'field':
      return fieldForm(rule, entityOf(rule.field) === place.root ? 'self' : accountOf(place));
    case 'related':
      return relatedForm(rule, place);
    case 'segment':
      return segmentForm(rule, place);
    case 'pinned':
      return pinForm(rule, place);
  }
}

/** Where a rule of `entity` stands when the whole definition is about `root`. */
function placeOf(definition: Pick<ResolvedDefinition, 'entity' | 'asOf'>, entity: RootEntity): Place {
  const root = definition.entity;
  return { root, entity, of: entity === root ? 'self' : 'account', asOf: definition.asOf };
}

/** A rule's relational form on its own. `entity` is what the rule is about: a referenced segment's may be another. */
export function ruleToRelational(
  rule: ResolvedRule,
  definition: Pick<ResolvedDefinition, 'entity' | 'asOf'>,
  entity: RootEntity,
): Relational {
  return ruleForm(rule, placeOf(definition, entity));
}

/** Records for which the value that a condition needs is known; null when it needs none. */
export function knownToRelational(
  rule: ResolvedField | ResolvedRelated,
  definition: Pick<ResolvedDefinition, 'entity' | 'asOf'>,
  entity: RootEntity,
): Relational | null {
  const place = placeOf(definition, entity);
  if (rule.kind === 'related') {
    return measureMayBeMissing(rule.measure.fn) ? relatedAtom(rule, place, 'known') : null;
  }
  if (rule.operator === 'empty' || rule.operator === 'notEmpty') return null;
  return ruleForm({ ...rule, operator: 'notEmpty', value: { kind: 'none' } }, place);
}

/** What a related condition measures, whatever it is compared with. */
export function measureToRelational(
  rule: ResolvedRelated,
  definition: Pick<ResolvedDefinition, 'entity' | 'asOf'>,
  entity: RootEntity,
): RelatedAtom {
  return { ...relatedAtom(rule, placeOf(definition, entity), 'known'), value: { low: 0, high: 0 } };
}

/** The whole definition in relational form: negations outside, every atom positive and two-valued. */
export function toRelational(definition: ResolvedDefinition): Relational {
  return ruleToRelational(definition.root, definition, definition.entity);
}
