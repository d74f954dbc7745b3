import type { ColumnMapping, ImportOptions } from '#lib/imports/options.ts';

/** One row of the mapping table: a column and the n-th field that it feeds. */
export type MappingRow = {
  column: string;
  position: number;
  mapping: ColumnMapping | null;
  isNewField: boolean;
};

function listOf(options: ImportOptions, column: string): ColumnMapping[] {
  const mapping = options.mapping[column];
  if (mapping === null || mapping === undefined) return [];
  return Array.isArray(mapping) ? mapping : [mapping];
}

function withList(options: ImportOptions, column: string, list: ColumnMapping[]): ImportOptions {
  const [only] = list;
  const mapping = list.length === 0 ? null : list.length === 1 && only ? only : list;
  const next = { ...options, mapping: { ...options.mapping, [column]: mapping } };
  return withAccountLink(next);
}

/** The column that feeds the account is also what `account` names. */
function withAccountLink(options: ImportOptions): ImportOptions {
  const { account: _old, ...rest } = options;
  for (const column of Object.keys(options.mapping)) {
    const found = listOf(options, column).find((entry) => entry.field === 'account');
    if (found) {
      const match = found.match ?? (options.account?.column === column ? options.account.match : undefined);
      return { ...rest, account: { column, match: match ?? ['externalId', 'domain', 'name'] } };
    }
  }
  return options.entity === 'account' ? rest : options;
}

export function mappingRows(options: ImportOptions, columns: readonly string[]): MappingRow[] {
  return columns.flatMap((column): MappingRow[] => {
    const list = listOf(options, column);
    const isNewField = options.unmappedFields === 'createCustom' && !(column in options.mapping);
    if (list.length === 0) return [{ column, position: 0, mapping: null, isNewField }];
    return list.map((mapping, position) => ({ column, position, mapping, isNewField: false }));
  });
}

/** Gives the n-th use of a column to a field; null leaves it out. Settings of the old field are dropped. */
export function chooseField(
  options: ImportOptions,
  column: string,
  position: number,
  field: string | null,
): ImportOptions {
  const list = listOf(options, column);
  if (field === null)
    return withList(
      options,
      column,
      list.filter((_, index) => index !== position),
    );
  const next = [...list];
  next[position] = { field };
  return withList(options, column, next);
}

/** Makes a custom field of a column: it is left out of the mapping, and what is unmapped becomes custom. */
export function makeCustomField(
  options: ImportOptions,
  column: string,
  columns: readonly string[],
): ImportOptions {
  const mapping = { ...options.mapping };
  for (const other of columns)
    if (!(other in mapping) && options.unmappedFields === 'ignore') mapping[other] = null;
  delete mapping[column];
  return withAccountLink({ ...options, mapping, unmappedFields: 'createCustom' });
}

export function addField(options: ImportOptions, column: string, field: string): ImportOptions {
  return withList(options, column, [...listOf(options, column), { field }]);
}

/** Changes settings of the n-th use of a column; undefined takes a setting away. */
export function changeColumn(
  options: ImportOptions,
  column: string,
  position: number,
  change: { [K in keyof ColumnMapping]?: ColumnMapping[K] | undefined },
): ImportOptions {
  const list = listOf(options, column).map((entry, index) => {
    if (index !== position) return entry;
    const merged = Object.entries({ ...entry, ...change }).filter(([, value]) => value !== undefined);
    return Object.fromEntries(merged) as ColumnMapping;
  });
  return withList(options, column, list);
}

/** Accepts spellings: from now on the file's `from` reads as `to`. */
export function acceptSpellings(
  options: ImportOptions,
  accepted: readonly { column: string; field: string; from: string; to: string }[],
): ImportOptions {
  return accepted.reduce((current, { column, field, from, to }) => {
    const position = listOf(current, column).findIndex((entry) => entry.field === field);
    const values = { ...listOf(current, column)[position]?.values, [from]: to };
    return position === -1 ? current : changeColumn(current, column, position, { values });
  }, options);
}

/** Says what a stage means. All stages are then given, so that nothing is left to its name. */
export function setOutcome(
  options: ImportOptions,
  stages: readonly { name: string; outcome: 'open' | 'won' | 'lost' }[],
  name: string,
  outcome: 'open' | 'won' | 'lost',
): ImportOptions {
  for (const column of Object.keys(options.mapping)) {
    const position = listOf(options, column).findIndex((entry) => entry.field === 'stage');
    if (position === -1) continue;
    const outcomes = Object.fromEntries(
      stages.map((stage) => [stage.name, stage.name === name ? outcome : stage.outcome]),
    );
    return changeColumn(options, column, position, { outcomes });
  }
  return options;
}

export function setConstant(options: ImportOptions, key: string, value: string | null): ImportOptions {
  const constants = { ...options.constants };
  if (value === null || value === '') delete constants[key];
  else constants[key] = value;
  return { ...options, constants };
}
