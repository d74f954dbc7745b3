import { unreachable } from '#lib/shared/errors.ts';
import { asksExistence, type RelatedAtom, type Relational } from '../../relational.ts';
import { catalogField } from '../../resolved-fields.ts';
import { isAmong, isKnown, join, plainTest, type Printed, type Test, whereLines } from './layout.ts';
import { numberText } from '../number-text.ts';
import { relatedTables } from './logical-schema.ts';
import { comparedValue } from './print-attribute.ts';
import { columnAt, type Row, type SqlContext, withinBounds } from './print-context.ts';

type Link = {
  /** Column that names the record, in the subquery and outside of it. */
  owner: string;
  outside: string;
  joins: readonly string[];
};

/** How the rows are tied to the record at alias `row`; null when no row of this kind ever is. */
function linkOf(atom: RelatedAtom, row: string): Link | null {
  const { alias, contact } = relatedTables[atom.entity];
  if (atom.scope === 'family') {
    const joins = [`JOIN accounts f ON f.id = ${alias}.account_id`];
    return { owner: 'f.family_id', outside: `${row}.family_id`, joins };
  }
  if (row !== 'c') return { owner: `${alias}.account_id`, outside: `${row}.id`, joins: [] };
  if (!contact) return null;
  if (!('table' in contact)) return { owner: `${alias}.${contact.column}`, outside: 'c.id', joins: [] };
  const joins = [`JOIN ${contact.table} l ON l.${contact.row} = ${alias}.id`];
  return { owner: `l.${contact.column}`, outside: 'c.id', joins };
}

/** The measured value of a record's rows, and what has to be joined for it. */
function measureOf({ entity, measure }: RelatedAtom, context: SqlContext) {
  const { alias } = relatedTables[entity];
  if (measure.fn === 'count' || measure.field === null) return { value: 'COUNT(*)', joins: [] };
  const field = catalogField(context.catalog, measure.field);
  const list = field.type === 'tags' ? context.dialect.items(columnAt(alias, field, context)) : null;
  const value = list?.value ?? comparedValue(alias, field, context);
  const joins = list ? [list.join] : [];
  switch (measure.fn) {
    case 'sum':
      return { value: `COALESCE(SUM(${value}), 0)`, joins };
    case 'avg':
    case 'min':
    case 'max':
      return { value: `${measure.fn.toUpperCase()}(${value})`, joins };
    case 'countDistinct':
      return { value: `COUNT(DISTINCT ${value})`, joins };
    default:
      return unreachable(measure.fn);
  }
}

const signs = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

function comparison(measured: string, { operator, value }: RelatedAtom): string {
  if (operator === 'known') return `${measured} IS NOT NULL`;
  const low = numberText(value.low);
  if (operator === 'between' || operator === 'notBetween') {
    const word = operator === 'between' ? 'BETWEEN' : 'NOT BETWEEN';
    return `${measured} ${word} ${low} AND ${numberText(value.high)}`;
  }
  return `${measured} ${signs[operator]} ${low}`;
}

/**
 * Records with related rows that measure as asked. The subquery stands on its own, which every database runs.
 */
export function relatedTest(
  atom: RelatedAtom,
  row: Row,
  context: SqlContext,
  printWhere: (where: Relational, row: Row) => Printed,
): Test {
  const { table, alias } = relatedTables[atom.entity];
  const link = linkOf(atom, row.alias);
  if (!link) return { ...plainTest('FALSE', false), complement: ['TRUE'] };
  const { window } = atom;
  const date = window && catalogField(context.catalog, `${atom.entity}.${window.field}`);
  const conditions = join('AND', [
    isKnown(link.owner),
    ...(window && date ? [withinBounds(columnAt(alias, date, context), window.bounds, context)] : []),
    ...(atom.where ? [printWhere(atom.where, { alias, mayBeMissing: false })] : []),
  ]);
  const measured = asksExistence(atom) ? null : measureOf(atom, context);
  const lines = [
    `SELECT ${link.owner}`,
    ...[`FROM ${table} ${alias}`, ...link.joins, ...(measured?.joins ?? [])],
    ...whereLines(conditions),
    ...(measured ? [`GROUP BY ${link.owner}`, `HAVING ${comparison(measured.value, atom)}`] : []),
  ];
  return isAmong(link.outside, lines, row.mayBeMissing);
}
