import type { Metadata } from 'next';
import { NoRows } from '#components/accounts/no-rows.tsx';
import { ContactsList } from '#components/contacts/contacts-list.tsx';
import { pageContext } from '#lib/auth/page-context.ts';
import { listFacts } from '#lib/services/accounts/list-facts.ts';
import { listContacts } from '#lib/services/contacts/list.ts';
import { parseRule } from '#lib/services/records/list-definition.ts';
import { contactListQuery } from '#lib/shared/contact-shapes.ts';
import { isAppError } from '#lib/shared/errors.ts';
import { pageQuery } from '#lib/shared/page-query.ts';

export const metadata: Metadata = { title: 'Contacts' };

/** All contacts within one's reach; filters, order and view live in the address. */
export default async function ContactsPage({ searchParams }: PageProps<'/contacts'>) {
  const [ctx, query] = await Promise.all([pageContext(), searchParams]);
  const { rule, format: _format, columns: _columns, ...asked } = pageQuery(contactListQuery, query);
  const first = await read().catch((error: unknown) => {
    if (isAppError(error)) return error.message;
    throw error;
  });
  if (typeof first === 'string') return <NoRows title="Contacts" reason={first} href="/contacts" />;
  return <ContactsList first={first} facts={listFacts(ctx, 'contact')} />;

  async function read() {
    return listContacts(ctx, { ...asked, rule: parseRule(rule), cursor: undefined, limit: 100 });
  }
}
