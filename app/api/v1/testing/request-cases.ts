import { bookOnly, type Case } from './case.ts';

const rep: Case = { params: ({ rep: id }) => ({ id }), foreignRefusedFor: bookOnly };
const request: Case = { params: ({ request: id }) => ({ id }) };

export const requestCases: Record<string, Case> = {
  'GET /reps/{id}/book': rep,
  // A leader's own letter is that of a rep of their team.
  'GET /reps/{id}/letter': rep,
  'GET /reps/letters': { query: () => 'format=csv' },
  'GET /account-requests': {},
  'POST /account-requests': {
    body: ({ account: accountId }) => ({ accountId, slot: 'sdr', kind: 'other', reason: 'Closer to us' }),
    answers: 201,
    foreignRefusedFor: bookOnly,
  },
  'GET /account-requests/choices': {
    query: ({ account: id }) => `account=${id}`,
    foreignRefusedFor: bookOnly,
  },
  'GET /account-requests/free-accounts': {},
  // Whoever leads the one who is to have it sees it, their own side of it alone.
  'GET /account-requests/{id}/effect': request,
  'POST /account-requests/{id}/accept': { ...request, body: () => ({}), foreignRefusedFor: ['leader'] },
  // The world's request is not decided yet.
  'POST /account-requests/{id}/undo': { ...request, answers: 409, foreignRefusedFor: ['leader'] },
  'POST /account-requests/{id}/refuse': {
    ...request,
    body: () => ({ answer: 'Not this quarter' }),
    foreignRefusedFor: ['leader'],
  },
  'POST /account-requests/{id}/withdraw': {
    ...request,
    foreignRefusedFor: ['admin', 'revops', 'leader', 'rep'],
  },
};
