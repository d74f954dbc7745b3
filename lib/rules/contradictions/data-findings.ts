import type { Catalog } from '../catalog.ts';
import type { Draft } from '../draft.ts';
import { catalogField } from '../resolved-fields.ts';
import type {
  ResolvedDefinition,
  ResolvedField,
  ResolvedFieldGroup,
  ResolvedRelated,
  ResolvedRule,
} from '../resolved.ts';
import type { Asking } from './asking.ts';
import { unreachableDates } from './date-findings.ts';
import { mostlyEmpty } from './fill-findings.ts';
import type { Finding, RuleFacts } from './finding.ts';
import { unknownValue } from './value-findings.ts';

function ofField(rule: ResolvedField, asking: Asking, isOwn: boolean): Finding[] {
  const field = catalogField(asking.catalog, rule.field);
  const dates =
    rule.value.kind === 'dates' ? unreachableDates(rule.id, field, rule.value.bounds, asking) : null;
  return [unknownValue(rule, field, asking), dates, mostlyEmpty(rule, field, asking, isOwn)].filter(
    (one) => one !== null,
  );
}

function ofRows(rule: ResolvedRelated, asking: Asking): Finding[] {
  const inside = (one: ResolvedFieldGroup | ResolvedField): Finding[] =>
    one.kind === 'group' ? one.rules.flatMap(inside) : ofField(one, asking, false);
  const { window, entity, where } = rule;
  const dated = window && catalogField(asking.catalog, `${entity}.${window.field}`);
  const dates = window && dated ? unreachableDates(rule.id, dated, window.bounds, asking) : null;
  return [...(dates ? [dates] : []), ...(where ? inside(where) : [])];
}

/** What the data say against a rule: values that no record has, dates that none can have, fields that few have. */
export function dataFindings(
  moment: ResolvedDefinition,
  draft: Draft,
  catalog: Catalog,
  facts: RuleFacts,
  newId: () => string,
): Finding[] {
  const asking: Asking = { catalog, facts, draft, newId, moment };
  const inside = (rule: ResolvedRule): Finding[] => {
    if (rule.kind === 'group') return rule.rules.flatMap(inside);
    if (rule.kind === 'field') return ofField(rule, asking, true);
    return rule.kind === 'related' ? ofRows(rule, asking) : [];
  };
  return inside(moment.root);
}
