import { expect, test } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { addAccounts, assignTo } from '#lib/services/segments/testing/sample-accounts.ts';
import { contactQueryInput } from '#lib/shared/contact-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { archiveContact, changeContact, createContact, restoreContact } from './change-contact.ts';
import { getContact } from './get.ts';
import { listContacts } from './list.ts';

const db = useTempStore();
const person = testContext({ actor: { kind: 'user', role: 'revops', userId: null, name: 'Dara' } });
let names = 0;

function account(): string {
  const [id = 0] = addAccounts(db.current, [{ name: `Account ${++names}` }], person.now);
  return toPublicId('account', id);
}

const valueOf = (id: string, key: string) =>
  getContact(person, id).fields.find((field) => field.key === key)?.value;

test('a title brings seniority, function and persona, unless a person set them', async () => {
  const contact = await createContact(person, {
    name: 'Petra Vandermolen',
    jobTitle: 'CFO',
    email: 'Petra@Northgate.example.com',
    account: account(),
  });
  expect(['seniority', 'jobFunction', 'persona'].map((key) => valueOf(contact.id, key))).toEqual([
    'c_level',
    'finance',
    'economic buyer',
  ]);
  await changeContact(person, contact.id, { persona: 'champion' }, null);
  await changeContact(person, contact.id, { jobTitle: 'IT Manager' }, null);
  expect(valueOf(contact.id, 'seniority')).toBe('manager');
  expect(valueOf(contact.id, 'persona')).toBe('champion');
});

test('an opt-out is never cleared by a blank; it makes nobody reachable until it is taken back', async () => {
  const contact = await createContact(person, { name: 'Joss', email: 'joss@acme.com', account: account() });
  expect(contact.isReachable).toBe(true);
  expect((await changeContact(person, contact.id, { optedOut: true }, null)).isReachable).toBe(false);
  for (const blank of [null, '']) {
    const clearing = changeContact(person, contact.id, { optedOut: blank }, null);
    await expect(clearing).rejects.toMatchObject({ code: 'invalid', issues: [{ path: '/optedOut' }] });
  }
  expect((await changeContact(person, contact.id, { phone: '+1 555 010 0199' }, null)).isReachable).toBe(
    false,
  );
  expect((await changeContact(person, contact.id, { optedOut: false }, null)).isReachable).toBe(true);
});

test('without a valid address or a phone nobody is reachable', async () => {
  const contact = await createContact(person, { name: 'Noor', email: 'noor@acme.com', account: account() });
  expect((await changeContact(person, contact.id, { bounced: true }, null)).isReachable).toBe(false);
  expect((await changeContact(person, contact.id, { mobile: '+1 555 010 0123' }, null)).isReachable).toBe(
    true,
  );
  const wrong = changeContact(person, contact.id, { email: 'noor at acme' }, null);
  await expect(wrong).rejects.toMatchObject({ issues: [{ path: '/email' }] });
});

test('a lead without an account is found by its filter and linked later', async () => {
  const lead = await createContact(person, { name: 'Lead Lindqvist', email: 'l@lead.com' });
  const leads = (value: string) =>
    listContacts(person, contactQueryInput.parse({ q: 'lindqvist', lead: [value] }));
  expect((await leads('true')).count).toBe(1);
  const home = account();
  expect((await changeContact(person, lead.id, { account: home }, null)).account?.id).toBe(home);
  expect((await leads('true')).count).toBe(0);
  expect((await leads('false')).count).toBe(1);
});

test('a rep adds people to their own accounts only and sees no others', async () => {
  const [mine, foreign] = [account(), account()];
  const repId = assignTo(db.current, [Number.parseInt(mine.slice(4), 36)], 'Orla', person.now);
  const rep = testContext({ actor: { kind: 'user', role: 'rep', repId, holderIds: [repId], userId: 5 } });
  const own = await createContact(rep, { name: 'Own Contact', account: mine });
  const other = await createContact(person, { name: 'Other Contact', account: foreign });
  await expect(createContact(rep, { name: 'X', account: foreign })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(createContact(rep, { name: 'X' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(() => getContact(rep, other.id)).toThrow('not in your book');
  await expect(changeContact(rep, own.id, { account: foreign }, null)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const list = await listContacts(rep, contactQueryInput.parse({ q: 'contact' }));
  expect(list.items.map((row) => row.id)).toEqual([own.id]);
});

test('a contact goes to the Trash and comes back; a stale save is a conflict', async () => {
  const contact = await createContact(person, { name: 'Trash Tester', account: account() });
  await archiveContact(person, contact.id);
  expect((await listContacts(person, contactQueryInput.parse({ q: 'trash tester' }))).count).toBe(0);
  await restoreContact(person, contact.id);
  const saved = await changeContact(person, contact.id, { jobTitle: 'Buyer' }, null);
  await expect(
    changeContact(person, contact.id, { jobTitle: 'Seller' }, saved.version - 1),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('a contact needs a name or an address', async () => {
  await expect(createContact(person, { jobTitle: 'CFO', account: account() })).rejects.toMatchObject({
    code: 'invalid',
  });
});
