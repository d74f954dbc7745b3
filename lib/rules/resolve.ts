import { dayOfInstant } from '#lib/shared/days.ts';
import { appError } from '#lib/shared/errors.ts';

import type {
  DateValue,
  FieldCondition,
  FieldGroup,
  Group,
  RelatedCondition,
  Rule,
  SegmentCondition,
  SegmentDefinition,
  Window,
} from './ast.ts';
import type { Catalog, FieldEntity } from './catalog.ts';
import { findField, mainDate } from './catalog.ts';
import { valueShapeOf } from './operators.ts';
import { type PinSides, withPins } from './pins.ts';
import { resolveTexts } from './resolve-texts.ts';
import type {
  CalendarSettings,
  ResolvedDefinition,
  ResolvedField,
  ResolvedFieldGroup,
  ResolvedGroup,
  ResolvedRelated,
  ResolvedRule,
  ResolvedSegment,
  ResolvedValue,
} from './resolved.ts';
import { dateBounds, windowDates } from './windows.ts';

export type ResolveOptions = {
  catalog: Catalog;
  /** Epoch ms. */
  asOf: number;
  /** Epoch ms. */
  now: number;
  calendar: CalendarSettings;
  /** The latest published rule of a segment, or null when it was never published or does not exist. */
  publishedRule: (segmentId: string) => SegmentDefinition | null;
  /** Which sides a segment has pins of; null for none. */
  pinSides: (segmentId: string) => PinSides | null;
  /** The segment whose rule this is: its own pins apply. */
  segmentId?: string | undefined;
};

/** `prefix` keeps node ids of a referenced segment apart from the ones of the rule that names it. */
type Walk = ResolveOptions & { entity: FieldEntity; prefix: string; segmentPath: readonly string[] };

function broken(path: string, code: string, message: string): never {
  throw appError('invalid', message, { issues: [{ path, code, message }] });
}

function fieldFor(walk: Walk, name: string) {
  const field = findField(walk.catalog, walk.entity, name);
  if (!field) return broken('', 'unknown_field', `The field "${name}" no longer exists.`);
  return field;
}

function dateTypeOf(walk: Walk, name: string): 'day' | 'instant' {
  const { type, label } = fieldFor(walk, name);
  if (type === 'day' || type === 'instant') return type;
  return broken('', 'no_date', `"${label}" is not a date, so no window can be laid on it.`);
}

function resolveValue(walk: Walk, condition: FieldCondition): ResolvedValue {
  const field = fieldFor(walk, condition.field);
  const { operator, value } = condition;
  const shape = valueShapeOf(operator, field.type);
  switch (shape) {
    case null:
      return broken('', 'unknown_operator', `"${field.label}" does not know "${operator}".`);
    case 'none':
      return { kind: 'none' };
    case 'text':
    case 'texts':
      return { kind: 'texts', texts: resolveTexts(field, value as string | string[]) };
    case 'number':
      return { kind: 'number', number: value as number };
    case 'numberRange': {
      const [low, high] = value as [number, number];
      return { kind: 'numbers', low, high };
    }
    case 'window': {
      const bounds = windowDates(
        value as Window,
        dateTypeOf(walk, condition.field),
        walk.calendar,
        walk.asOf,
      );
      return { kind: 'dates', bounds };
    }
    case 'date':
    case 'dateRange': {
      const bounds = dateBounds(
        operator as 'on' | 'before' | 'after' | 'between',
        value as DateValue | [DateValue, DateValue],
        dateTypeOf(walk, condition.field),
        walk.calendar,
        walk.asOf,
      );
      return { kind: 'dates', bounds };
    }
  }
}

function resolveField(walk: Walk, condition: FieldCondition): ResolvedField {
  const viaAccount = walk.entity === 'contact' && condition.field.startsWith('account.');
  return {
    id: walk.prefix + condition.id,
    kind: 'field',
    field: viaAccount ? condition.field : `${walk.entity}.${condition.field}`,
    operator: condition.operator,
    value: resolveValue(walk, condition),
  };
}

function resolveFieldGroup(walk: Walk, group: FieldGroup): ResolvedFieldGroup {
  return {
    id: walk.prefix + group.id,
    kind: 'group',
    op: group.op,
    rules: group.rules.map((rule) =>
      rule.kind === 'group' ? resolveFieldGroup(walk, rule) : resolveField(walk, rule),
    ),
  };
}

function resolveRelated(walk: Walk, condition: RelatedCondition): ResolvedRelated {
  const rows: Walk = { ...walk, entity: condition.entity };
  const dateField = condition.window?.field ?? mainDate[condition.entity];
  if (condition.window && dateField === null) {
    broken('', 'no_date', `A window on ${condition.entity} rows must name the date it means.`);
  }
  const [low, high] = Array.isArray(condition.value) ? condition.value : [condition.value, condition.value];
  return {
    id: walk.prefix + condition.id,
    kind: 'related',
    entity: condition.entity,
    of: condition.of ?? 'self',
    where: condition.where && resolveFieldGroup(rows, condition.where),
    window:
      condition.window && dateField !== null
        ? {
            field: dateField,
            bounds: windowDates(condition.window, dateTypeOf(rows, dateField), walk.calendar, walk.asOf),
          }
        : null,
    measure: condition.measure,
    operator: condition.operator,
    value: { low, high },
  };
}

function resolveSegment(walk: Walk, condition: SegmentCondition): ResolvedSegment {
  const { segmentId } = condition;
  const name = walk.catalog.segments.get(segmentId)?.name ?? segmentId;
  const definition = walk.publishedRule(segmentId);
  if (!definition) {
    return broken(
      '',
      'segment_unpublished',
      `The segment "${name}" was never published, so nobody is in it yet.`,
    );
  }
  const head = {
    id: walk.prefix + condition.id,
    kind: 'segment' as const,
    segmentId,
    member: condition.member,
    entity: definition.entity,
  };
  if (condition.change) {
    const bounds = windowDates(condition.window ?? {}, 'instant', walk.calendar, walk.asOf);
    return { ...head, rule: null, change: { type: condition.change, bounds } };
  }
  if (walk.segmentPath.includes(segmentId)) {
    return broken('', 'cycle', `The segment "${name}" refers back to itself.`);
  }
  const rule = resolveGroup(
    {
      ...walk,
      entity: definition.entity,
      prefix: `${head.id}/`,
      segmentPath: [...walk.segmentPath, segmentId],
    },
    definition.root,
  );
  return { ...head, rule: withPins(rule, segmentId, walk.pinSides(segmentId)), change: null };
}

function resolveRule(walk: Walk, rule: Rule): ResolvedRule {
  switch (rule.kind) {
    case 'group':
      return resolveGroup(walk, rule);
    case 'field':
      return resolveField(walk, rule);
    case 'related':
      return resolveRelated(walk, rule);
    case 'segment':
      return resolveSegment(walk, rule);
  }
}

function resolveGroup(walk: Walk, group: Group): ResolvedGroup {
  return {
    id: walk.prefix + group.id,
    kind: 'group',
    op: group.op,
    rules: group.rules.map((rule) => resolveRule(walk, rule)),
  };
}

/**
 * A stored definition with every relative date, window and segment reference made absolute at `asOf`.
 * Node ids of a referenced segment's rule become `<id of the condition>/<id>`.
 * Throws `invalid` when the definition no longer fits the catalog (a removed field, an unpublished segment).
 */
export function resolveDefinition(
  definition: SegmentDefinition,
  options: ResolveOptions,
): ResolvedDefinition {
  const walk: Walk = { ...options, entity: definition.entity, prefix: '', segmentPath: [] };
  const root = resolveGroup(walk, definition.root);
  const { segmentId, pinSides } = options;
  return {
    entity: definition.entity,
    root: segmentId === undefined ? root : withPins(root, segmentId, pinSides(segmentId)),
    asOf: options.asOf,
    asOfDay: dayOfInstant(options.asOf, options.calendar.timeZone),
    isPast: options.asOf < options.now,
  };
}
