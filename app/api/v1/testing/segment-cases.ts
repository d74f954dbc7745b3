import { bookOnly, type Case } from './case.ts';

const draft = { version: 1, entity: 'account', root: { id: 'root', kind: 'group', op: 'all', rules: [] } };
const definition = draft;
const segment: Case = { params: ({ segment: id }) => ({ id }) };

const unpublishedIds: Case = { query: ({ segment: id }) => `ids=${id}` };
const neverPublished: Case = { ...segment, answers: 422 };

export const segmentCases: Record<string, Case> = {
  'GET /fields': {},
  'POST /fields': { body: () => ({ entity: 'account', label: 'Plants', type: 'number' }), answers: 201 },
  'GET /fields/values': { query: () => 'field=industry' },
  'POST /fields/values': { body: () => ({ field: 'industry', texts: ['Retail'] }) },
  'POST /segments/preview': { body: () => ({ definition }) },
  'POST /segments/explain': {
    body: ({ account }) => ({ definition, recordId: account }),
    foreignRefusedFor: bookOnly,
  },
  'POST /segments/forms/{form}': { params: () => ({ form: 'soql' }), body: () => ({ definition }) },
  'GET /segments': {},
  'POST /segments': { body: () => ({ name: 'New', draft }), answers: 201 },
  'POST /segments/bulk': { body: ({ segment: id }) => ({ action: 'tag', ids: [id], tag: 'Campaign' }) },
  'GET /segments/members': { query: ({ segment: id }) => `ids=${id}` },
  'GET /segments/overlap': { ...unpublishedIds, answers: 422 },
  'POST /segments/deduplicate': {
    body: ({ segment: id }) => ({ segmentIds: [id, 'seg_1'] }),
    answers: 422,
  },
  'POST /segments/lists': {
    body: ({ account }) => ({ name: 'A list', records: [account] }),
    answers: 201,
  },
  'GET /segments/{id}/impact': { ...segment, query: () => 'side=entering' },
  'GET /segments/{id}/versions/compare': { ...segment, query: () => 'from=1&to=2', answers: 404 },
  'GET /segments/{id}/pins': segment,
  'POST /segments/{id}/pins': {
    ...segment,
    body: ({ account }) => ({ side: 'in', records: [account], reason: 'Agreed' }),
  },
  'POST /segments/{id}/unpin': { ...segment, body: ({ account }) => ({ recordIds: [account] }) },
  'GET /segments/templates': {},
  'POST /segments/templates': { body: () => ({ templateId: 'no such template' }), answers: 404 },
  'GET /segments/{id}': segment,
  'PUT /segments/{id}': {
    ...segment,
    body: () => ({ name: 'Renamed', draft }),
    headers: { 'if-match': '1' },
  },
  'DELETE /segments/{id}': segment,
  'POST /segments/{id}/untrash': segment,
  'POST /segments/{id}/duplicate': segment,
  'POST /segments/{id}/publish': { ...segment, body: () => ({}) },
  'POST /segments/{id}/retire': neverPublished,
  'POST /segments/{id}/restore': segment,
  'POST /segments/{id}/review': neverPublished,
  'PUT /segments/{id}/tier': { ...segment, body: ({ tier }) => ({ tierId: tier }) },
  'GET /segments/{id}/members': segment,
  'GET /segments/{id}/history': segment,
  'GET /segments/{id}/uses': segment,
  'GET /segments/{id}/versions': segment,
  'POST /segments/{id}/versions/{number}/restore': {
    params: ({ segment: id }) => ({ id, number: '1' }),
    answers: 404,
  },
  'GET /segments/{id}/split': { ...neverPublished, query: () => 'field=industry' },
  'POST /segments/{id}/split': {
    ...neverPublished,
    body: () => ({ field: 'industry', values: [{ value: 'Retail' }] }),
  },
};
