import 'server-only';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { listAll, listIds, listPage, type ListQuestion } from '#lib/services/records/list-page.ts';
import {
  contactFilterKeys,
  type ContactList,
  type ContactListItem,
  type ContactQuery,
} from '#lib/shared/contact-shapes.ts';
import { store } from '#db/client.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { Totals } from '#lib/shared/total-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { requireContact } from './require-contact.ts';

export type ContactSelection = {
  query?: Partial<ContactQuery> | undefined;
  ids?: string[] | undefined;
  except?: string[] | undefined;
};

/** A page of contacts within scope: by segment, rule, text and quick filters; totals on request. */
export async function listContacts(
  ctx: Context,
  query: ContactQuery,
  signal?: AbortSignal,
): Promise<ContactList> {
  requireCan(ctx.actor, 'accounts.read');
  const page = await listPage(ctx, 'contact', { ...questionOf(query), limit: query.limit }, signal);
  return {
    items: await heavyRead('contactListRows', { ids: page.ids }, { signal }),
    nextCursor: page.nextCursor,
    count: page.count,
    emptiedBy: page.emptiedBy,
    ...(query.totals ? { totals: await totals() } : {}),
    asOf: ctx.now,
  };

  async function totals(): Promise<Totals> {
    const ids = await listIds(ctx, 'contact', questionOf(query), signal);
    return heavyRead('contactTotals', { ids }, { signal });
  }
}

const CHUNK = 2_000;

/** The rows of a selection for a file. Throws `forbidden` where the role may not export. */
export async function exportContacts(ctx: Context, selection: ContactSelection): Promise<ContactListItem[]> {
  requireCan(ctx.actor, 'accounts.export');
  const ids = await selectedContacts(ctx, selection);
  const rows: ContactListItem[] = [];
  for (let start = 0; start < ids.length; start += CHUNK) {
    rows.push(...(await heavyRead('contactListRows', { ids: ids.slice(start, start + CHUNK) })));
  }
  return rows;
}

async function selectedContacts(ctx: Context, selection: ContactSelection): Promise<number[]> {
  if (selection.ids) {
    const { connection } = store();
    return [...new Set(selection.ids)].map((id) => requireContact(ctx, connection, id).id);
  }
  const except = new Set(selection.except?.map((id) => toRowId('contact', id)));
  const all = await listAll(ctx, 'contact', questionOf(selection.query ?? {}));
  return all.filter((id) => !except.has(id));
}

function questionOf(query: Partial<ContactQuery>): Omit<ListQuestion, 'limit'> {
  const { segment, rule, q, sort, cursor } = query;
  const choices = Object.fromEntries(contactFilterKeys.map((key) => [key, query[key]]));
  return { segment, rule, q, sort, cursor, choices };
}
