import type { Measure, RelatedCondition, Window } from '../ast.ts';
import type { Catalog } from '../catalog.ts';
import { findField, mainDate } from '../catalog.ts';
import { measureFunctionsFor, measureOperatorsFor } from '../operators.ts';
import { nodeShapes } from '../rule-schema.ts';
import { parseNumber, parseNumberRange } from './parse-value.ts';
import { parseWindow } from './parse-window.ts';
import type { Report } from './report.ts';
import { readShape, shown } from './report.ts';

const nouns = {
  technology: 'Technologies',
  signal: 'Signals',
  contact: 'Contacts',
  opportunity: 'Deals',
  activity: 'Activities',
} as const;

type Place = { entity: RelatedCondition['entity']; path: string; catalog: Catalog; report: Report };

/** A window over related rows, with the date that it names. */
export function parseRowWindow(input: unknown, place: Place): Window | undefined {
  const { entity, path, catalog, report } = place;
  const named: unknown =
    typeof input === 'object' && input !== null ? (input as { field?: unknown }).field : undefined;
  const key = named ?? mainDate[entity];
  if (key === null) {
    return report(path, 'no_date', `${nouns[entity]} have several dates: say which one the window means.`);
  }
  const field = typeof key === 'string' ? findField(catalog, entity, key) : null;
  if (!field) return report(`${path}/field`, 'unknown_field', `${nouns[entity]} have no date ${shown(key)}.`);
  if (field.type !== 'day' && field.type !== 'instant') {
    return report(
      `${path}/field`,
      'no_date',
      `"${field.label}" is not a date, so no window can be laid on it.`,
    );
  }
  const subject = `"${nouns[entity]} in a window"`;
  const window = parseWindow(input, { path, subject, dateType: field.type, report });
  return window && (named === undefined ? window : { field: field.key, ...window });
}

function parseMeasure(
  measure: { fn: Measure['fn']; field?: string | undefined },
  place: Place,
): Measure | undefined {
  const { entity, path, catalog, report } = place;
  const { fn, field: key } = measure;
  if (fn === 'count') {
    if (key === undefined) return { fn };
    return report(`${path}/field`, 'unknown_key', 'A count takes no field; "countDistinct" does.');
  }
  if (key === undefined) return report(`${path}/field`, 'missing', `"${fn}" needs the field to measure.`);
  const field = findField(catalog, entity, key);
  if (!field || key.startsWith('account.')) {
    return report(`${path}/field`, 'unknown_field', `${nouns[entity]} have no field ${shown(key)}.`);
  }
  if (!measureFunctionsFor(field.type).includes(fn)) {
    return report(`${path}/field`, 'wrong_type', `"${field.label}" is not a number, so it has no ${fn}.`);
  }
  return { fn, field: field.key };
}

/** Everything of a related condition but its `where`, which is a group like any other. */
export function parseRelatedHead(
  input: unknown,
  path: string,
  catalog: Catalog,
  report: Report,
): {
  condition: Omit<RelatedCondition, 'where'> | undefined;
  entity?: RelatedCondition['entity'];
  where?: unknown;
} {
  const shape = readShape(nodeShapes.related, input, path, report);
  if (!shape) return { condition: undefined };
  const { id, kind, entity, of, operator } = shape;
  const rest = { entity, where: shape.where };
  const window =
    shape.window === undefined
      ? null
      : parseRowWindow(shape.window, { entity, path: `${path}/window`, catalog, report });
  const measure = parseMeasure(shape.measure, { entity, path: `${path}/measure`, catalog, report });
  if (measure && !measureOperatorsFor(measure.fn).includes(operator)) {
    const message = `A ${measure.fn} is never exact, so compare it with at least, at most or between.`;
    report(`${path}/operator`, 'unknown_operator', message);
    return { condition: undefined, ...rest };
  }
  const subject = `"${nouns[entity]} ${shape.measure.fn} ${operator}"`;
  const range = operator === 'between' || operator === 'notBetween';
  const value = (range ? parseNumberRange : parseNumber)(shape.value, `${path}/value`, subject, report);
  if (window === undefined || measure === undefined || value === undefined)
    return { condition: undefined, ...rest };
  const condition = {
    id,
    kind,
    entity,
    ...(of === undefined ? {} : { of }),
    ...(window === null ? {} : { window }),
    measure,
    operator,
    value,
  };
  return { condition, ...rest };
}
