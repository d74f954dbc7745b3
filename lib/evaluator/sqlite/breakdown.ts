import { isNamed, type NamedValue } from '#db/queries/preview/field-values.ts';
import { type Bits, countBits, emptyBits, hasBit, setBit } from '#lib/engine/bitset.ts';
import { groupsOf, putGroup, tallyGroups } from '#lib/engine/groups.ts';
import { codeReader, countEachCode, countSideCodes } from '#lib/engine/read-columns.ts';
import type { CodeCounts } from '#lib/engine/tally.ts';
import type { ResolvedDefinition } from '#lib/rules/resolved.ts';
import { appError } from '#lib/shared/errors.ts';
import { compareLabels } from '#lib/shared/text.ts';
import { touchedOrdinals } from '../columns/patch-sets.ts';
import type { BreakdownRow } from '../contract.ts';
import type { Members } from './members.ts';
import { fieldKey } from './question.ts';
import type { Records } from './records.ts';
import { columnIn, columnStore, recordsIn, rulesContext, type Session } from './session.ts';
import { wordedValues } from './value-names.ts';

type Pairs = { ids: Int32Array; values: Float64Array };

/** How many members hold each code, and how many hold none. A record with several values counts for each. */
function countCodes(pairs: Pairs, records: Records, members: Bits): CodeCounts {
  const counts = new Map<number, number>();
  const holding = emptyBits(records.size);
  for (let index = 0; index < pairs.ids.length; index++) {
    const ordinal = records.ordinalOf(pairs.ids[index] ?? -1);
    if (ordinal < 0 || !hasBit(members, ordinal)) continue;
    setBit(holding, ordinal);
    const code = pairs.values[index] ?? 0;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return { counts, missing: countBits(members) - countBits(holding) };
}

/** The same from columns; null when the field is not in them. */
function countInColumns(
  session: Session,
  { entity, asOf }: ResolvedDefinition,
  key: string,
  { bits, ordinals }: Members,
): CodeCounts | null {
  const store = columnStore(session);
  if (!store) return null;
  const codeAt = codeReader(store, entity, key);
  if (!codeAt) return countSideCodes(store, entity, key, bits, asOf);
  const groups = session.cache.get(
    `groups ${entity} ${key}`,
    [entity, 'account'],
    () => groupsOf(codeAt, bits.size),
    (held, rows) =>
      held === null ||
      touchedOrdinals(store, entity, rows).every((ordinal) => putGroup(held, ordinal, codeAt(ordinal))),
  );
  return groups ? tallyGroups(groups, ordinals) : countEachCode(codeAt, ordinals);
}

/** Rows by count, then label; records without a value last, as `null`. */
function breakdownRows(
  { counts, missing }: CodeCounts,
  names: ReadonlyMap<number, NamedValue>,
): BreakdownRow[] {
  const rows: BreakdownRow[] = [...counts].map(([code, count]) => {
    const { value, label } = names.get(code) ?? { value: String(code), label: String(code) };
    return { value, label, count };
  });
  rows.sort((a, b) => b.count - a.count || compareLabels(a.label, b.label));
  if (missing > 0) rows.push({ value: null, label: 'Not known', count: missing });
  return rows;
}

/** Members by the values of a field; throws `invalid` for a field that has no list of values. */
export function breakdownOf(
  session: Session,
  resolved: ResolvedDefinition,
  name: string,
  members: Members,
): BreakdownRow[] {
  const { entity } = resolved;
  const key = fieldKey(session, entity, name);
  if (!isNamed(rulesContext(session).columns.field(key))) {
    throw appError('invalid', `"${name}" has no list of values to count by.`);
  }
  const counted =
    countInColumns(session, resolved, key, members) ??
    countCodes(columnIn(session, entity, key, resolved), recordsIn(session, entity), members.bits);
  return breakdownRows(counted, wordedValues(session, key, [...counted.counts.keys()]));
}
