import type { Field } from '../catalog.ts';
import { fieldsOf } from './define-field.ts';
import { industryNames, subIndustryNames } from './industries.ts';
import {
  accountStatuses,
  accountTypes,
  fundingStages,
  journeyStages,
  needs,
  ownerships,
  regions,
} from './vocabulary.ts';

const field = fieldsOf('account');

export const accountFields: readonly Field[] = [
  field('name', 'Name', 'firmographic', 'text', {
    synonyms: [
      'account',
      'account name',
      'company',
      'company name',
      'organization',
      'organisation',
      'business name',
      'legal name',
    ],
  }),
  field('domain', 'Domain', 'firmographic', 'text', {
    synonyms: ['company domain', 'email domain', 'web domain', 'primary domain', 'domain name'],
  }),
  field('industry', 'Industry', 'firmographic', 'category', {
    vocabulary: industryNames,
    synonyms: [
      'sector',
      'vertical',
      'market',
      'category',
      'category code',
      'gics sector',
      'primary industry',
    ],
  }),
  field('subIndustry', 'Sub-industry', 'firmographic', 'category', {
    vocabulary: subIndustryNames,
    synonyms: [
      'sub industry',
      'subindustry',
      'sub-sector',
      'subsector',
      'sub-vertical',
      'gics sub-industry',
      'niche',
    ],
  }),
  field('employees', 'Employees', 'firmographic', 'number', {
    range: { from: 0, to: 10_000_000, whole: true },
    synonyms: [
      'headcount',
      'employee count',
      'number of employees',
      '# employees',
      'no. of employees',
      'num employees',
      'company size',
      'size',
      'staff',
      'fte',
      'numberofemployees',
    ],
  }),
  field('revenue', 'Revenue', 'firmographic', 'money', {
    range: { from: 0, to: 1e13 },
    unit: 'a year',
    synonyms: [
      'annual revenue',
      'annualrevenue',
      'yearly revenue',
      'turnover',
      'sales volume',
      'arr',
      'revenue usd',
    ],
  }),
  field('growthRate', 'Growth rate', 'firmographic', 'number', {
    range: { from: -1, to: 1000 },
    unit: 'rate a year',
    synonyms: ['growth', 'revenue growth', 'yoy growth', 'annual growth', 'growth %'],
  }),
  field('foundedYear', 'Founded', 'firmographic', 'number', {
    range: { from: 1000, to: 2100, whole: true },
    unit: 'year',
    synonyms: [
      'founded',
      'founded year',
      'year founded',
      'year established',
      'established',
      'year started',
      'incorporated',
    ],
  }),
  field('ownership', 'Ownership', 'firmographic', 'category', {
    vocabulary: ownerships,
    synonyms: ['ownership type', 'company type', 'public or private', 'legal form'],
  }),
  field('fundingStage', 'Funding stage', 'firmographic', 'category', {
    vocabulary: fundingStages,
    synonyms: ['last funding type', 'funding round', 'stage of funding', 'last round', 'investment stage'],
  }),
  field('status', 'Status', 'firmographic', 'category', {
    vocabulary: accountStatuses,
    synonyms: ['company status', 'operating status'],
  }),
  field('type', 'Account type', 'firmographic', 'category', {
    vocabulary: accountTypes,
    synonyms: ['account type', 'relationship', 'record type', 'customer type'],
  }),
  field('parent', 'Parent account', 'firmographic', 'ref', {
    refKind: 'account',
    synonyms: ['parent', 'parent company', 'subsidiary of', 'parent account', 'owned by', 'holding company'],
  }),
  field('family', 'Corporate family', 'firmographic', 'ref', {
    refKind: 'account',
    computed: true,
    synonyms: ['ultimate parent', 'corporate family', 'global ultimate', 'group'],
  }),
  field('phone', 'Phone', 'firmographic', 'text', {
    synonyms: ['telephone', 'phone number', 'main phone', 'company phone'],
  }),
  field('website', 'Website', 'firmographic', 'text', {
    synonyms: ['url', 'web', 'site', 'web site', 'homepage', 'company url'],
  }),
  field('linkedinUrl', 'LinkedIn page', 'firmographic', 'text', {
    synonyms: ['linkedin', 'linkedin url', 'company linkedin', 'linkedin company url'],
  }),
  field('description', 'Description', 'firmographic', 'text', {
    synonyms: ['about', 'overview', 'short description', 'company description', 'notes'],
  }),
  field('crmUrl', 'CRM link', 'firmographic', 'text', { synonyms: ['crm url', 'record url', 'crm link'] }),
  field('externalId', 'CRM id', 'firmographic', 'text', {
    exact: true,
    synonyms: [
      'id',
      'account id',
      'crm id',
      'salesforce id',
      'hubspot id',
      'record id',
      'external id',
      'company id',
      'permalink',
    ],
  }),
  field('country', 'Country', 'geographic', 'category', {
    synonyms: [
      'country code',
      'billing country',
      'hq country',
      'office location',
      'location',
      'nation',
      'headquarters country',
    ],
  }),
  field('state', 'State', 'geographic', 'category', {
    synonyms: [
      'state code',
      'province',
      'billing state',
      'hq state',
      'state/province',
      'county state',
      'prefecture',
    ],
  }),
  field('region', 'Region', 'geographic', 'category', {
    vocabulary: regions,
    synonyms: ['sales region', 'geo', 'world region', 'market region'],
  }),
  field('metro', 'Metro area', 'geographic', 'category', {
    synonyms: ['metro', 'metropolitan area', 'msa', 'dma', 'metro area'],
  }),
  field('city', 'City', 'geographic', 'category', {
    synonyms: ['town', 'billing city', 'hq city', 'headquarters', 'municipality'],
  }),
  field('postalCode', 'Postal code', 'geographic', 'text', {
    synonyms: ['zip', 'zip code', 'postcode', 'postal', 'zip/postal code', 'billing zip'],
  }),
  field('timeZone', 'Time zone', 'geographic', 'category', { synonyms: ['timezone', 'tz'] }),
  field('latitude', 'Latitude', 'geographic', 'number', {
    range: { from: -90, to: 90 },
    unit: 'degrees',
    synonyms: ['lat', 'geo latitude'],
  }),
  field('longitude', 'Longitude', 'geographic', 'number', {
    range: { from: -180, to: 180 },
    unit: 'degrees',
    synonyms: ['lon', 'lng', 'long', 'geo longitude'],
  }),
  field('journeyStage', 'Journey stage', 'behavioural', 'category', {
    vocabulary: journeyStages,
    synonyms: ['lifecycle stage', 'lifecycle', 'buyer stage', 'buying stage', 'journey'],
  }),
  field('needs', 'Needs', 'needs', 'tags', {
    vocabulary: needs,
    synonyms: ['pain points', 'pains', 'use cases', 'use case', 'challenges', 'interests'],
  }),
  field('renewalOn', 'Renewal date', 'deals', 'day', {
    planned: true,
    synonyms: ['renewal', 'renewal date', 'contract end', 'contract end date', 'expires on'],
  }),
  field('doNotContact', 'Do not contact', 'planning', 'boolean', {
    synonyms: ['dnc', 'do not call', 'suppressed', 'blocked', 'excluded'],
  }),
  field('crmOwner', 'CRM owner', 'planning', 'ref', {
    refKind: 'rep',
    synonyms: ['account owner', 'owner', 'owner name', 'assigned to', 'sales rep', 'owner email'],
  }),
  field('owner', 'Owner', 'planning', 'ref', {
    refKind: 'rep',
    computed: true,
    synonyms: ['ae', 'account executive', 'rep', 'book'],
  }),
  field('sdr', 'SDR', 'planning', 'ref', {
    refKind: 'rep',
    computed: true,
    synonyms: ['sales development rep', 'bdr'],
  }),
  field('tier', 'Tier', 'planning', 'ref', {
    refKind: 'tier',
    computed: true,
    synonyms: ['account tier', 'priority'],
  }),
  field('territory', 'Territory', 'planning', 'ref', {
    refKind: 'territory',
    computed: true,
    synonyms: ['sales territory', 'patch'],
  }),
  field('class', 'Class', 'planning', 'ref', {
    refKind: 'class',
    computed: true,
    synonyms: ['segment class', 'market segment', 'enterprise or smb'],
  }),
  field('score', 'Score', 'planning', 'number', {
    unit: '0–100',
    computed: true,
    synonyms: ['account score', 'fit score', 'icp score'],
  }),
  field('createdAt', 'Created', 'planning', 'instant', {
    computed: true,
    synonyms: ['created', 'created date', 'date added', 'added'],
  }),
  field('updatedAt', 'Last changed', 'planning', 'instant', {
    computed: true,
    synonyms: ['updated', 'modified', 'last modified', 'last modified date'],
  }),
];
