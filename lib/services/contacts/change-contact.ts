import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { editableFields, readRecordValues, readSources } from '#db/queries/records/record-values.ts';
import {
  cellsOf,
  type Cells,
  insertRecord,
  releaseFields,
  setArchived,
  setSources,
  updateRecord,
  writeSide,
} from '#db/queries/records/write-record.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import { type Tx, write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { requireAccount } from '#lib/services/accounts/require-account.ts';
import { releasedFields } from '#lib/services/records/released-fields.ts';
import { sourceOfRequest } from '#lib/services/records/as-source.ts';
import { requireReadVersion } from '#lib/services/records/conflict.ts';
import { planEdit } from '#lib/services/records/plan-edit.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import type { RecordChange } from '#lib/shared/account-shapes.ts';
import type { Contact } from '#lib/shared/contact-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';
import { deriveContact } from './derive.ts';
import { getContact } from './get.ts';
import { requireContact } from './require-contact.ts';

/**
 * Sets fields of a contact by key; `account` (a public id or null) links it, `release` gives fields back to imports.
 * Somebody who opted out stays so until it is said otherwise: a blank never clears it.
 */
export async function changeContact(
  ctx: Context,
  id: string,
  change: RecordChange,
  readVersion: number | null,
): Promise<Contact> {
  requireCan(ctx.actor, 'accounts.edit');
  requireContact(ctx, store().connection, id);
  await write(ctx, (tx) => {
    const contact = requireContact(ctx, tx.connection, id);
    const stored = getContact(ctx, id);
    requireReadVersion(contact.name, stored.version, readVersion, () => stored);
    applyContactChange(ctx, tx, contact.id, change);
  });
  return getContact(ctx, id);
}

/** Makes a contact at an account, or for those who see everything a lead without one. Needs a name or an address. */
export async function createContact(ctx: Context, values: RecordChange): Promise<Contact> {
  requireCan(ctx.actor, 'accounts.edit');
  const isNamed = ['name', 'firstName', 'lastName', 'email'].some(
    (key) => typeof values[key] === 'string' && values[key].trim() !== '',
  );
  if (!isNamed) {
    const message = 'Give the contact a name or an e-mail address.';
    throw appError('invalid', message, { issues: [{ path: '/name', code: 'blank', message }] });
  }
  const rowId = await write(ctx, (tx) => {
    const accountId = accountOf(ctx, tx, values.account ?? null);
    const id = insertRecord(tx.connection, 'contact', { account_id: accountId }, ctx.now);
    tx.audit({
      action: 'contact.create',
      entity: 'contact',
      recordId: id,
      summary: 'Made a contact.',
      after: values,
    });
    tx.changed({ entity: 'contact', recordId: id, accountId, op: 'create' });
    applyContactChange(ctx, tx, id, values);
    return id;
  });
  return getContact(ctx, toPublicId('contact', rowId));
}

/** Moves a contact to the Trash. */
export async function archiveContact(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'accounts.edit');
  await write(ctx, (tx) => {
    const contact = requireContact(ctx, tx.connection, id);
    const row = accountIdOf(tx, contact.id);
    setArchived(tx.connection, 'contact', contact.id, ctx.now, ctx.now);
    tx.audit({
      action: 'contact.archive',
      entity: 'contact',
      recordId: contact.id,
      summary: `Moved ${contact.name} to the Trash.`,
    });
    tx.changed({ entity: 'contact', recordId: contact.id, accountId: row, op: 'delete' });
    refreshSegmentsLater(tx);
  });
}

/** Brings a contact back from the Trash. */
export async function restoreContact(ctx: Context, id: string): Promise<Contact> {
  requireCan(ctx.actor, 'accounts.edit');
  const rowId = toRowId('contact', id);
  await write(ctx, (tx) => {
    const contact = getContact(ctx, id);
    if (contact.archivedAt === null) return;
    setArchived(tx.connection, 'contact', rowId, null, ctx.now);
    tx.audit({
      action: 'contact.restore',
      entity: 'contact',
      recordId: rowId,
      summary: `Restored ${contact.name ?? 'a contact'} from the Trash.`,
    });
    tx.changed({ entity: 'contact', recordId: rowId, accountId: accountIdOf(tx, rowId), op: 'create' });
    refreshSegmentsLater(tx);
  });
  return getContact(ctx, id);
}

function accountIdOf(tx: Tx, contactId: number): number | null {
  return (
    tx.connection
      .prepare<[number], number | null>('SELECT account_id FROM contacts WHERE id = ?')
      .pluck()
      .get(contactId) ?? null
  );
}

function accountOf(ctx: Context, tx: Tx, given: unknown): number | null {
  if (given !== null) return requireAccount(ctx, tx.connection, String(given), { toChange: true }).id;
  if (scopeOf(ctx.actor).all) return null;
  throw appError('forbidden', 'A contact of yours stands at one of your accounts. Say which.');
}

function applyContactChange(ctx: Context, tx: Tx, id: number, change: RecordChange): void {
  const { connection } = tx;
  const { release, account, ...values } = change;
  const catalog = loadCatalog(connection);
  const edits = planEdit(connection, catalog, 'contact', values);
  const before = readRecordValues(connection, catalog, 'contact', id);
  if (!before) throw appError('not_found', `There is no contact "${toPublicId('contact', id)}".`);
  const sources = readSources(connection, 'contact', id);
  const given = new Set(edits.map((edit) => edit.field.key));
  const now = new Map([...before.values].map(([key, { value }]) => [key, value] as const));
  for (const { field, value } of edits) now.set(field.key, value);
  const derived = deriveContact(
    now,
    given,
    (field) => sources.get(field)?.isPinned === 1,
    workspaceSettings(connection).soldToFunctions,
  );
  const fields = editableFields(catalog, 'contact');
  const all = [
    ...edits,
    ...[...derived.fields].flatMap(([key, value]) => {
      const field = fields.find((one) => one.key === key);
      return field ? [{ field, value }] : [];
    }),
  ];
  const cells: Cells = { email_domain: derived.emailDomain, reachable: derived.reachable ? 1 : 0 };
  if (account !== undefined) {
    cells.account_id = accountOf(ctx, tx, account);
    cells.account_text = null;
  }
  const changed: string[] = [];
  for (const edit of all) {
    const own = cellsOf(connection, 'contact', edit.field, edit.value);
    if (own) Object.assign(cells, own);
    const differs = own
      ? Object.entries(own).some(([column, cell]) => before.row[column] !== cell)
      : writeSide(connection, 'contact', edit.field, id, edit.value);
    if (differs) changed.push(edit.field.key);
  }
  const isMoved = account !== undefined && cells.account_id !== before.row.account_id;
  setSources(connection, 'contact', id, [...given], sourceOfRequest(ctx));
  const follow = { source: 'derived' as const, userId: null, at: ctx.now, isPinned: false };
  setSources(connection, 'contact', id, [...derived.fields.keys()], follow);
  const released = releaseFields(connection, 'contact', id, releasedFields(release));
  if (changed.length === 0 && released.length === 0 && !isMoved) return;
  updateRecord(connection, 'contact', id, cells, ctx.now);
  const name = now.get('name') ?? derived.fields.get('name') ?? 'a contact';
  tx.audit({
    action: 'contact.edit',
    entity: 'contact',
    recordId: id,
    summary: `Changed ${isMoved && changed.length === 0 ? 'the account' : changed.join(', ') || 'the pins'} of ${String(name)}.`,
    before: Object.fromEntries(changed.map((key) => [key, before.values.get(key)?.value ?? null])),
    after: Object.fromEntries(all.map(({ field, value }) => [field.key, value])),
  });
  const accountId = cells.account_id ?? before.row.account_id;
  tx.changed({
    entity: 'contact',
    recordId: id,
    accountId: isMoved || accountId === null ? null : Number(accountId),
    op: 'update',
  });
  refreshSegmentsLater(tx);
}
