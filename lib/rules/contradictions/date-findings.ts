import type { Field } from '../catalog.ts';
import type { Draft } from '../draft.ts';
import { nouns } from '../describe/row-phrase.ts';
import { findNode } from '../edit/tree.ts';
import { updateRule } from '../edit/update-rule.ts';
import type { DateBounds } from '../resolved.ts';
import type { Asking } from './asking.ts';
import type { Finding, Fix } from './finding.ts';

/** Dates that record what happened; planned ones and custom ones may lie ahead. */
function isOfThePast(field: Field): boolean {
  return !field.planned && field.customFieldId === undefined;
}

function isAhead({ type, from }: DateBounds, { moment }: Asking): boolean {
  return from !== null && (type === 'day' ? from > moment.asOfDay : from > moment.asOf);
}

function isLongGone({ to }: DateBounds): boolean {
  return to !== null && to < 0;
}

/** `in the next 30 days` was meant as `in the last 30 days` where only the past is recorded. */
function lastFix(id: string, draft: Draft): Fix | null {
  const node = findNode(draft, id);
  const window = node?.kind === 'field' ? node.value : node?.kind === 'related' ? node.window : undefined;
  if (typeof window !== 'object' || !('next' in window)) return null;
  const { next, unit, ...rest } = window;
  const last = { ...rest, last: next, unit };
  return {
    label: `Use the last ${next === 1 ? unit : `${next} ${unit}s`}`,
    apply: (now) =>
      updateRule(now, id, (one) => {
        if (one.kind === 'field') return { ...one, value: last };
        return one.kind === 'related' ? { ...one, window: last } : one;
      }),
  };
}

function named({ entity, label }: Field): string {
  const rows = nouns[entity as keyof typeof nouns];
  return rows ? `“${label}” of a ${rows[0]}` : `“${label}”`;
}

/** Bounds that no date of the field can lie in: ahead of what records the past, or before 1970 (epoch day and ms 0). */
export function unreachableDates(
  id: string,
  field: Field,
  bounds: DateBounds,
  asking: Asking,
): Finding | null {
  const ahead = isOfThePast(field) && isAhead(bounds, asking);
  const last = isOfThePast(field) ? lastFix(id, asking.draft) : null;
  if (!ahead && last === null && !isLongGone(bounds)) return null;
  const message = isLongGone(bounds)
    ? `These dates end before 1970, and no ${named(field)} is that old.`
    : `These dates lie ahead, and ${named(field)} records what has happened.`;
  return { code: 'unreachableDates', id, others: [], message, fix: last };
}
