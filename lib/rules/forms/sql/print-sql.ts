import { formatIsoInstant } from '#lib/shared/days.ts';
import type { Catalog } from '../../catalog.ts';
import type { Asked, ChangeAtom, Relational } from '../../relational.ts';
import type { ResolvedDefinition } from '../../resolved.ts';
import { bigquery } from './bigquery.ts';
import { clickhouse } from './clickhouse.ts';
import type { SqlDialect } from './dialect.ts';
import { commentLines, join, not, plainTest, type Printed, type Test, whereLines, wrap } from './layout.ts';
import { rootTables } from './logical-schema.ts';
import { postgresql } from './postgresql.ts';
import { attributeTest } from './print-attribute.ts';
import { type SqlContext, withinBounds } from './print-context.ts';
import { relatedTest } from './print-related.ts';
import { snowflake } from './snowflake.ts';
import { sqlite } from './sqlite.ts';

/** Databases that a rule is printed for. */
export const sqlDialects = { sqlite, postgresql, snowflake, bigquery, clickhouse } as const satisfies Record<
  string,
  SqlDialect
>;

export type SqlDialectName = keyof typeof sqlDialects;

/** Alias of the row that a condition asks: a contact's account is `a`, a related row its own. */
type Place = { self: string; hasAccount: boolean };

function rowOf({ self, hasAccount }: Place, of: Asked): string {
  return of === 'account' && hasAccount ? 'a' : self;
}

function changeTest(atom: ChangeAtom, row: string, context: SqlContext): Printed {
  const at = atom.change === 'entered' ? 'm.from_at' : 'm.to_at';
  const conditions = join('AND', [
    plainTest(`m.segment_id = ${context.dialect.text(atom.segmentId)}`, false),
    withinBounds(at, { type: 'instant', from: atom.from, to: atom.to }, context),
  ]);
  const lines = ['SELECT m.record_id', 'FROM segment_members m', ...whereLines(conditions)];
  return { lines: wrap(`${row}.id IN (`, lines, ')'), mayBeNull: true };
}

/** A condition that is TRUE exactly where the form holds, and FALSE or NULL elsewhere. */
function print(form: Relational, place: Place, context: SqlContext, isNegated = false): Printed {
  switch (form.kind) {
    case 'and':
    case 'or': {
      const parts = form.parts.map((part) => print(part, place, context));
      return join(form.kind === 'and' ? 'AND' : 'OR', parts);
    }
    case 'not':
      return negated(form.part, place, context);
    case 'attribute':
      return attributeTest(form, rowOf(place, form.of), context);
    case 'related': {
      const row = rowOf(place, form.of);
      const mayBeMissing = row === 'a' && place.hasAccount;
      return relatedTest(form, { row, mayBeMissing, isNegated }, context, (where, alias) =>
        print(where, { self: alias, hasAccount: false }, context),
      );
    }
    case 'change':
      return changeTest(form, rowOf(place, form.of), context);
    case 'linked':
      return plainTest('a.id IS NOT NULL', false);
  }
}

/** The complement; what SQL has an own word for is written with it. */
function negated(form: Relational, place: Place, context: SqlContext): Test | Printed {
  if (form.kind === 'related') return print(form, place, context, true);
  const printed = print(form, place, context);
  const [line = ''] = 'lines' in printed ? printed.lines : [];
  if ('lines' in printed && printed.lines.length === 1 && !printed.mayBeNull && line.endsWith(' IS NOT NULL')) {
    return plainTest(line.replace(/ IS NOT NULL$/, ' IS NULL'), false);
  }
  return not(printed);
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
  const place: Place = { self: alias, hasAccount: isContact };
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
    ...(uses('fold_text') ? dialect.setUp.fold : []),
    ...(uses('fold_texts') ? dialect.setUp.lists : []),
    `${body};`,
    '',
  ].join('\n');
}
