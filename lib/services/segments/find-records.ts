import { parse as parseHost } from 'tldts';
import type { Connection } from '#db/client.ts';
import { accountFinder } from '#db/queries/accounts/find-by-keys.ts';
import { contactFinder } from '#db/queries/contacts/find-by-keys.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { RootEntity } from '#lib/rules/ast.ts';
import { parsePublicId } from '#lib/shared/ids.ts';
import { expandSalesforceId } from '#lib/shared/salesforce-id.ts';
import { presentText } from '#lib/shared/text.ts';

/** What pasted lines name: row ids, and the lines that name no record here. */
export type FoundRecords = { rowIds: number[]; notFound: string[] };

/** The registrable domain in a web address, e-mail address or bare domain, or null. */
export function domainOf(text: string): string | null {
  const host = text.includes('@') ? (text.split('@').at(-1) ?? '') : text;
  const parsed = parseHost(host);
  return parsed.isIcann ? parsed.domain : null;
}

/** What may be an account's domain in a line: the registrable one, else the host as written (also of inner networks). */
function domainsIn(text: string): string[] {
  const host = parseHost(text.includes('@') ? (text.split('@').at(-1) ?? '') : text).hostname;
  return [domainOf(text), host].flatMap((domain) => domain?.toLowerCase().replace(/^www\./, '') ?? []);
}

/** How ids of the CRM are kept: Salesforce writes one id in two lengths. */
export function mainIdOf(connection: Connection): (id: string) => string {
  const { mainSystem } = workspaceSettings(connection);
  return mainSystem === 'salesforce' ? expandSalesforceId : (id) => id;
}

function finderOf(connection: Connection, entity: RootEntity): (line: string) => number[] {
  const mainId = mainIdOf(connection);
  const accounts = accountFinder(connection);
  const contacts = contactFinder(connection);
  return (line) => {
    const rowId = parsePublicId(entity, line);
    if (entity === 'contact') {
      if (rowId !== null) return contacts.byId(rowId);
      return line.includes('@') ? contacts.byEmail(line) : contacts.byExternalId(mainId(line));
    }
    if (rowId !== null) return accounts.byId(rowId);
    const byDomain = domainsIn(line).map(accounts.byDomain);
    return byDomain.find((found) => found.length > 0) ?? accounts.byExternalId(mainId(line));
  };
}

/**
 * The live records that pasted lines name: accounts by web domain, e-mail or web address, CRM id or product id; contacts
 * by e-mail address, CRM id or product id. Row ids ascending, each once.
 */
export function findRecords(
  connection: Connection,
  entity: RootEntity,
  lines: readonly string[],
): FoundRecords {
  const find = finderOf(connection, entity);
  const wanted = [...new Set(lines.flatMap((line) => presentText(line) ?? []))];
  const rowIds = new Set<number>();
  const notFound: string[] = [];
  for (const line of wanted) {
    const found = find(line);
    if (found.length === 0) notFound.push(line);
    for (const id of found) rowIds.add(id);
  }
  return { rowIds: [...rowIds].sort((a, b) => a - b), notFound };
}
