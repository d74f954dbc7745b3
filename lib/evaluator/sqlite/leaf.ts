import { readIds } from '#db/queries/preview/read-arrays.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import { printIds } from '#lib/rules/printers/sqlite.ts';
import type { Atom, Relational } from '#lib/rules/relational.ts';
import { and, type Bits, emptyBits, not, or } from './bitset.ts';
import { bitsOfIds } from './records.ts';
import { isIntervalField, recordsIn, rulesContext, type Session } from './session.ts';

/** Every positive atom of a form, negations and groups aside. */
export function atomsOf(form: Relational): Atom[] {
  switch (form.kind) {
    case 'and':
    case 'or':
      return form.parts.flatMap(atomsOf);
    case 'not':
      return atomsOf(form.part);
    default:
      return [form];
  }
}

/** Whether the set depends on the moment besides the bounds that the atom itself names. */
function isTimed(session: Session, atom: Atom, moment: Moment): boolean {
  if (atom.kind === 'related') return moment.isPast;
  return atom.kind === 'attribute' && isIntervalField(rulesContext(session).columns, atom.field);
}

function kindsOf(atom: Atom, entity: RootEntity): string[] {
  const records = entity === 'contact' ? ['contact', 'account'] : ['account'];
  return atom.kind === 'related' ? [...records, atom.entity] : records;
}

/**
 * The records for which one atom holds: a single SQL statement, kept by the atom with its resolved bounds. Changing
 * one condition of a rule asks the database for that condition alone.
 */
export function leafBits(session: Session, atom: Atom, entity: RootEntity, moment: Moment): Bits {
  const when = isTimed(session, atom, moment) ? `${moment.isPast} ${moment.asOf}` : '';
  const key = `leaf ${entity} ${when} ${JSON.stringify(atom)}`;
  return session.cache.get(key, kindsOf(atom, entity), () => {
    const { columns } = rulesContext(session);
    const query = printIds(atom, entity, { columns, moment });
    return bitsOfIds(recordsIn(session, entity), readIds(session.connection, query));
  });
}

/** A form as a set: its atoms' sets under and, or, not. */
export function formBits(form: Relational, size: number, leaf: (atom: Atom) => Bits): Bits {
  switch (form.kind) {
    case 'and':
      return form.parts
        .map((part) => formBits(part, size, leaf))
        .reduce((a, b) => and(a, b), not(emptyBits(size)));
    case 'or':
      return form.parts.map((part) => formBits(part, size, leaf)).reduce((a, b) => or(a, b), emptyBits(size));
    case 'not':
      return not(formBits(form.part, size, leaf));
    default:
      return leaf(form);
  }
}
