import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { type AccountHead, accountStanding, findAccountHead } from '#db/queries/accounts/account-head.ts';
import { segmentsOfAccount } from '#db/queries/accounts/account-segments.ts';
import { childRows, familyMembers, type FamilyRow, familySize } from '#db/queries/accounts/family-rows.ts';
import { technologiesOf } from '#db/queries/accounts/technology-rows.ts';
import { accountsOutsideScope } from '#db/queries/accounts/scope-filter.ts';
import { keepsDealOf } from '#db/queries/holdovers/holdover-rows.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { committeeOf } from '#db/queries/contacts/committee-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { type Scope, scopeOf } from '#lib/permissions/scope.ts';
import { coverageOf } from '#lib/scoring/coverage.ts';
import { recordFields } from '#lib/services/records/record-fields.ts';
import type { Account } from '#lib/shared/account-shapes.ts';
import { appError } from '#lib/shared/errors.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

/** One account with everything its page shows but the timeline; archived ones too. Throws `not_found`, `forbidden`. */
export function getAccount(ctx: Context, id: string): Account {
  requireCan(ctx.actor, 'accounts.read');
  const { connection } = store();
  const rowId = toRowId('account', id);
  const head = findAccountHead(connection, rowId);
  if (!head) throw appError('not_found', `There is no account "${id}".`);
  const scope = scopeOf(ctx.actor);
  const isOutside = accountsOutsideScope(connection, scope, [rowId]) > 0;
  if (isOutside && !keepsDealOf(connection, scope, rowId)) {
    throw appError('forbidden', `"${head.name}" is not in your book.`);
  }
  const committee = committeeOf(connection, rowId);
  return {
    id,
    name: head.name,
    domain: head.domain,
    crmUrl: head.crmUrl,
    version: head.version,
    createdAt: head.createdAt,
    updatedAt: head.updatedAt,
    archivedAt: head.archivedAt,
    isCustomer: head.isCustomer === 1,
    isDoNotContact: head.isDoNotContact === 1,
    score: head.score,
    ...accountStanding(connection, rowId),
    fields: recordFields(connection, loadCatalog(connection), 'account', rowId)?.fields ?? [],
    family: familyOf(connection, scope, head),
    segments: segmentsOfAccount(connection, rowId),
    committee,
    coverage: coverageOf(committee),
    technologies: technologiesOf(connection, rowId),
  };
}

function familyOf(connection: Connection, scope: Scope, head: AccountHead): Account['family'] {
  const rootId = head.familyId === head.id ? null : head.familyId;
  const found = familyMembers(
    connection,
    scope,
    [head.parentId, rootId].flatMap((id) => id ?? []),
  );
  const member = (id: number | null) => {
    const row = id === null ? undefined : found.find((one) => one.id === id);
    return row ? view(row) : null;
  };
  return {
    parent: member(head.parentId),
    root: member(rootId),
    children: childRows(connection, scope, head.id).map(view),
    accounts: familySize(connection, head.familyId),
  };
}

/** A relative outside one's book is named, so that the family is understood, and not linked. */
function view({ id, name, inScope }: FamilyRow) {
  return { id: inScope === 1 ? toPublicId('account', id) : null, name, isInScope: inScope === 1 };
}
