import type { Field } from '../catalog.ts';
import { fieldsOf } from './define-field.ts';
import { repRoles } from './vocabulary.ts';

const field = fieldsOf('rep');

export const repFields: readonly Field[] = [
  field('name', 'Rep', 'planning', 'text', {
    synonyms: ['rep', 'sales agent', 'agent', 'full name', 'sales rep', 'user'],
  }),
  field('email', 'Email', 'planning', 'text', {
    synonyms: ['e-mail', 'email address', 'user email', 'mail'],
  }),
  field('role', 'Role', 'planning', 'category', {
    vocabulary: repRoles,
    synonyms: ['sales role', 'position', 'job role'],
  }),
  field('region', 'Region', 'planning', 'category', {
    synonyms: ['regional office', 'office', 'sales region', 'geo'],
  }),
  field('manager', 'Manager', 'planning', 'ref', {
    refKind: 'rep',
    synonyms: ['reports to', 'sales manager', 'team lead', 'supervisor'],
  }),
  field('active', 'Active', 'planning', 'boolean', { synonyms: ['is active', 'enabled', 'employed'] }),
  field('capacity', 'Capacity', 'planning', 'number', {
    range: { from: 0 },
    unit: 'touches a month',
    synonyms: ['touches a month', 'monthly capacity'],
  }),
  field('maxAccounts', 'Account cap', 'planning', 'number', {
    range: { from: 0 },
    unit: 'accounts',
    synonyms: ['max accounts', 'account cap', 'book size'],
  }),
  field('quota', 'Quota', 'planning', 'money', {
    range: { from: 0 },
    unit: 'a period',
    synonyms: ['target', 'sales target', 'goal'],
  }),
  field('ramp', 'Ramp', 'planning', 'number', {
    range: { from: 0, to: 1 },
    unit: 'rate',
    synonyms: ['ramp rate', 'ramped'],
  }),
  field('capacityHours', 'Capacity in hours', 'planning', 'number', {
    range: { from: 0 },
    unit: 'hours a month',
    synonyms: ['hours a month', 'selling hours', 'monthly hours'],
  }),
  field('startsOn', 'First day', 'planning', 'day', {
    synonyms: ['start date', 'hire date', 'hired on', 'joined', 'first day'],
  }),
  field('endsOn', 'Last day', 'planning', 'day', {
    synonyms: ['end date', 'leaving date', 'termination date', 'last day'],
  }),
  field('opening', 'Open place', 'planning', 'boolean', {
    synonyms: ['open headcount', 'vacancy', 'open role', 'placeholder', 'is open'],
  }),
  field('homeCity', 'Home city', 'planning', 'text', { synonyms: ['city', 'home town', 'based in'] }),
  field('homeState', 'Home state', 'planning', 'category', { synonyms: ['state', 'province'] }),
  field('homeCountry', 'Home country', 'planning', 'category', { synonyms: ['country'] }),
  field('allowedRegions', 'May work in', 'planning', 'tags', {
    synonyms: ['allowed regions', 'allowed countries', 'allowed states', 'regions'],
  }),
  field('languages', 'Languages', 'planning', 'tags', { synonyms: ['language', 'speaks'] }),
  field('tiers', 'Tiers', 'planning', 'tags', { synonyms: ['works tiers', 'tiers worked'] }),
];
