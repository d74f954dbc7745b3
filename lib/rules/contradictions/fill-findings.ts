import { formatRate } from '#lib/shared/format.ts';
import type { Field } from '../catalog.ts';
import { nouns } from '../describe/row-phrase.ts';
import { andIsKnown } from '../edit/and-is-known.ts';
import { orIsUnknown } from '../edit/or-is-unknown.ts';
import { findNode } from '../edit/tree.ts';
import { positiveOf } from '../operators.ts';
import type { ResolvedField } from '../resolved.ts';
import type { Asking } from './asking.ts';
import type { Finding, Fix } from './finding.ts';

/** Below this share of records with a value, a condition on the field mostly asks who has one at all. */
const MOSTLY_EMPTY_BELOW = 0.2;

function rowNoun(field: Field): readonly [string, string] {
  if (field.entity === 'account') return ['account', 'accounts'];
  return nouns[field.entity as keyof typeof nouns] ?? ['record', 'records'];
}

/** A field that few records fill. `isOwn`: the record's own field, not one of its rows. */
export function mostlyEmpty(
  rule: ResolvedField,
  field: Field,
  asking: Asking,
  isOwn: boolean,
): Finding | null {
  if (rule.operator === 'empty' || rule.operator === 'notEmpty') return null;
  const rate = asking.facts.fillRate(rule.field);
  if (rate === null || rate >= MOSTLY_EMPTY_BELOW) return null;
  const [, several] = rowNoun(field);
  const isNegative = positiveOf(rule.operator) !== null;
  const share = `Only ${formatRate(rate, { digits: rate < 0.01 ? 1 : 0 })} of ${several} have a value in “${field.label}”`;
  const effect = isNegative ? 'the rest count as not having it' : 'the rest are left out';
  const name = findNode(asking.draft, rule.id);
  const fix: Fix | null =
    !isOwn || name?.kind !== 'field'
      ? null
      : isNegative
        ? { label: 'And is known', apply: (draft) => andIsKnown(draft, rule.id, asking.newId) }
        : { label: 'Or is unknown', apply: (draft) => orIsUnknown(draft, name.field, asking.newId) };
  return { code: 'mostlyEmpty', id: rule.id, others: [], message: `${share}; ${effect}.`, fix };
}
