import { unreachable } from '#lib/shared/errors.ts';
import type { Moment } from '../facts-as-of.ts';
import { canonicalRef, referenceRowId } from '../reference-ids.ts';
import type { ValueTest } from '../relational.ts';
import type { DateBounds } from '../resolved.ts';
import type { FieldColumn, SideColumn, ValueColumn } from './sqlite-columns.ts';
import { joinSql, type Sql, sql, sqlList, sqlName } from './sql.ts';
import { outcomeAsOf, stageAsOf } from './sqlite-deals.ts';

/** Bounds as SQL on a scalar; open on both sides it still asks that there is a value. */
export function withinBounds(value: Sql, { from, to }: Pick<DateBounds, 'from' | 'to'>): Sql {
  if (from !== null && to !== null) return sql`${value} BETWEEN ${from} AND ${to}`;
  if (from !== null) return sql`${value} >= ${from}`;
  if (to !== null) return sql`${value} <= ${to}`;
  return sql`${value} IS NOT NULL`;
}

function columnOf(column: string, row: string): Sql {
  return column.includes('$')
    ? { sql: column.replaceAll('$', row), params: [] }
    : sqlName(`${row}.${column}`);
}

/** The scalar that a value compares by: a code, folded text, a number; NULL when it is missing. */
export function comparedValue(value: ValueColumn, row: string, moment: Moment): Sql {
  switch (value.store) {
    case 'text':
      return sql`nullif(${columnOf(value.folded, row)}, '')`;
    case 'dayOnceCome': {
      const day = columnOf(value.column, row);
      return moment.isPast ? sql`CASE WHEN ${day} <= ${moment.asOfDay} THEN ${day} END` : day;
    }
    case 'stage':
      return sql`(SELECT sg.term_id FROM stages sg WHERE sg.id = ${stageAsOf(row, moment)})`;
    case 'outcome':
      return outcomeAsOf(row, moment);
    default:
      return columnOf(value.column, row);
  }
}

function textTest(text: Sql, asked: ValueTest): Sql | null {
  switch (asked.test) {
    case 'oneOf':
      return asked.texts.length === 1
        ? sql`${text} = ${asked.texts[0] ?? ''}`
        : sql`${text} IN ${sqlList(asked.texts)}`;
    case 'contains':
      return sql`instr(${text}, ${asked.text}) > 0`;
    case 'startsWith':
      return sql`substr(${text}, 1, length(${asked.text})) = ${asked.text}`;
    case 'endsWith':
      return sql`substr(${text}, -length(${asked.text})) = ${asked.text}`;
    default:
      return null;
  }
}

/** Codes whose dictionary text passes, so that no row's text is ever read. */
function codesOf(dictionary: string, asked: ValueTest): Sql | null {
  const test = textTest(sqlName('t.folded'), asked);
  return test && sql`(SELECT t.id FROM terms t WHERE t.field = ${dictionary} AND ${test})`;
}

function numberTest(value: Sql, asked: ValueTest): Sql | null {
  if (asked.test === 'range') return sql`${value} BETWEEN ${asked.low} AND ${asked.high}`;
  if (asked.test === 'dates') return withinBounds(value, asked.bounds);
  if (asked.test !== 'compare') return null;
  switch (asked.operator) {
    case 'eq':
      return sql`${value} = ${asked.number}`;
    case 'lt':
      return sql`${value} < ${asked.number}`;
    case 'lte':
      return sql`${value} <= ${asked.number}`;
    case 'gt':
      return sql`${value} > ${asked.number}`;
    case 'gte':
      return sql`${value} >= ${asked.number}`;
    default:
      return unreachable(asked.operator);
  }
}

function referenceTest(
  column: ValueColumn & { store: 'reference' },
  row: string,
  asked: ValueTest,
): Sql | null {
  if (asked.test !== 'oneOf') return null;
  const value = columnOf(column.column, row);
  if (column.refKind === 'class') {
    const names = asked.texts.map((text) => canonicalRef('class', text));
    return sql`${value} IN ${codesOf('account.class', { test: 'oneOf', texts: names }) ?? sqlList([])}`;
  }
  const ids = asked.texts.flatMap((text) => referenceRowId(column.refKind, text) ?? []);
  return sql`${value} IN ${sqlList(ids)}`;
}

function valueTest(column: ValueColumn, row: string, asked: ValueTest, moment: Moment): Sql | null {
  const value = comparedValue(column, row, moment);
  if (asked.test === 'present') return sql`${value} IS NOT NULL`;
  switch (column.store) {
    case 'term':
    case 'stage': {
      const codes = codesOf(column.store === 'term' ? column.dictionary : 'opportunity.stage', asked);
      return codes && sql`${value} IN ${codes}`;
    }
    case 'text':
      return textTest(columnOf(column.folded, row), asked);
    case 'exact':
      return textTest(value, asked);
    case 'outcome':
      return textTest(sql`upper(${value})`, asked);
    case 'reference':
      return referenceTest(column, row, asked);
    case 'boolean':
      return asked.test === 'is' ? sql`${value} = ${asked.boolean ? 1 : 0}` : null;
    case 'number':
    case 'day':
    case 'instant':
    case 'dayOnceCome':
      return numberTest(value, asked);
    default:
      return unreachable(column);
  }
}

/** Which rows of a side table belong to the field (and, for intervals, hold `asOf`). */
export function sideRows(side: SideColumn, row: string, moment: Moment): Sql {
  const fixed = Object.entries(side.fixed).map(
    ([column, value]) => sql`${sqlName(`${row}.${column}`)} = ${value}`,
  );
  const holds = side.isInterval
    ? [
        sql`${sqlName(`${row}.from_at`)} <= ${moment.asOf}`,
        sql`(${sqlName(`${row}.to_at`)} IS NULL OR ${sqlName(`${row}.to_at`)} > ${moment.asOf})`,
      ]
    : [];
  return joinSql([...fixed, ...holds], ' AND ', sql`1`);
}

/** A condition on a stored value. It may yield NULL for a missing one: whoever negates it takes care of that. */
export function attributeTest(
  field: string,
  column: FieldColumn,
  row: string,
  asked: ValueTest,
  moment: Moment,
): Sql {
  const test = valueTest(
    column.store === 'side' ? column.value : column,
    column.store === 'side' ? 's' : row,
    asked,
    moment,
  );
  if (!test) throw new Error(`"${asked.test}" cannot be asked of ${field}.`);
  if (column.store !== 'side') return test;
  return sql`${sqlName(`${row}.id`)} IN (SELECT ${sqlName(`s.${column.owner}`)} FROM ${sqlName(column.table)} s WHERE ${sideRows(column, 's', moment)} AND ${test})`;
}
