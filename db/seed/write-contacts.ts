import type { Connection } from '../client.ts';
import type { DemoContact } from './contacts.ts';
import { crmId } from './crm-ids.ts';
import { fold, foldOrNull, toAscii } from './fold.ts';
import { flag, sheet } from './sheet.ts';
import type { TermCell } from './term-cells.ts';

const columns = [
  'id',
  'account_id',
  'account_text',
  'external_id',
  'name',
  'name_folded',
  'first_name',
  'first_name_folded',
  'last_name',
  'last_name_folded',
  'email',
  'email_folded',
  'email_domain',
  'phone',
  'phone_folded',
  'mobile',
  'mobile_folded',
  'linkedin_url',
  'linkedin_url_folded',
  'job_title',
  'job_title_folded',
  'country',
  'job_function',
  'seniority',
  'persona',
  'lead_status',
  'source',
  'owner_id',
  'reachable',
  'opted_out',
  'bounced',
  'import_id',
  'created_at',
  'updated_at',
];

export function contactSheet(connection: Connection, term: TermCell, importId: number) {
  const rows = sheet(connection, 'contacts', columns);
  return (contact: DemoContact): void => {
    const name = `${contact.first} ${contact.last}`;
    const profile = contact.hasProfile
      ? `https://linkedin.example/in/${toAscii(name)
          .toLowerCase()
          .replace(/[^a-z]+/g, '-')}-${contact.id.toString(36)}`
      : null;
    rows.add([
      contact.id,
      contact.accountId,
      contact.accountText,
      crmId(contact.accountId === null ? '00Q' : '003', contact.id),
      name,
      fold(name),
      contact.first,
      fold(contact.first),
      contact.last,
      fold(contact.last),
      contact.email,
      foldOrNull(contact.email),
      contact.email === null ? null : contact.email.slice(contact.email.indexOf('@') + 1),
      contact.phone,
      foldOrNull(contact.phone),
      contact.mobile,
      foldOrNull(contact.mobile),
      profile,
      foldOrNull(profile),
      contact.jobTitle,
      foldOrNull(contact.jobTitle),
      term('contact.country', contact.country),
      term('contact.jobFunction', contact.jobFunction),
      term('contact.seniority', contact.seniority),
      term('contact.persona', contact.persona),
      term('contact.leadStatus', contact.leadStatus),
      term('contact.source', contact.source),
      contact.ownerId,
      flag(contact.reachable),
      flag(contact.optedOut),
      flag(contact.bounced),
      importId,
      contact.createdAt,
      contact.createdAt,
    ]);
  };
}
