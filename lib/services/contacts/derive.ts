import { isReachable, personaOf, readTitle } from '#lib/imports/derive-contact.ts';
import { registrableDomain } from '#lib/imports/identify.ts';
import type { Value } from '#lib/imports/read-value.ts';

export type ContactFacts = ReadonlyMap<string, Value | null>;

/**
 * What follows from the values of a contact, as imports derive it: a name from its parts; seniority, function and
 * persona from a new title unless they are given or pinned; always whether they can be reached. `given` are the fields
 * that the change sets, `isPinned` those that a person set before.
 */
export function deriveContact(
  now: ContactFacts,
  given: ReadonlySet<string>,
  isPinned: (field: string) => boolean,
  soldTo: readonly string[],
): { fields: Map<string, Value | null>; emailDomain: string | null; reachable: boolean } {
  const fields = new Map<string, Value | null>();
  const text = (key: string): string | null => {
    const value = fields.has(key) ? fields.get(key) : now.get(key);
    return typeof value === 'string' ? value : null;
  };
  const isFree = (key: string) => !given.has(key) && !isPinned(key);
  if (isFree('name') && (given.has('firstName') || given.has('lastName'))) {
    const name = [text('firstName'), text('lastName')].filter((part) => part !== null).join(' ');
    if (name !== '') fields.set('name', name);
  }
  if (given.has('jobTitle')) {
    const title = text('jobTitle');
    const facts = title === null ? { seniority: null, jobFunction: null } : readTitle(title);
    if (isFree('seniority')) fields.set('seniority', facts.seniority);
    if (isFree('jobFunction')) fields.set('jobFunction', facts.jobFunction);
  }
  const changesRole = ['jobTitle', 'seniority', 'jobFunction'].some((key) => given.has(key));
  if (changesRole && isFree('persona')) {
    const lower = (key: string) => text(key)?.toLowerCase() ?? null;
    fields.set('persona', personaOf(lower('seniority'), lower('jobFunction'), soldTo));
  }
  const flag = (key: string) => (now.get(key) === 1 ? 1 : 0);
  const email = text('email');
  return {
    fields,
    emailDomain: email === null ? null : registrableDomain(email),
    reachable: isReachable({
      email,
      phone: text('phone'),
      mobile: text('mobile'),
      bounced: flag('bounced'),
      optedOut: flag('optedOut'),
    }),
  };
}
