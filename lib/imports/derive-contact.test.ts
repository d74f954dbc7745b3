import { describe, expect, test } from 'vitest';
import { isReachable, personaOf, readTitle } from './derive-contact.ts';

describe('what a title says', () => {
  test.each([
    ['Chief Financial Officer', 'c_level', 'finance'],
    ['CEO & Founder', 'c_level', 'general management'],
    ['Vice President, Operations', 'vp', 'operations'],
    ['Head of IT', 'vp', 'it'],
    ['Director of Supply Chain', 'director', 'operations'],
    ['Security Engineer', 'staff', 'security'],
    ['Plant Manager', 'manager', 'operations'],
    ['Receptionist', 'staff', null],
  ])('%s', (title, seniority, jobFunction) => {
    expect(readTitle(title)).toEqual({ seniority, jobFunction });
  });
});

describe('personas', () => {
  test('by the definition that ships', () => {
    expect(personaOf('vp', 'finance', ['operations'])).toBe('economic buyer');
    expect(personaOf('manager', 'operations', ['operations'])).toBe('champion');
    expect(personaOf('staff', 'security', ['operations'])).toBe('technical evaluator');
    expect(personaOf('vp', 'operations', ['operations'])).toBe('influencer');
    expect(personaOf('staff', 'legal', ['operations'])).toBe('end user');
    expect(personaOf('director', 'legal', ['operations'])).toBeNull();
  });
});

test('opted out is never reachable, a bounced address needs a phone', () => {
  const person = { email: 'a@b.co', phone: null, mobile: null, bounced: null, optedOut: null };
  expect(isReachable(person)).toBe(true);
  expect(isReachable({ ...person, bounced: 1 })).toBe(false);
  expect(isReachable({ ...person, bounced: 1, mobile: '+1 555 0100' })).toBe(true);
  expect(isReachable({ ...person, optedOut: 1 })).toBe(false);
});
