import type { Field } from '../catalog.ts';
import { fieldsOf } from './define-field.ts';
import { jobFunctions, leadStatuses, personas, seniorities } from './vocabulary.ts';

const field = fieldsOf('contact');

export const contactFields: readonly Field[] = [
  field('name', 'Name', 'people', 'text', {
    synonyms: ['full name', 'contact', 'contact name', 'person', 'lead name'],
  }),
  field('firstName', 'First name', 'people', 'text', { synonyms: ['first', 'given name', 'forename'] }),
  field('lastName', 'Last name', 'people', 'text', { synonyms: ['last', 'surname', 'family name'] }),
  field('email', 'Email', 'people', 'text', {
    synonyms: ['e-mail', 'email address', 'work email', 'business email', 'mail'],
  }),
  field('phone', 'Phone', 'people', 'text', {
    synonyms: ['telephone', 'phone number', 'work phone', 'direct phone', 'direct dial', 'business phone'],
  }),
  field('mobile', 'Mobile', 'people', 'text', { synonyms: ['mobile phone', 'cell', 'cell phone'] }),
  field('linkedinUrl', 'LinkedIn profile', 'people', 'text', {
    synonyms: ['linkedin', 'linkedin url', 'person linkedin', 'profile url'],
  }),
  field('jobTitle', 'Job title', 'people', 'text', { synonyms: ['title', 'position', 'job', 'role title'] }),
  field('jobFunction', 'Function', 'people', 'category', {
    vocabulary: jobFunctions,
    synonyms: ['job function', 'department', 'team', 'area'],
  }),
  field('seniority', 'Seniority', 'people', 'category', {
    vocabulary: seniorities,
    synonyms: ['level', 'job level', 'management level', 'rank'],
  }),
  field('persona', 'Persona', 'people', 'category', {
    vocabulary: personas,
    synonyms: ['buyer persona', 'buying role', 'buying committee role'],
  }),
  field('country', 'Country', 'geographic', 'category', {
    synonyms: ['country code', 'mailing country', 'contact country', 'person country'],
  }),
  field('leadStatus', 'Lead status', 'people', 'category', {
    vocabulary: leadStatuses,
    synonyms: ['lead stage', 'status of lead', 'status'],
  }),
  field('source', 'Source', 'people', 'category', {
    synonyms: ['lead source', 'original source', 'contact source'],
  }),
  field('reachable', 'Reachable', 'people', 'boolean', {
    computed: true,
    synonyms: ['can be reached', 'contactable', 'has email or phone'],
  }),
  field('optedOut', 'Opted out', 'people', 'boolean', {
    synonyms: ['unsubscribed', 'opt out', 'email opt out', 'hasoptedoutofemail', 'do not email'],
  }),
  field('bounced', 'Bounced', 'people', 'boolean', {
    synonyms: ['email bounced', 'hard bounce', 'invalid email', 'isemailbounced'],
  }),
  field('owner', 'Owner', 'planning', 'ref', {
    refKind: 'rep',
    synonyms: ['contact owner', 'lead owner', 'assigned to'],
  }),
  field('externalId', 'CRM id', 'people', 'text', {
    exact: true,
    synonyms: ['id', 'contact id', 'lead id', 'crm id', 'record id', 'external id'],
  }),
  field('createdAt', 'Created', 'people', 'instant', { synonyms: ['created', 'created date', 'date added'] }),
];
