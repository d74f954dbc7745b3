import { reachableCounts, scopedIds } from '#db/queries/preview/record-sets.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { findField } from '#lib/rules/catalog.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { Atom, Relational } from '#lib/rules/relational.ts';
import { resolveDefinition } from '#lib/rules/resolve.ts';
import type { ResolvedDefinition } from '#lib/rules/resolved.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Question } from '../contract.ts';
import { type Bits, ordinalsOf } from '#lib/engine/bitset.ts';
import { scopeInColumns } from '#lib/engine/scope-bits.ts';
import { patchNumbers, patchRecords } from '../columns/patch-sets.ts';
import type { Sets } from './combine.ts';
import { atomsOf, formBits } from '#lib/engine/form-bits.ts';
import { reachableAt, reachableCounts as reachableInColumns } from '#lib/engine/read-columns.ts';
import { leafBits } from './leaf.ts';
import { alignNumbers, bitsOfIds, type Records } from './records.ts';
import { columnStore, recordsIn, rulesContext, type Session } from './session.ts';

/** Gives way to what has come in since, and throws when the question was taken back. Between statements only. */
export type Checkpoint = () => Promise<void>;

const MINUTE_MS = 60_000;
/** The builder asks for details with the `asOf` of its first answer: still the present. */
const PRESENT_MS = 10 * MINUTE_MS;

/**
 * A question about the present is answered for the end of its minute, so that conditions keep their sets while a rule
 * is edited; one about the past for its exact instant.
 */
function momentOf({ asOf, now }: Pick<Question, 'asOf' | 'now'>): { asOf: number; now: number } {
  const age = now - asOf;
  if (age < 0 || age > PRESENT_MS) return { asOf, now };
  const minute = Math.floor(asOf / MINUTE_MS) * MINUTE_MS + MINUTE_MS - 1;
  return { asOf: minute, now: minute };
}

export function resolveQuestion(
  session: Session,
  question: Pick<Question, 'definition' | 'asOf' | 'now' | 'segmentId'>,
): ResolvedDefinition {
  const { catalog, settings, published, pinSides } = rulesContext(session);
  return resolveDefinition(question.definition, {
    catalog,
    ...momentOf(question),
    calendar: { timeZone: settings.timeZone, fiscalYearStartMonth: settings.fiscalYearStartMonth },
    publishedRule: (id) => published.get(id) ?? null,
    pinSides,
    segmentId: question.segmentId,
  });
}

/** The moment of a question without a rule. */
export function presentMoment(now: number): Moment {
  return { asOf: now, asOfDay: 0, isPast: false };
}

/** The key in the catalog of a field as a question names it; throws `invalid` for an unknown one. */
export function fieldKey(session: Session, entity: Parameters<typeof findField>[1], name: string): string {
  const field = findField(rulesContext(session).catalog, entity, name);
  if (!field) {
    throw appError('invalid', `There is no field "${name}".`, {
      issues: [{ path: '', code: 'unknown_field', message: `There is no field "${name}".` }],
    });
  }
  return `${field.entity}.${field.key}`;
}

/** Records the asker may count: all, or those of accounts that one of the scope's holders holds now. */
export function scopeBits(session: Session, entity: RootEntity, scope: Scope): Bits {
  const records = recordsIn(session, entity);
  if (scope.all) return records.all;
  const store = columnStore(session);
  const inColumns = store && scopeInColumns(store, entity, scope.repIds);
  return session.cache.get(
    `scope ${entity} ${JSON.stringify(scope.repIds)}`,
    [entity, 'account'],
    () => inColumns?.bits() ?? bitsOfIds(records, scopedIds(session.connection, entity, scope)),
    inColumns ? patchRecords(store, entity, () => inColumns.test) : undefined,
  );
}

/** The sets of a resolved definition's forms; atoms are read once and kept. */
export function setsOf(session: Session, resolved: ResolvedDefinition): Sets {
  const { entity } = resolved;
  const { size } = recordsIn(session, entity);
  const leaf = (atom: Atom) => leafBits(session, atom, entity, resolved);
  return { size, of: (form) => formBits(form, size, leaf) };
}

/** Reads every atom of the forms, one statement at a time. */
export async function readAtoms(
  session: Session,
  resolved: ResolvedDefinition,
  forms: readonly Relational[],
  checkpoint: Checkpoint,
): Promise<void> {
  const seen = new Set<string>();
  for (const atom of forms.flatMap(atomsOf)) {
    const key = JSON.stringify(atom);
    if (seen.has(key)) continue;
    seen.add(key);
    await checkpoint();
    leafBits(session, atom, resolved.entity, resolved);
  }
}

/** The definition's members, scope aside. */
export async function membersOf(
  session: Session,
  resolved: ResolvedDefinition,
  checkpoint: Checkpoint,
): Promise<Bits> {
  const form = toRelational(resolved);
  await readAtoms(session, resolved, [form], checkpoint);
  return setsOf(session, resolved).of(form);
}

/** Numbers of reachable contacts by ordinal. */
export function reachableByRecord(session: Session, entity: RootEntity): Int32Array {
  const store = columnStore(session);
  // None is 0.
  const make = () =>
    (store && reachableInColumns(store, entity)) ??
    Int32Array.from(alignNumbers(recordsIn(session, entity), reachableCounts(session.connection, entity)));
  const numberOf = (ordinal: number) => (store ? reachableAt(store, entity, ordinal) : 0);
  const patch = patchNumbers<Int32Array>(store, entity, numberOf);
  return session.cache.get(`reachable ${entity}`, [entity, 'contact'], make, patch);
}

/** Ids of a set, ascending. */
export function idsOf(records: Records, bits: Bits): Int32Array {
  return ordinalsOf(bits).map((ordinal) => records.ids[ordinal]!);
}
