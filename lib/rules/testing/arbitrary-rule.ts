import fc from 'fast-check';
import { formatIsoDay, formatIsoInstant } from '#lib/shared/days.ts';
import type {
  FieldCondition,
  FieldGroup,
  Group,
  MeasureOperator,
  RelatedCondition,
  RelatedEntity,
  RootEntity,
  Rule,
  SegmentCondition,
  SegmentDefinition,
  Value,
  Window,
} from '../ast.ts';
import type { Catalog, Field } from '../catalog.ts';
import { measureFunctionsFor, measureOperatorsFor, operatorsFor, valueShapeOf } from '../operators.ts';
import { oddDays, oddInstants, oddNumbers, oddTexts, repIds, segmentIds, stages } from './arbitrary-world.ts';
import { catalogWith } from './workspace.ts';

const catalog: Catalog = catalogWith();
const id = fc.nat().map((number) => `n${number}`);
const groupOp = fc.constantFrom('all' as const, 'any' as const, 'none' as const);

/** Fields that the random worlds fill; the others would only ever be missing. */
const fieldNames: Record<RootEntity | RelatedEntity, readonly string[]> = {
  account: [
    'name',
    'description',
    'industry',
    'country',
    'employees',
    'revenue',
    'doNotContact',
    'renewalOn',
    'needs',
    'externalId',
    'parent',
    'family',
    'crmOwner',
    'owner',
    'sdr',
    'score',
    'city',
    'custom.plants',
    'custom.motto',
    'custom.grade',
    'custom.badges',
    'custom.audited',
    'custom.visitedOn',
    'custom.seenAt',
  ],
  contact: [
    'name',
    'jobTitle',
    'seniority',
    'persona',
    'reachable',
    'optedOut',
    'owner',
    'createdAt',
    'custom.shirt',
  ],
  technology: ['name', 'category', 'firstSeenAt', 'lastSeenAt'],
  signal: ['type', 'topic', 'strength', 'url', 'occurredAt'],
  activity: ['type', 'channel', 'owner', 'occurredAt', 'scheduledAt'],
  opportunity: [
    'name',
    'stage',
    'outcome',
    'amount',
    'createdOn',
    'closedOn',
    'expectedCloseOn',
    'owner',
    'custom.discount',
    'custom.signedOn',
    'custom.themes',
  ],
};

function fieldOf(entity: RootEntity | RelatedEntity, name: string): Field {
  const field = catalog.fields.get(`${entity}.${name}`);
  if (!field) throw new Error(`No field ${entity}.${name}`);
  return field;
}

const number = fc.constantFrom(...oddNumbers);
const range = fc.tuple(number, number).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
const isoDay = fc.constantFrom(...oddDays).map(formatIsoDay);
const dayRange = fc.tuple(isoDay, isoDay).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
const pieces = fc
  .constantFrom(...oddTexts, 'm', 'ss', ' ', '%', '_', 'ς', 'ü')
  .filter((text) => text.trim() !== '');

function textFor(field: Field): fc.Arbitrary<string> {
  if (field.refKind === 'account') return fc.constantFrom('acc_1', 'acc_2', 'acc_9');
  if (field.refKind) return fc.constantFrom(...repIds, 'rep_3');
  if (field.key === 'stage') return fc.constantFrom(...stages.map(({ stage }) => stage), 'Propo');
  if (field.key === 'outcome') return fc.constantFrom('open', 'Won', 'lost', 'o');
  if (field.exact) return fc.constantFrom('a', 'A', 'b%', '%');
  return pieces;
}

const span: fc.Arbitrary<Window> = fc.oneof(
  fc.record({
    last: fc.constantFrom(1, 30, 400),
    unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
  }),
  fc.record({
    next: fc.constantFrom(1, 3),
    unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
  }),
  fc.record({
    period: fc.constantFrom('this' as const, 'previous' as const, 'next' as const),
    unit: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
  }),
  dayRange.map(([from, to]) => ({ from, to })),
  isoDay.map((from) => ({ from })),
  isoDay.map((to) => ({ to })),
);
const hours: fc.Arbitrary<Window> = fc.record({
  last: fc.constantFrom(1, 24),
  unit: fc.constant('hour' as const),
});

function valueFor(
  field: Field,
  shape: NonNullable<ReturnType<typeof valueShapeOf>>,
): fc.Arbitrary<Value | undefined> {
  switch (shape) {
    case 'none':
      return fc.constant(undefined);
    case 'text':
      return textFor(field);
    case 'texts':
      return fc.array(textFor(field), { minLength: 1, maxLength: 3 });
    case 'number':
      return number;
    case 'numberRange':
      return range;
    case 'date':
      return fc.oneof(
        isoDay,
        fc.record({
          ago: fc.constantFrom(0, 1, 30),
          unit: fc.constantFrom('day' as const, 'month' as const),
        }),
        ...(field.type === 'instant' ? [fc.constantFrom(...oddInstants).map(formatIsoInstant)] : []),
      );
    case 'dateRange':
      return dayRange;
    case 'window':
      return field.type === 'instant' ? fc.oneof(span, hours) : span;
  }
}

function condition(entity: RootEntity | RelatedEntity, prefix = ''): fc.Arbitrary<FieldCondition> {
  return fc.constantFrom(...fieldNames[entity]).chain((name) => {
    const field = fieldOf(entity, name);
    return fc.constantFrom(...operatorsFor(field)).chain((operator) => {
      const shape = valueShapeOf(operator, field.type);
      const value = shape === null ? fc.constant(undefined) : valueFor(field, shape);
      return fc.record({ id, value }).map(
        (rest): FieldCondition => ({
          id: rest.id,
          kind: 'field',
          field: prefix + name,
          operator,
          ...(rest.value === undefined ? {} : { value: rest.value }),
        }),
      );
    });
  });
}

function whereOf(entity: RelatedEntity): fc.Arbitrary<FieldGroup> {
  const { group } = fc.letrec<{ group: FieldGroup; rule: FieldGroup | FieldCondition }>((tie) => ({
    rule: fc.oneof({ maxDepth: 1, depthIdentifier: entity }, condition(entity), tie('group')),
    group: fc.record({
      id,
      kind: fc.constant('group' as const),
      op: groupOp,
      rules: fc.array(tie('rule'), { maxLength: 2, depthIdentifier: entity }),
    }),
  }));
  return group;
}

const dateFields: Record<RelatedEntity, readonly string[]> = {
  technology: ['firstSeenAt'],
  signal: ['occurredAt'],
  contact: ['createdAt'],
  opportunity: ['createdOn', 'closedOn', 'expectedCloseOn', 'custom.signedOn'],
  activity: ['scheduledAt', 'occurredAt'],
};

function related(entity: RelatedEntity): fc.Arbitrary<RelatedCondition> {
  const measured = fieldNames[entity].flatMap((name) =>
    measureFunctionsFor(fieldOf(entity, name).type).map((fn) => ({ fn, field: name })),
  );
  const measure = fc.oneof(fc.constant({ fn: 'count' as const }), fc.constantFrom(...measured));
  const window = fc
    .tuple(span, fc.constantFrom(...dateFields[entity]))
    .map(([bounds, field]): Window => ({ ...bounds, field }));
  return measure.chain((chosen) => {
    const counts = chosen.fn === 'count' || chosen.fn === 'countDistinct';
    const one = counts ? fc.constantFrom(0, 1, 2, 3) : number;
    const two = fc.tuple(one, one).map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);
    return fc.constantFrom(...measureOperatorsFor(chosen.fn)).chain((operator: MeasureOperator) =>
      fc
        .record({
          id,
          of: fc.constantFrom('self' as const, 'account' as const, 'family' as const),
          where: fc.option(whereOf(entity), { nil: null }),
          window: fc.option(window, { nil: undefined }),
          value: operator === 'between' || operator === 'notBetween' ? two : one,
        })
        .map(
          ({ window: bounds, ...rest }): RelatedCondition => ({
            kind: 'related',
            entity,
            measure: chosen,
            operator,
            ...rest,
            ...(bounds ? { window: bounds } : {}),
          }),
        ),
    );
  });
}

const anyRelated = fc.oneof(
  related('technology'),
  related('signal'),
  related('contact'),
  related('opportunity'),
  related('activity'),
);

function segment(entity: RootEntity): fc.Arbitrary<SegmentCondition> {
  const change = fc.record({
    change: fc.constantFrom('entered' as const, 'left' as const),
    window: fc.oneof(span, hours),
  });
  return fc
    .record({
      id,
      segmentId: fc.constantFrom(...segmentIds),
      member: fc.boolean(),
      moved: fc.option(change, { nil: {} }),
    })
    .map(({ moved, ...rest }) => ({
      kind: 'segment' as const,
      ...rest,
      ...moved,
      ...(entity === 'account' ? {} : {}),
    }));
}

function rootOf(entity: RootEntity, withSegments: boolean): fc.Arbitrary<Group> {
  const fields =
    entity === 'account' ? [condition('account')] : [condition('contact'), condition('account', 'account.')];
  const leaves: fc.Arbitrary<Rule>[] = [...fields, anyRelated, ...(withSegments ? [segment(entity)] : [])];
  const { group } = fc.letrec<{ group: Group; rule: Rule }>((tie) => ({
    rule: fc.oneof({ maxDepth: 3, depthIdentifier: `${entity}-root` }, ...leaves, tie('group')),
    group: fc.record({
      id,
      kind: fc.constant('group' as const),
      op: groupOp,
      rules: fc.array(tie('rule'), { maxLength: 4, depthIdentifier: `${entity}-root` }),
    }),
  }));
  return group;
}

/** Definitions that resolve: every kind of condition, every operator on every type, nested groups, empty ones too. */
export function arbitraryDefinition(
  entity: RootEntity,
  options: { withSegments: boolean },
): fc.Arbitrary<SegmentDefinition> {
  return rootOf(entity, options.withSegments).map((root) => ({ version: 1, entity, root }));
}
