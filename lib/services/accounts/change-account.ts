import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { findAccountHead } from '#db/queries/accounts/account-head.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { readRecordValues, readSources } from '#db/queries/records/record-values.ts';
import {
  cellsOf,
  type Cells,
  isAbove,
  refreshFamily,
  releaseFields,
  setSources,
  updateRecord,
  writeSide,
} from '#db/queries/records/write-record.ts';
import { termWriter } from '#db/terms.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { sourceOfRequest } from '#lib/services/records/as-source.ts';
import { requireReadVersion } from '#lib/services/records/conflict.ts';
import { type FieldEdit, planEdit } from '#lib/services/records/plan-edit.ts';
import { releasedFields } from '#lib/services/records/released-fields.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import type { Account, RecordChange } from '#lib/shared/account-shapes.ts';
import { isCountryCode, regionOfCountry } from '#lib/shared/countries.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { normaliseState } from '#lib/shared/states.ts';
import { derivePoint } from './derive-point.ts';
import { parentIdOf } from './find-parent.ts';
import { getAccount } from './get.ts';
import { requireAccount } from './require-account.ts';

/**
 * Sets fields of an account by key; null clears one, `release` gives fields back to imports. What a person sets is
 * pinned: later imports leave it alone. Throws `invalid` with every fault at its field, `conflict` when `readVersion`
 * is not the latest (null skips that check).
 */
export async function changeAccount(
  ctx: Context,
  id: string,
  change: RecordChange,
  readVersion: number | null,
): Promise<Account> {
  requireCan(ctx.actor, 'accounts.edit');
  requireAccount(ctx, store().connection, id, { toChange: true });
  await write(ctx, (tx) => {
    const account = requireAccount(ctx, tx.connection, id, { toChange: true });
    const head = findAccountHead(tx.connection, account.id);
    requireReadVersion(`“${account.name}”`, head?.version ?? 0, readVersion, () => getAccount(ctx, id));
    applyAccountChange(ctx, tx, account, change);
  });
  return getAccount(ctx, id);
}

/** The same inside a write that is under way. */
export function applyAccountChange(
  ctx: Context,
  tx: Tx,
  account: { id: number; name: string },
  change: RecordChange,
): void {
  const { connection } = tx;
  const { release, ...values } = change;
  const catalog = loadCatalog(connection);
  const { parent, ...fields } = values;
  const edits = planEdit(connection, catalog, 'account', fields);
  if (parent !== undefined) edits.push(parentEdit(connection, account.id, parent));
  const before = readRecordValues(connection, catalog, 'account', account.id);
  if (!before) throw appError('not_found', `There is no account "${toPublicId('account', account.id)}".`);
  tidyState(edits, before.values.get('country')?.value);
  const cells: Cells = {};
  const changed: string[] = [];
  for (const edit of edits) {
    const own = cellsOf(connection, 'account', edit.field, edit.value);
    const differs = own
      ? Object.entries(own).some(([column, cell]) => before.row[column] !== cell)
      : writeSide(connection, 'account', edit.field, account.id, edit.value);
    if (own) Object.assign(cells, own);
    if (differs) changed.push(edit.field.key);
  }
  const derived = deriveRegion(connection, account.id, edits, cells, changed);
  // Setting a value to what it is already still says that a person stands behind it.
  setSources(
    connection,
    'account',
    account.id,
    edits.map((edit) => edit.field.key),
    sourceOfRequest(ctx),
  );
  if (derived) {
    setSources(connection, 'account', account.id, ['region'], {
      source: 'derived',
      userId: null,
      at: ctx.now,
      isPinned: false,
    });
  }
  // After the sources: a value that is set and released at once ends up released, as when a change is taken back.
  const released = releaseFields(connection, 'account', account.id, releasedFields(release));
  const placed = { edits, before: before.values, released, at: ctx.now };
  derivePoint(connection, account.id, placed, cells, changed);
  if (changed.length === 0 && released.length === 0) return;
  updateRecord(connection, 'account', account.id, cells, ctx.now);
  if (changed.includes('parent')) refreshFamily(connection, account.id);
  const after = readRecordValues(connection, catalog, 'account', account.id);
  const shown = (from: typeof before | null) =>
    Object.fromEntries(changed.map((key) => [key, from?.values.get(key)?.value ?? null]));
  const names = changed.map((key) => catalog.fields.get(`account.${key}`)?.label ?? key);
  tx.audit({
    action: 'account.edit',
    entity: 'account',
    recordId: account.id,
    summary:
      changed.length > 0
        ? `Changed ${names.join(', ')} of "${account.name}".`
        : `Gave ${released.join(', ')} of "${account.name}" back to imports.`,
    before: shown(before),
    after: { ...shown(after), ...(released.length > 0 ? { release: released } : {}) },
  });
  tx.changed({ entity: 'account', recordId: account.id, accountId: account.id, op: 'update' });
  refreshSegmentsLater(tx);
}

function parentEdit(connection: Connection, accountId: number, given: unknown): FieldEdit {
  const refused = (code: string, message: string) =>
    appError('invalid', message, { issues: [{ path: '/parent', code, message }] });
  const field = { key: 'parent', label: 'Parent account', type: 'ref', form: 'plain', synonyms: [] } as const;
  if (given === null || given === '') return { field, value: null };
  const parentId = parentIdOf(connection, String(given));
  if (parentId === null) throw refused('unknown_account', `There is no account "${String(given)}".`);
  if (isAbove(connection, accountId, parentId)) {
    throw refused('parent_cycle', 'An account cannot stand above itself, directly or by others.');
  }
  return { field, value: toPublicId('account', parentId) };
}

/** `WA` or `Washington` → `US-WA`, where the country beside it allows it. */
function tidyState(edits: readonly FieldEdit[], storedCountry: unknown): void {
  const state = edits.find((edit) => edit.field.key === 'state');
  if (typeof state?.value !== 'string') return;
  const given = edits.find((edit) => edit.field.key === 'country')?.value;
  const country = given === undefined ? storedCountry : given;
  const known = typeof country === 'string' && isCountryCode(country) ? country : null;
  state.value = normaliseState(state.value, known) ?? state.value;
}

/** A new country brings its region, unless somebody set the region or sends it along. */
function deriveRegion(
  connection: Connection,
  accountId: number,
  edits: readonly FieldEdit[],
  cells: Cells,
  changed: string[],
): boolean {
  const country = edits.find((edit) => edit.field.key === 'country')?.value;
  if (typeof country !== 'string' || !changed.includes('country') || 'region' in cells) return false;
  const isPinned = readSources(connection, 'account', accountId).get('region')?.isPinned === 1;
  const region = isCountryCode(country) ? regionOfCountry(country) : null;
  if (isPinned || region === null) return false;
  cells.region = termWriter(connection)('account.region', region);
  changed.push('region');
  return true;
}
