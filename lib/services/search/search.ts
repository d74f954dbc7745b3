import 'server-only';
import type { FoundRecord } from '#db/queries/search/find-records.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { SearchAnswer } from '#lib/shared/search-shapes.ts';
import { foldText } from '#lib/shared/text.ts';
import { heavyRead } from '#workers/reads/host.ts';

const PER_KIND = 6;

/** Accounts, segments and contacts within one's reach whose name has the text in it, best first. */
export async function search(ctx: Context, text: string, signal?: AbortSignal): Promise<SearchAnswer> {
  requireCan(ctx.actor, 'accounts.read');
  const folded = foldText(text);
  if (folded === '') return { items: [] };
  const found = await heavyRead(
    'findRecords',
    { folded, scope: scopeOf(ctx.actor), limit: PER_KIND },
    { signal },
  );
  return { items: found.map(hitOf) };
}

const kindLabels = { account: 'Accounts', contact: 'Contacts', segment: 'Segments' };

function hitOf({ kind, id, label, hint, accountId }: FoundRecord) {
  return {
    id: toPublicId(kind, id),
    kind: kindLabels[kind],
    label,
    hint,
    href: hrefOf(kind, id, label, accountId),
  };
}

function hrefOf(kind: FoundRecord['kind'], id: number, label: string, accountId: number | null): string {
  if (kind === 'account') return `/accounts/${toPublicId('account', id)}`;
  if (kind === 'segment') return `/segments/${toPublicId('segment', id)}`;
  if (accountId === null) return `/contacts?q=${encodeURIComponent(label)}`;
  return `/accounts/${toPublicId('account', accountId)}?contact=${toPublicId('contact', id)}`;
}
