import type { Connection } from '#db/client.ts';
import { accountIdentities } from '#db/queries/accounts/account-identities.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Draft, DraftRule } from '#lib/rules/draft.ts';
import { appError } from '#lib/shared/errors.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import { presentText } from '#lib/shared/text.ts';
import { domainOf, mainIdOf } from './find-records.ts';

type Line = { line: string; domain: string } | { line: string; externalId: string };

function readLine(line: string, mainId: (id: string) => string): Line | null {
  const domain = domainOf(line);
  if (domain) return { line, domain: domain.toLowerCase() };
  return /\s/.test(line) ? null : { line, externalId: mainId(line) };
}

/**
 * A rule that lists accounts by web domain or CRM id. Product ids (`acc_…`) are read as the account's CRM id or domain.
 * `notFound`: lines that no account has today, kept in the rule; `unreadable`: lines that are neither.
 */
export function draftFromList(
  ctx: Context,
  connection: Connection,
  lines: readonly string[],
): { draft: Draft; notFound: string[]; unreadable: string[] } {
  const wanted = [...new Set(lines.flatMap((line) => presentText(line) ?? []))];
  const known = accountIdentities(connection);
  const mainId = mainIdOf(connection);
  const unreadable: string[] = [];
  const read = wanted.flatMap((text): Line[] => {
    const rowId = parsePublicId('account', text);
    const account = rowId === null ? null : known.byId(rowId);
    if (account?.externalId) return [{ line: text, externalId: account.externalId }];
    if (account?.domain) return [{ line: text, domain: account.domain }];
    const line = account || rowId !== null ? null : readLine(text, mainId);
    if (line) return [line];
    unreadable.push(text);
    return [];
  });
  const domains = [...new Set(read.flatMap((line) => ('domain' in line ? [line.domain] : [])))];
  const externalIds = [...new Set(read.flatMap((line) => ('externalId' in line ? [line.externalId] : [])))];
  const rules: DraftRule[] = [
    ...(domains.length > 0 ? [listed(ctx, 'domain', domains)] : []),
    ...(externalIds.length > 0 ? [listed(ctx, 'externalId', externalIds)] : []),
  ];
  if (rules.length === 0) {
    throw appError('invalid', 'None of these lines is a web domain or an id. Paste one per line.', {
      issues: [{ path: '/domainsOrIds', code: 'empty_list', message: 'Paste one domain or id per line.' }],
    });
  }
  const isKnown = (line: Line) =>
    'domain' in line ? known.hasDomain(line.domain) : known.hasExternalId(line.externalId);
  return {
    draft: { version: 1, entity: 'account', root: { id: ctx.newId(), kind: 'group', op: 'any', rules } },
    notFound: read.filter((line) => !isKnown(line)).map(({ line }) => line),
    unreadable,
  };
}

function listed(ctx: Context, field: string, value: string[]): DraftRule {
  return { id: ctx.newId(), kind: 'field', field, operator: 'in', value };
}
