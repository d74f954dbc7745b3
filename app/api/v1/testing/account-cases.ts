import { bookOnly, type Case } from './case.ts';

const account: Case = { params: ({ account: id }) => ({ id }), foreignRefusedFor: bookOnly };
const contact: Case = { params: ({ contact: id }) => ({ id }), foreignRefusedFor: bookOnly };
const whole: Case = { params: ({ account: id }) => ({ id }) };

export const accountCases: Record<string, Case> = {
  'GET /accounts': {},
  'POST /accounts': { body: () => ({ name: 'New' }), answers: 201 },
  'POST /accounts/query': { body: () => ({}) },
  'POST /accounts/ids': { body: () => ({ query: {} }) },
  'POST /accounts/export': { body: () => ({ query: {} }) },
  'GET /accounts/{id}': account,
  'PATCH /accounts/{id}': { ...account, body: () => ({ phone: '+1 555 0100' }) },
  'DELETE /accounts/{id}': whole,
  'POST /accounts/{id}/restore': whole,
  'GET /accounts/{id}/brief': account,
  'GET /accounts/{id}/timeline': account,
  'GET /contacts': {},
  'POST /contacts': {
    body: ({ account: accountId }) => ({ name: 'New', account: accountId }),
    answers: 201,
    foreignRefusedFor: bookOnly,
  },
  'POST /contacts/query': { body: () => ({}) },
  'POST /contacts/export': { body: () => ({ query: {} }) },
  'GET /contacts/{id}': contact,
  'PATCH /contacts/{id}': { ...contact, body: () => ({ jobTitle: 'Head of Supply' }) },
  'DELETE /contacts/{id}': contact,
  'POST /contacts/{id}/restore': contact,
  'GET /signals': {},
  'POST /signals': {
    body: ({ account: accountId }) => ({
      signals: [{ accountId, type: 'visit', occurredAt: '2026-11-20T08:00:00Z' }],
    }),
  },
};
