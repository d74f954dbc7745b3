import 'server-only';
import { identifiesAccount } from '#lib/imports/identify.ts';
import { defaultMatch } from '#lib/imports/identity.ts';
import { decideMatch } from '#lib/imports/match.ts';
import type { ReadRow } from '#lib/imports/read-row.ts';
import { isCountryCode, regionOfCountry } from '#lib/shared/countries.ts';
import { foldText } from '#lib/shared/text.ts';
import { accountPoints, pointColumns } from './account-point.ts';
import { accountFinder } from './find-records.ts';
import type { ImportRun, SqlValue } from './import-run.ts';
import { createRecordCells } from './record-cells.ts';
import { type Cells, createRecordTable } from './record-table.ts';
import { reject, type RowHandler } from './row-handler.ts';

/** The keys of an account row, as they compare. */
export function accountRowKeys(run: ImportRun) {
  const { targets } = run.plan;
  const keyed = targets.flatMap((target, index) =>
    target.field.form === 'externalId' || target.field.key === 'domain' || target.field.key === 'name'
      ? [{ key: target.field.key, index }]
      : [],
  );
  const order = run.options.match ?? [
    'externalId',
    ...keyed.map((entry) => entry.key).filter((key) => key.startsWith('externalId.')),
    ...defaultMatch.account.filter((key) => key !== 'externalId'),
  ];
  const used = order.filter((key) => keyed.some((entry) => entry.key === key));
  return {
    match: used,
    systems: keyed.flatMap(({ key }) =>
      key.startsWith('externalId.') ? [key.slice('externalId.'.length)] : [],
    ),
    of(row: ReadRow): Record<string, string | null> {
      const keys: Record<string, string | null> = {};
      for (const { key, index } of keyed) {
        const value = row.values[index];
        if (typeof value !== 'string') keys[key] = null;
        else if (key === 'name') keys[key] = foldText(value);
        else keys[key] = key === 'domain' && !identifiesAccount(value) ? null : value;
      }
      return keys;
    },
  };
}

/** Account rows: matched by id, domain, name; created or updated with provenance. Parents are linked afterwards. */
export function accountRows(run: ImportRun): RowHandler {
  const keys = accountRowKeys(run);
  const cells = createRecordCells(run, 'account', [
    'name',
    'name_folded',
    'region',
    'family_id',
    ...pointColumns,
  ]);
  const table = createRecordTable(run, 'account', cells.columns, cells.fieldOf);
  const points = accountPoints(run, cells, table);
  const find = accountFinder(run.connection, keys.systems);
  const [nameAt, foldedAt, regionAt, familyAt] = ['name', 'name_folded', 'region', 'family_id'].map(
    table.at,
  ) as [number, number, number, number];
  const sources = run.connection.prepare<[number], { field: string; source: string; is_pinned: number }>(
    `SELECT field, source, is_pinned FROM value_sources
     WHERE entity = 'account' AND record_id = ? AND field IN ('country', 'region')`,
  );
  const derivesRegion = !cells.has('region') && cells.has('country');

  /** A region that follows from the country moves with it; one that somebody gave stays, and so does one beside a held country. */
  function followCountry(id: number, region: string, record: SqlValue[], values: Cells) {
    const stored = record[regionAt] ?? null;
    const next = run.terms.id('account.region', region);
    if (stored === next) return;
    const notes = new Map(sources.all(id).map((note) => [note.field, note]));
    if (notes.get('country')?.is_pinned === 1) return;
    if (stored !== null && !table.isDerived(notes.get('region'), 'region', record)) return;
    values[regionAt] = next;
    if (stored === null) run.derived('account', id, 'region', false);
  }

  return {
    take(row) {
      const rowKeys = keys.of(row);
      const decision = decideMatch(keys.match, rowKeys, find);
      if (decision.kind === 'reject') return reject(row, decision.code, decision.message);
      const values = cells.cellsOf(row);
      const country = cells.valueOf(row, 'country');
      const region = typeof country === 'string' && isCountryCode(country) ? regionOfCountry(country) : null;
      if (decision.kind === 'match') {
        if (run.options.onMatch === 'skip') return 'unchanged';
        const stored = table.load(decision.id);
        if (derivesRegion && region !== null && stored !== null)
          followCountry(decision.id, region, stored, values);
        const isFilled = stored !== null && points.followPlace(row, decision.id, stored, values);
        const outcome = table.update(decision.id, values, () => cells.writeSides(decision.id, row));
        if (isFilled) points.mark(decision.id, false);
        return outcome;
      }
      if (derivesRegion && region !== null) values[regionAt] = run.terms.id('account.region', region);
      if (typeof values[nameAt] !== 'string') {
        const name = Object.values(rowKeys).find((key) => key !== null) ?? 'Unnamed';
        values[nameAt] = name;
        values[foldedAt] = foldText(name);
      }
      const hasPoint = points.fillNew(row, values);
      const id = run.nextId('accounts');
      values[familyAt] = id;
      table.insert(values, id);
      if (derivesRegion && region !== null) run.derived('account', id, 'region', true);
      if (hasPoint) points.mark(id, true);
      cells.writeSides(id, row);
      return 'created';
    },
    startBatch: cells.startBatch,
  };
}
