import type { RootEntity } from '#lib/rules/ast.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { Atom, RelatedAtom, Relational } from '#lib/rules/relational.ts';
import { hasBit } from './bitset.ts';
import { visitAccountRows } from './child-rows.ts';
import { comparableAt, type Column } from './columns.ts';
import { measurePasses } from './compare-measure.ts';
import { relatedRowTest } from './related-rows.ts';
import { attributeTest, type RowTest } from './row-test.ts';
import { sideRowsOf } from './side-rows.ts';
import type { Store } from './store.ts';
import { exactSum } from '#lib/shared/exact-sum.ts';

/** The live account of a contact by ordinal, -1 for none. */
export function liveAccountOf({ tables: { account, contact } }: Store, ordinal: number): number {
  const found = contact.accounts[ordinal] ?? -1;
  return found >= 0 && hasBit(account.live, found) ? found : -1;
}

function numbersAt(column: Column, row: number): number[] {
  const held =
    column.kind === 'side'
      ? sideRowsOf(column, row).map((at) => comparableAt(column.value, at))
      : [comparableAt(column, row)];
  return held.filter((number) => !Number.isNaN(number));
}

/** What rows measure: NaN where there is nothing to measure. */
function measureOf(fn: RelatedAtom['measure']['fn'], rows: number[], column: Column): number {
  const numbers = rows.flatMap((row) => numbersAt(column, row));
  switch (fn) {
    case 'count':
      return rows.length;
    case 'countDistinct':
      return new Set(numbers).size;
    case 'sum':
      return exactSum(numbers);
    case 'avg':
      return numbers.length === 0 ? Number.NaN : exactSum(numbers) / numbers.length;
    case 'min':
      return numbers.length === 0 ? Number.NaN : numbers.reduce((a, b) => Math.min(a, b));
    case 'max':
      return numbers.length === 0 ? Number.NaN : numbers.reduce((a, b) => Math.max(a, b));
  }
}

/** Related rows of single accounts; null for families, a contact's own rows, a past moment. */
function relatedTest(store: Store, entity: RootEntity, moment: Moment, atom: RelatedAtom): RowTest | null {
  const isOfContact = entity === 'contact' && atom.of === 'self';
  if (moment.isPast || atom.scope === 'family' || isOfContact) return null;
  const looksAt = relatedRowTest(store, atom, moment.asOf);
  const passes = measurePasses(atom);
  const table = store.tables[atom.entity];
  const { fn, field } = atom.measure;
  if (!looksAt) return null;
  if (fn === 'count' || field === null) {
    return (account) => {
      let count = 0;
      visitAccountRows(table, account, (row) => {
        if (looksAt(row)) count += 1;
      });
      return count > 0 && passes(count);
    };
  }
  const column = table.columns.get(field);
  if (!column || (column.kind === 'side' && column.span)) return null;
  return (account) => {
    const rows: number[] = [];
    visitAccountRows(table, account, (row) => {
      if (looksAt(row)) rows.push(row);
    });
    return (
      rows.length > 0 &&
      passes(
        measureOf(
          fn,
          rows.sort((a, b) => a - b),
          column,
        ),
      )
    );
  };
}

/**
 * Whether an atom holds for one record by ordinal: what `atomBits` answers for all of them. Null for what only whole
 * sets are asked of here, or the columns cannot answer.
 */
export function atomTest(store: Store, entity: RootEntity, moment: Moment, atom: Atom): RowTest | null {
  const isOfAccount = entity === 'contact' && atom.kind !== 'linked' && atom.of === 'account';
  const ofAccount = (test: RowTest | null): RowTest | null =>
    test &&
    ((contact) => {
      const account = liveAccountOf(store, contact);
      return account >= 0 && test(account);
    });
  switch (atom.kind) {
    case 'change':
    case 'pinned':
      return null;
    case 'linked':
      return (contact) => liveAccountOf(store, contact) >= 0;
    case 'related': {
      const test = relatedTest(store, entity, moment, atom);
      return isOfAccount ? ofAccount(test) : test;
    }
    case 'attribute': {
      const table = store.tables[isOfAccount ? 'account' : entity];
      const test = attributeTest(store, table, atom.field, atom.test, moment.asOf);
      return isOfAccount ? ofAccount(test) : test;
    }
  }
}

/** A whole rule for single records by ordinal; null when one of its atoms is not to be had so. */
export function formRecordTest(form: Relational, testOf: (atom: Atom) => RowTest | null): RowTest | null {
  switch (form.kind) {
    case 'and':
    case 'or': {
      const parts = form.parts.map((part) => formRecordTest(part, testOf));
      const tests = parts.filter((test) => test !== null);
      if (tests.length < parts.length) return null;
      return form.kind === 'and'
        ? (ordinal) => tests.every((test) => test(ordinal))
        : (ordinal) => tests.some((test) => test(ordinal));
    }
    case 'not': {
      const part = formRecordTest(form.part, testOf);
      return part && ((ordinal) => !part(ordinal));
    }
    default:
      return testOf(form);
  }
}
