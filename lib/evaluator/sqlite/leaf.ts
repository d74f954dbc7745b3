import { readIds } from '#db/queries/preview/read-arrays.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import type { Atom } from '#lib/rules/relational.ts';
import { atomBits } from '#lib/engine/atom-bits.ts';
import { atomTest } from '#lib/engine/atom-test.ts';
import type { Bits } from '#lib/engine/bitset.ts';
import { changeBits } from './membership.ts';
import { bitsOfIds } from './records.ts';
import { patchRecords } from '../columns/patch-sets.ts';
import {
  askingColumns,
  columnStore,
  isIntervalField,
  recordsIn,
  rulesContext,
  type Session,
} from './session.ts';

/** Whether the set depends on the moment besides the bounds that the atom itself names. */
function isTimed(session: Session, atom: Atom, moment: Moment): boolean {
  if (atom.kind === 'related') return moment.isPast;
  return atom.kind === 'attribute' && isIntervalField(rulesContext(session).columns, atom.field);
}

/** The kinds of record of which a change may change the set. */
function kindsOf(atom: Atom, entity: RootEntity): string[] {
  const records = entity === 'contact' ? ['contact', 'account'] : ['account'];
  switch (atom.kind) {
    case 'change':
      return [...records, 'segment', 'segmentMember'];
    case 'pinned':
      return [...records, 'segment'];
    case 'related':
      return [...records, atom.entity];
    case 'attribute':
    case 'linked':
      return records;
  }
}

/**
 * The records for which one atom holds, from the columns or else by a single SQL statement, kept by the atom with its
 * resolved bounds. Changing one condition of a rule asks for that condition alone.
 */
export function leafBits(session: Session, atom: Atom, entity: RootEntity, moment: Moment): Bits {
  const when = isTimed(session, atom, moment) ? `${moment.isPast} ${moment.asOf}` : '';
  const key = `leaf ${entity} ${when} ${JSON.stringify(atom)}`;
  const make = (): Bits => {
    const asking = askingColumns(session, entity, moment);
    if (asking && atom.kind === 'change') return changeBits(session, asking.store, entity, atom);
    const bits = asking && atomBits(asking, atom);
    if (bits) return bits;
    const { columns } = rulesContext(session);
    const query = printIds(atom, entity, { columns, moment });
    return bitsOfIds(recordsIn(session, entity), readIds(session.connection, query));
  };
  const store = columnStore(session);
  const test = () => store && atomTest(store, entity, moment, atom);
  return session.cache.get(key, kindsOf(atom, entity), make, patchRecords(store, entity, test));
}
