import { type Case, teamLeader } from './case.ts';

const room: Case = { refusedFor: teamLeader };
const one: Case = { ...room, params: ({ import: id }) => ({ id }) };
/** Its import was applied, and its file is gone. */
const applied: Case = { ...one, answers: 409 };
const unread: Case = { ...one, answers: 409 };
const options = { entity: 'account', mapping: { Name: { field: 'name' } } };

function upload(): FormData {
  const form = new FormData();
  form.append('file', new File(['Name\nAcme\n'], 'accounts.csv', { type: 'text/csv' }));
  return form;
}

export const dataCases: Record<string, Case> = {
  'GET /imports': room,
  'POST /imports': { ...room, body: upload, answers: 202 },
  'GET /imports/{id}': one,
  'PUT /imports/{id}': { ...applied, body: () => options },
  'POST /imports/{id}/apply': applied,
  'POST /imports/{id}/cancel': applied,
  'POST /imports/{id}/undo': one,
  'GET /imports/{id}/guess': { ...unread, query: () => 'entity=account' },
  'GET /imports/{id}/problems': unread,
  'GET /imports/fields': room,
  'GET /imports/mappings': room,
  'POST /imports/mappings': { ...room, body: () => ({ name: 'Mine', options }) },
  'GET /imports/mappings/{id}': { ...room, params: () => ({ id: '1' }), answers: 404 },
  'GET /opportunities': {},
  'GET /results': {},
  'GET /results/records': { query: () => 'figure=won' },
  'GET /results/quota': {},
};
