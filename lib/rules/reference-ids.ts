import type { IdKind } from '#lib/shared/ids.ts';
import { parsePublicId, toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';

import type { RefKind } from './catalog.ts';

/** Kinds of public id that a reference field takes; a pool holds accounts like a rep, in one id space. */
const idKinds: Record<RefKind, readonly IdKind[]> = {
  account: ['account'],
  rep: ['rep', 'pool'],
  tier: ['tier'],
  territory: ['territory'],
  class: [],
  segment: ['segment'],
  opportunity: ['opportunity'],
  user: ['user'],
};

/** The row id that a reference value names, or null when it is an id of another kind. */
export function referenceRowId(refKind: RefKind, id: string): number | null {
  for (const kind of idKinds[refKind]) {
    const rowId = parsePublicId(kind, id);
    if (rowId !== null) return rowId;
  }
  return null;
}

/** One spelling per referenced record, so that ids compare as texts. A class has no row: its name is its id. */
export function canonicalRef(refKind: RefKind, id: string): string {
  if (refKind === 'class') return foldText(id);
  const [kind] = idKinds[refKind];
  const rowId = referenceRowId(refKind, id);
  return kind && rowId !== null ? toPublicId(kind, rowId) : id.trim();
}

/** The public id of a referenced row. */
export function publicReference(refKind: RefKind, rowId: number): string {
  const [kind] = idKinds[refKind];
  return kind ? toPublicId(kind, rowId) : String(rowId);
}
