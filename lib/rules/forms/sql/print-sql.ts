import { formatIsoInstant } from '#lib/shared/days.ts';
import type { Catalog } from '../../catalog.ts';
import type { Asked, ChangeAtom, PinAtom, Relational } from '../../relational.ts';
import type { ResolvedDefinition } from '../../resolved.ts';
import { bigquery } from './bigquery.ts';
import { clickhouse } from './clickhouse.ts';
import type { SqlDialect } from './dialect.ts';
import { commentLines, isAmong, isKnown, join, not, plainTest, type Printed, whereLines } from './layout.ts';
import { rootTables } from './logical-schema.ts';
import { postgresql } from './postgresql.ts';
import { attributeTest } from './print-attribute.ts';
import { instantLiteral, type Row, type SqlContext, withinBounds } from './print-context.ts';
import { relatedTest } from './print-related.ts';
import { snowflake } from './snowflake.ts';
import { sqlite } from './sqlite.ts';

/** Databases that a rule is printed for. */
export const sqlDialects = { sqlite, postgresql, snowflake, bigquery, clickhouse } as const satisfies Record<
  string,
  SqlDialect
>;

export type SqlDialectName = keyof typeof sqlDialects;

export function isSqlDialect(form: string): form is SqlDialectName {
  return Object.hasOwn(sqlDialects, form);
}

/** The row that a condition is about, and the account of a contact. */
type Place = { self: Row; account: Row | null };

function rowOf({ self, account }: Place, of: Asked): Row {
  return (of === 'account' && account) || self;
}

function changeTest(atom: ChangeAtom, row: Row, context: SqlContext): Printed {
  const at = atom.change === 'entered' ? 'm.from_at' : 'm.to_at';
  const conditions = join('AND', [
    plainTest(`m.segment_id = ${context.dialect.text(atom.segmentId)}`, false),
    withinBounds(at, { type: 'instant', from: atom.from, to: atom.to }, context),
  ]);
  const lines = ['SELECT m.record_id', 'FROM segment_members m', ...whereLines(conditions)];
  return isAmong(`${row.alias}.id`, lines, row.mayBeMissing);
}

function pinTest(atom: PinAtom, row: Row, context: SqlContext): Printed {
  const at = instantLiteral(atom.at, context);
  const conditions = join('AND', [
    plainTest(`p.segment_id = ${context.dialect.text(atom.segmentId)}`, false),
    plainTest(`p.side = ${context.dialect.text(atom.side)}`, false),
    plainTest(`p.from_at <= ${at}`, false),
    join('OR', [plainTest('p.to_at IS NULL', false), plainTest(`p.to_at > ${at}`, true)]),
  ]);
  const lines = ['SELECT p.record_id', 'FROM segment_pins p', ...whereLines(conditions)];
  return isAmong(`${row.alias}.id`, lines, row.mayBeMissing);
}

/** A condition that is TRUE exactly where the form holds, and FALSE or NULL elsewhere. */
function print(form: Relational, place: Place, context: SqlContext): Printed {
  switch (form.kind) {
    case 'and':
    case 'or': {
      const parts = form.parts.map((part) => print(part, place, context));
      return join(form.kind === 'and' ? 'AND' : 'OR', parts);
    }
    case 'not':
      return not(print(form.part, place, context));
    case 'attribute':
      return attributeTest(form, rowOf(place, form.of), context);
    case 'related':
      return relatedTest(form, rowOf(place, form.of), context, (where, row) =>
        print(where, { self: row, account: null }, context),
      );
    case 'change':
      return changeTest(form, rowOf(place, form.of), context);
    case 'pinned':
      return pinTest(form, rowOf(place, form.of), context);
    case 'linked':
      return isKnown('a.id');
  }
}

/** How the text says who made it; the statement itself begins with these comments. */
export type SqlHeading = { name: string | null; sentence: string; timeZone: string };

/**
 * The definition as one SELECT over the logical schema (`docs/logical-schema.md`), to be pasted into a database. It asks
 * what `toPredicate` asks: a negated part is TRUE for records whose value is missing. Dates are those that the
 * definition was resolved to. Throws for a moment of the past, which the logical schema does not hold.
 */
export function printSql(
  definition: ResolvedDefinition,
  form: Relational,
  options: { dialect: SqlDialectName; catalog: Catalog; heading: SqlHeading },
): string {
  if (definition.isPast) throw new Error('The logical schema holds the present only.');
  const { heading, catalog } = options;
  const dialect: SqlDialect = sqlDialects[options.dialect];
  const { table, alias } = rootTables[definition.entity];
  const isContact = definition.entity === 'contact';
  const place: Place = {
    self: { alias, mayBeMissing: false },
    account: isContact ? { alias: 'a', mayBeMissing: true } : null,
  };
  const condition = print(form, place, { dialect, catalog, asOf: definition.asOf });
  const query = [
    `SELECT ${alias}.id, ${alias}.name`,
    `FROM ${table} ${alias}`,
    ...(isContact ? ['LEFT JOIN accounts a ON a.id = c.account_id'] : []),
    ...whereLines(condition),
    ...(dialect.settings ? [dialect.settings] : []),
  ];
  const body = query.join('\n');
  const uses = (name: string) => dialect.setUp.fold.length > 0 && body.includes(`${name}(`);
  const resolved = `Dates are as of ${formatIsoInstant(definition.asOf)}, days in ${heading.timeZone}.`;
  return [
    ...(heading.name === null ? [] : commentLines(heading.name)),
    ...commentLines(`${heading.sentence}.`),
    ...commentLines(`${resolved} Tables are those of Tessera's logical schema.`),
    ...(uses('fold_text') ? ['', ...dialect.setUp.fold, ''] : []),
    ...(uses('fold_texts') ? ['', ...dialect.setUp.lists, ''] : []),
    `${body};`,
    '',
  ].join('\n');
}
