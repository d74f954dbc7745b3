import { type MemberIntervals, memberIntervals } from '#db/queries/preview/record-sets.ts';
import { type Bits, emptyBits, hasBit, setBit } from '#lib/engine/bitset.ts';
import { liveAccountOf } from '#lib/engine/atom-test.ts';
import type { Store } from '#lib/engine/store.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { referenceRowId } from '#lib/rules/reference-ids.ts';
import type { ChangeAtom } from '#lib/rules/relational.ts';
import { recordsIn, type Session } from './session.ts';

/** Read once for all windows, and again when members of the segment are written. */
function intervalsOf(session: Session, segmentId: number): MemberIntervals {
  return session.cache.get(`intervals ${segmentId}`, ['segment', 'segmentMember'], () =>
    memberIntervals(session.connection, segmentId),
  );
}

function bitsWhere(
  session: Session,
  entity: RootEntity,
  segmentId: number,
  counts: (from: number, to: number) => boolean,
): Bits {
  const { recordIds, from, to } = intervalsOf(session, segmentId);
  const records = recordsIn(session, entity);
  const bits = emptyBits(records.size);
  for (let index = 0; index < recordIds.length; index++) {
    if (!counts(from[index]!, to[index]!)) continue;
    const ordinal = records.ordinalOf(recordIds[index]!);
    if (ordinal >= 0) setBit(bits, ordinal);
  }
  return bits;
}

/** Members of a published segment now, by its intervals. */
export function segmentBits(session: Session, entity: RootEntity, segmentId: number): Bits {
  return session.cache.get(`members ${entity} ${segmentId}`, [entity, 'segment', 'segmentMember'], () =>
    bitsWhere(session, entity, segmentId, (_, to) => to === Number.POSITIVE_INFINITY),
  );
}

/** Records that came into a segment or left it within a change's bounds; of contacts by way of their account. */
export function changeBits(session: Session, store: Store, entity: RootEntity, atom: ChangeAtom): Bits {
  const segmentId = referenceRowId('segment', atom.segmentId) ?? -1;
  const since = atom.from ?? Number.NEGATIVE_INFINITY;
  const counts = (from: number, to: number) => {
    const at = atom.change === 'entered' ? from : to;
    return at >= since && at <= atom.to;
  };
  if (entity === 'account' || atom.of === 'self') return bitsWhere(session, entity, segmentId, counts);
  const accounts = bitsWhere(session, 'account', segmentId, counts);
  const { contact } = store.tables;
  const bits = emptyBits(contact.capacity);
  for (let ordinal = 0; ordinal < contact.used; ordinal++) {
    const account = liveAccountOf(store, ordinal);
    if (account >= 0 && hasBit(accounts, account)) setBit(bits, ordinal);
  }
  return bits;
}
