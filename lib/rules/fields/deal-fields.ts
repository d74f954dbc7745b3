import type { Field } from '../catalog.ts';
import { fieldsOf } from './define-field.ts';
import { forecastCategories, opportunityTypes, outcomes } from './vocabulary.ts';

const opportunity = fieldsOf('opportunity');
const stageChange = fieldsOf('stageChange');
const product = fieldsOf('product');

export const opportunityFields: readonly Field[] = [
  opportunity('name', 'Deal name', 'deals', 'text', {
    synonyms: ['opportunity', 'opportunity name', 'deal', 'deal name', 'title'],
  }),
  opportunity('stage', 'Stage', 'deals', 'category', {
    synonyms: ['deal stage', 'sales stage', 'stage name', 'status'],
  }),
  opportunity('outcome', 'Outcome', 'deals', 'category', {
    vocabulary: outcomes,
    synonyms: ['result', 'won or lost', 'is won', 'open or closed', 'won/closed won'],
  }),
  opportunity('amount', 'Amount', 'deals', 'money', {
    synonyms: ['deal amount', 'value', 'deal value', 'close value', 'opportunity amount', 'tcv', 'price'],
  }),
  opportunity('acvAmount', 'ACV', 'deals', 'money', {
    synonyms: ['acv', 'annual contract value', 'arr', 'annual value'],
  }),
  opportunity('termMonths', 'Term', 'deals', 'number', {
    range: { from: 0, to: 1200 },
    unit: 'months',
    synonyms: ['term', 'contract term', 'contract length', 'months'],
  }),
  opportunity('owner', 'Deal owner', 'deals', 'ref', {
    refKind: 'rep',
    synonyms: ['owner', 'sales agent', 'sales rep', 'opportunity owner', 'deal owner', 'rep'],
  }),
  opportunity('createdOn', 'Created', 'deals', 'day', {
    synonyms: ['created', 'created date', 'create date', 'engage date', 'opened', 'open date'],
  }),
  opportunity('closedOn', 'Closed', 'deals', 'day', {
    synonyms: ['closed', 'close date', 'closed date', 'close', 'won date', 'lost date'],
  }),
  opportunity('expectedCloseOn', 'Expected close', 'deals', 'day', {
    planned: true,
    synonyms: ['expected close', 'expected close date', 'forecast close', 'target close date'],
  }),
  opportunity('type', 'Deal type', 'deals', 'category', {
    vocabulary: opportunityTypes,
    synonyms: ['opportunity type', 'deal type', 'business type', 'new or existing'],
  }),
  opportunity('pipeline', 'Pipeline', 'deals', 'category', { synonyms: ['sales process', 'pipeline name'] }),
  opportunity('product', 'Product', 'deals', 'category', {
    synonyms: ['product name', 'sku', 'line item', 'product line'],
  }),
  opportunity('source', 'Source', 'deals', 'category', {
    synonyms: ['lead source', 'deal source', 'origin'],
  }),
  opportunity('campaign', 'Campaign', 'deals', 'category', {
    synonyms: ['primary campaign', 'campaign source'],
  }),
  opportunity('competitor', 'Competitor', 'deals', 'category', {
    synonyms: ['main competitor', 'lost to', 'primary competitor'],
  }),
  opportunity('lossReason', 'Loss reason', 'deals', 'category', {
    synonyms: ['lost reason', 'reason lost', 'closed lost reason'],
  }),
  opportunity('forecastCategory', 'Forecast category', 'deals', 'category', {
    vocabulary: forecastCategories,
    synonyms: ['forecast', 'commit'],
  }),
  opportunity('externalId', 'CRM id', 'deals', 'text', {
    exact: true,
    synonyms: ['id', 'opportunity id', 'deal id', 'record id', 'external id'],
  }),
];

export const stageChangeFields: readonly Field[] = [
  stageChange('opportunity', 'Deal', 'deals', 'ref', {
    refKind: 'opportunity',
    synonyms: ['opportunity', 'opportunity id', 'deal id', 'deal'],
  }),
  stageChange('stage', 'Stage', 'deals', 'category', {
    synonyms: ['stage name', 'new stage', 'to stage', 'new value'],
  }),
  stageChange('changedAt', 'Changed at', 'deals', 'instant', {
    synonyms: ['changed at', 'date', 'created date', 'edit date', 'timestamp'],
  }),
];

export const productFields: readonly Field[] = [
  product('name', 'Product', 'deals', 'text', { synonyms: ['product', 'product name', 'sku'] }),
  product('family', 'Product family', 'deals', 'text', {
    synonyms: ['series', 'product family', 'product line', 'family'],
  }),
  product('listPrice', 'List price', 'deals', 'money', {
    range: { from: 0 },
    synonyms: ['price', 'sales price', 'list price', 'unit price'],
  }),
];
