import { unreachable } from '#lib/shared/errors.ts';
import type { Field } from '../../catalog.ts';
import { canonicalRef } from '../../reference-ids.ts';
import type { AttributeAtom, ValueTest } from '../../relational.ts';
import { catalogField } from '../../resolved-fields.ts';
import { isAmong, isKnown, join, listLines, plainTest, type Printed, whereLines, wrap } from './layout.ts';
import { numberText } from '../number-text.ts';
import { isAssigned, isFolded } from './logical-schema.ts';
import { columnAt, instantLiteral, type Row, type SqlContext, withinBounds } from './print-context.ts';

const signs = { eq: '=', lt: '<', lte: '<=', gt: '>', gte: '>=' } as const;

/** Texts as the column holds them: a reference in its one spelling. */
function textLiterals(field: Field, texts: readonly string[], { dialect }: SqlContext): string[] {
  const { refKind } = field;
  return texts.map((text) => dialect.text(refKind ? canonicalRef(refKind, text) : text));
}

function isOneOf(value: string, literals: readonly string[]): Printed {
  const [only] = literals;
  if (literals.length === 1) return plainTest(`${value} = ${only}`, true);
  return { lines: wrap(`${value} IN (`, listLines(literals), ')'), mayBeNull: true };
}

/** What a scalar is asked. NULL when it is missing, except where the question is whether it is. */
function valueTest(value: string, field: Field, asked: ValueTest, context: SqlContext): Printed {
  const { dialect } = context;
  switch (asked.test) {
    case 'present':
      return isKnown(value);
    case 'oneOf':
      return isOneOf(value, textLiterals(field, asked.texts, context));
    case 'contains':
    case 'startsWith':
    case 'endsWith':
      return plainTest(dialect[asked.test](value, asked.text), true);
    case 'compare':
      return plainTest(`${value} ${signs[asked.operator]} ${numberText(asked.number)}`, true);
    case 'range':
      return plainTest(`${value} BETWEEN ${numberText(asked.low)} AND ${numberText(asked.high)}`, true);
    case 'dates':
      return withinBounds(value, asked.bounds, context);
    case 'is':
      return plainTest(`${value} = ${asked.boolean ? 'TRUE' : 'FALSE'}`, true);
    default:
      return unreachable(asked);
  }
}

/** The scalar by which a field compares. */
export function comparedValue(row: string, field: Field, context: SqlContext): string {
  const column = columnAt(row, field, context);
  return isFolded(field) ? context.dialect.fold(column) : column;
}

function listTest(column: string, field: Field, asked: ValueTest, context: SqlContext): Printed {
  const { dialect } = context;
  if (asked.test === 'present') return plainTest(dialect.hasItems(column), dialect.listMayBeNull);
  if (asked.test !== 'oneOf') throw new Error(`"${asked.test}" cannot be asked of a list.`);
  const literals = textLiterals(field, asked.texts, context);
  return plainTest(dialect.hasAny(column, literals), dialect.listMayBeNull);
}

/** Who holds a slot at the moment that the rule is about. */
function assignmentTest(row: Row, field: Field, asked: ValueTest, context: SqlContext): Printed {
  const at = instantLiteral(context.asOf, context);
  const held = join('AND', [
    plainTest(`g.slot = ${context.dialect.text(field.key)}`, false),
    plainTest(`g.from_at <= ${at}`, false),
    plainTest(`(g.to_at IS NULL OR g.to_at > ${at})`, false),
    valueTest('g.holder_id', field, asked, context),
  ]);
  const lines = ['SELECT g.account_id', 'FROM account_assignments g', ...whereLines(held)];
  return isAmong(`${row.alias}.id`, lines, row.mayBeMissing);
}

/** A condition on a field of the row at an alias. */
export function attributeTest(atom: AttributeAtom, row: Row, context: SqlContext): Printed {
  const field = catalogField(context.catalog, atom.field);
  if (isAssigned(field)) return assignmentTest(row, field, atom.test, context);
  if (field.type === 'tags') return listTest(columnAt(row.alias, field, context), field, atom.test, context);
  return valueTest(comparedValue(row.alias, field, context), field, atom.test, context);
}
