import type { ScalarKind } from '#lib/engine/columns.ts';
import { holderKey } from '#lib/engine/scope-bits.ts';
import type { TableName } from '#lib/engine/store.ts';
import type { Catalog } from '#lib/rules/catalog.ts';
import { type Sql, sql, sqlName } from '#lib/rules/printers/sql.ts';
import type { SideColumn, SqliteColumns, ValueColumn } from '#lib/rules/printers/sqlite-columns.ts';
import { comparedValue, sideRows } from '#lib/rules/printers/sqlite-values.ts';
import { entityOf } from '#lib/rules/resolved-fields.ts';
import { sqliteColumns } from '../field-columns.ts';

/** A scalar that lies in the row itself. `value` is over the row at alias `x`. */
export type PlannedColumn = {
  key: string;
  kind: ScalarKind;
  /** No fractions and no texts: codes, dates, flags. */
  isWhole: boolean;
  /** Asked so often that nothing is answered from columns without it; the others are read afterwards. */
  isCore: boolean;
  value: Sql;
};

/** Values in rows of their own: `value`, `owner` and `where` are over alias `s`. */
export type PlannedSide = {
  key: string;
  kind: ScalarKind;
  isInterval: boolean;
  owner: Sql;
  value: Sql;
  from: Sql;
  where: Sql;
};

export type TablePlan = {
  name: TableName;
  table: Sql;
  /** Null where nothing is ever archived. */
  isLive: Sql | null;
  /** Row id of the account. */
  account: Sql;
  columns: PlannedColumn[];
  sides: PlannedSide[];
};

/** Texts worth their memory: asked often, or few beside the rows. The others are asked of SQLite. */
const loadedTexts = new Set([
  ...['account.name', 'account.domain', 'account.externalId', 'account.postalCode'],
  ...['contact.jobTitle', 'opportunity.outcome'],
]);

/** Few enough that a million accounts are read in seconds. */
const core = new Set([
  ...[
    'account.industry',
    'account.subIndustry',
    'account.employees',
    'account.revenue',
    'account.foundedYear',
  ],
  ...['account.growthRate', 'account.country', 'account.state', 'account.region', 'account.status'],
  ...['account.type', 'account.ownership', 'account.score', 'technology.name', 'signal.type', 'signal.topic'],
  ...[
    'signal.occurredAt',
    'contact.jobFunction',
    'contact.seniority',
    'contact.persona',
    'contact.reachable',
  ],
  ...['activity.type', 'activity.occurredAt'],
]);

const present = { asOf: 0, asOfDay: 0, isPast: false };

function kindOf(value: ValueColumn): ScalarKind {
  switch (value.store) {
    case 'term':
      return { dictionary: value.dictionary };
    case 'stage':
      return { dictionary: 'opportunity.stage' };
    case 'reference':
      return { refKind: value.refKind };
    case 'boolean':
      return 'flag';
    case 'text':
    case 'exact':
    case 'outcome':
      return 'text';
    default:
      return 'number';
  }
}

function isWhole({ store }: ValueColumn): boolean {
  return !['number', 'text', 'exact', 'outcome'].includes(store);
}

function scalarOf(value: ValueColumn, row: string): Sql {
  const scalar = comparedValue(value, row, present);
  return value.store === 'outcome' ? sql`upper(${scalar})` : scalar;
}

/** Of intervals every one, whenever it held: which of them count is asked of their ends. */
function sideOf(key: string, side: SideColumn): PlannedSide {
  const value = scalarOf(side.value, 's');
  return {
    key,
    kind: kindOf(side.value),
    isInterval: side.isInterval,
    owner: sqlName(`s.${side.owner}`),
    value,
    from: sqlName(side.table),
    where: sql`${value} IS NOT NULL AND ${sideRows({ ...side, isInterval: false }, 's', present)}`,
  };
}

function contactLink(
  name: TableName,
  columns: SqliteColumns,
): { column?: PlannedColumn; side?: PlannedSide } {
  const contact = name === 'account' ? null : columns.related[name].contact;
  if (!contact) return {};
  const key = `${name}.#contact`;
  const kind: ScalarKind = { refKind: 'user' };
  if ('column' in contact) {
    const value = sqlName(`x.${contact.column}`);
    return { column: { key, kind, isWhole: true, isCore: false, value } };
  }
  const [value, owner] = [sqlName(`s.${contact.contact}`), sqlName(`s.${contact.row}`)];
  const where = sql`${value} IS NOT NULL`;
  return { side: { key, kind, isInterval: false, owner, value, from: sqlName(contact.table), where } };
}

/** Who may see an account: its holders in all slots. */
const holders: PlannedSide = {
  key: holderKey,
  kind: { refKind: 'rep' },
  isInterval: true,
  owner: sqlName('s.account_id'),
  value: sqlName('s.rep_id'),
  from: sqlName('assignments'),
  where: sql`s.rep_id IS NOT NULL`,
};

function tablePlan(name: TableName, catalog: Catalog, columns: SqliteColumns): TablePlan {
  const { table, isArchivable } = name === 'account' ? columns.accounts : columns.related[name];
  const plan: TablePlan = {
    name,
    table: sqlName(table),
    isLive: isArchivable ? sql`x.archived_at IS NULL` : null,
    account: sqlName(name === 'account' ? 'x.id' : 'x.account_id'),
    columns: [],
    sides: [],
  };
  for (const key of catalog.fields.keys()) {
    if (entityOf(key) !== name) continue;
    const column = columns.field(key);
    const value = column.store === 'side' ? column.value : column;
    const kind = kindOf(value);
    const isCustom = column.store === 'side';
    if (kind === 'text' && !isCustom && !loadedTexts.has(key)) continue;
    if (column.store === 'side') plan.sides.push(sideOf(key, column));
    else {
      const isCore = core.has(key) || name === 'opportunity';
      plan.columns.push({ key, kind, isWhole: isWhole(value), isCore, value: scalarOf(column, 'x') });
    }
  }
  if (name === 'account') plan.sides.push(holders);
  const link = contactLink(name, columns);
  if (link.column) plan.columns.push(link.column);
  if (link.side) plan.sides.push(link.side);
  return plan;
}

const tableNames = ['account', 'contact', 'technology', 'signal', 'opportunity', 'activity'] as const;

/** What is read into columns, table by table; accounts first, because the others name them. */
export function tablePlans(catalog: Catalog): TablePlan[] {
  const columns = sqliteColumns(catalog);
  return tableNames.map((name) => tablePlan(name, catalog, columns));
}
