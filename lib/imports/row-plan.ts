import type { Issue, Result } from '#lib/shared/errors.ts';
import { isTimeZone } from '#lib/shared/days.ts';
import { orderOfFormat } from './dates.ts';
import { allowedMatch, identityOf } from './identity.ts';
import { findImportField, type ImportField } from './import-fields.ts';
import { mappingsOf, type ColumnMapping, type ImportOptions } from './options.ts';
import { createReader, isProblem, type Reader, type ReadSettings, type Value } from './read-value.ts';

/** One field of the record and the columns that feed it. Several columns of a text are joined by a space. */
export type Target = {
  field: ImportField;
  sources: { column: string; index: number; mapping: ColumnMapping; read: Reader }[];
  /** The same for every row; a column's own value wins over it. */
  constant: Value | null;
  clearsWhenEmpty: boolean;
};

export type AccountLink = { column: string; index: number; match: readonly string[]; mapping: ColumnMapping };

export type RowPlan = {
  options: ImportOptions;
  columns: readonly string[];
  targets: Target[];
  accountLink: AccountLink | null;
};

const joinable = (field: ImportField) =>
  field.type === 'tags' || (field.type === 'text' && (field.form === 'plain' || field.form === 'personName'));
const issue = (path: string[], code: string, message: string): Issue => ({
  path: `/${path.map((step) => step.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
  code,
  message,
});

function checkMapping(column: string, mapping: ColumnMapping, field: ImportField): Issue[] {
  const path = ['mapping', column];
  const isDate = field.type === 'day' || field.type === 'instant';
  if (mapping.format && mapping.format !== 'auto' && isDate && orderOfFormat(mapping.format) === null) {
    const message = `“${mapping.format}” is no date format. Write it as M/D/YYYY, D.M.YYYY or YYYY-MM-DD.`;
    return [issue([...path, 'format'], 'bad_format', message)];
  }
  if (mapping.timeZone && !isTimeZone(mapping.timeZone)) {
    return [issue([...path, 'timeZone'], 'bad_time_zone', `“${mapping.timeZone}” is no time zone.`)];
  }
  return [];
}

/**
 * Options + header → how each row is read, or every fault in them. `settingsFor` gives what the file says about a column.
 * The column of `options.account` feeds the link to the account; so does one that is mapped to the field `account`.
 */
export function planRows(
  options: ImportOptions,
  columns: readonly string[],
  fields: readonly ImportField[],
  settingsFor: (column: string) => ReadSettings,
): Result<RowPlan> {
  const issues: Issue[] = [];
  const targets = new Map<string, Target>();
  let accountLink: AccountLink | null = null;

  for (const column of Object.keys(options.mapping)) {
    const index = columns.indexOf(column);
    const mappings = mappingsOf(options, column);
    if (index === -1) {
      if (mappings.length > 0)
        issues.push(issue(['mapping', column], 'unknown_column', `The file has no column “${column}”.`));
      continue;
    }
    for (const mapping of mappings) {
      const field = findImportField(fields, mapping.field);
      if (!field) {
        const message = `“${mapping.field}” is no field that a file of this kind can fill.`;
        issues.push(issue(['mapping', column, 'field'], 'unknown_field', message));
        continue;
      }
      issues.push(...checkMapping(column, mapping, field));
      if (field.key === 'account' && field.isLink) {
        accountLink ??= { column, index, match: mapping.match ?? ['externalId', 'domain', 'name'], mapping };
        continue;
      }
      const source = { column, index, mapping, read: createReader(field, mapping, settingsFor(column)) };
      const target = targets.get(field.key);
      if (!target) {
        const clearsWhenEmpty = (mapping.onEmpty ?? options.onEmpty) === 'clear';
        targets.set(field.key, { field, sources: [source], constant: null, clearsWhenEmpty });
      } else if (joinable(field)) target.sources.push(source);
      else {
        const message = `${field.label} is filled by two columns, “${target.sources[0]?.column}” and “${column}”.`;
        issues.push(issue(['mapping', column, 'field'], 'field_filled_twice', message));
      }
    }
  }

  for (const [key, raw] of Object.entries(options.constants)) {
    const field = findImportField(fields, key);
    if (!field || (field.isLink && field.key === 'account')) {
      issues.push(
        issue(
          ['constants', key],
          'unknown_field',
          `“${key}” is no field that can have the same value in every row.`,
        ),
      );
      continue;
    }
    const mapping = { field: key };
    const value = createReader(field, mapping, settingsFor(''))(String(raw));
    if (isProblem(value))
      issues.push(issue(['constants', key], value.code, `${field.label}: ${value.message}`));
    else {
      const target = targets.get(key);
      if (target) target.constant = value;
      else targets.set(key, { field, sources: [], constant: value, clearsWhenEmpty: false });
    }
  }

  if (options.account) {
    const index = columns.indexOf(options.account.column);
    if (index === -1) {
      issues.push(
        issue(['account', 'column'], 'unknown_column', `The file has no column “${options.account.column}”.`),
      );
    } else {
      const column = options.account.column;
      const mapping = mappingsOf(options, column).find((entry) => entry.field === 'account') ?? {
        field: 'account',
      };
      accountLink = { column, index, match: options.account.match, mapping };
    }
  }

  issues.push(...checkWhole(options, targets, accountLink));
  if (issues.length > 0) return { ok: false, error: issues };
  return { ok: true, value: { options, columns, targets: [...targets.values()], accountLink } };
}

const needsAccount = new Set(['technology', 'signal']);

function checkWhole(options: ImportOptions, targets: Map<string, Target>, link: AccountLink | null): Issue[] {
  const issues: Issue[] = [];
  const { entity } = options;
  const has = (key: string) =>
    targets.has(key) ||
    (key === 'externalId' && [...targets.keys()].some((name) => name.startsWith('externalId.')));
  for (const group of identityOf[entity].groups) {
    if (group.some(has)) continue;
    const message = `${identityOf[entity].sentence} Map a column to ${group.join(', ')}.`;
    issues.push(issue(['mapping'], 'no_identity', message));
  }
  if (needsAccount.has(entity) && !link) {
    issues.push(issue(['account'], 'account_required', 'Say which column names the account.'));
  }
  if (link && entity === 'account') {
    issues.push(issue(['account'], 'account_not_used', 'Accounts are matched by “match”, not by “account”.'));
  }
  for (const key of options.match ?? []) {
    if (allowedMatch[entity].includes(key) || key.startsWith('externalId.')) continue;
    issues.push(issue(['match'], 'unknown_match', `A row cannot be matched by “${key}”.`));
  }
  for (const key of link?.match ?? []) {
    if (['externalId', 'domain', 'name'].includes(key) || key.startsWith('externalId.')) continue;
    issues.push(issue(['account', 'match'], 'unknown_match', `An account cannot be matched by “${key}”.`));
  }
  return issues;
}
