import { bookOnly, type Case } from './case.ts';

const note: Case = { params: ({ note: id }) => ({ id }), foreignRefusedFor: bookOnly };
const step: Case = { params: ({ nextStep: id }) => ({ id }), foreignRefusedFor: bookOnly };
const account: Case = { params: ({ account: id }) => ({ id }), foreignRefusedFor: bookOnly };

export const workCases: Record<string, Case> = {
  'GET /work/my-accounts': { query: ({ rep }) => `rep=${rep}`, foreignRefusedFor: bookOnly },
  'GET /work/reps': {},
  'PUT /work/accounts/{id}/snooze': {
    ...account,
    body: ({ rep: repId }) => ({ untilOn: '2026-12-01', repId }),
  },
  'DELETE /work/accounts/{id}/snooze': { ...account, query: ({ rep }) => `rep=${rep}` },
  'GET /work/next-steps': { query: ({ account: id }) => `account=${id}`, foreignRefusedFor: bookOnly },
  'POST /work/next-steps': {
    body: ({ account: accountId, rep: repId }) => ({ accountId, repId, dueOn: '2026-12-01', text: 'Call' }),
    foreignRefusedFor: bookOnly,
    answers: 201,
  },
  'PATCH /work/next-steps/{id}': { ...step, body: () => ({ text: 'Write' }) },
  'DELETE /work/next-steps/{id}': step,
  'POST /activities': {
    body: ({ account: accountId }) => ({ accountId, type: 'touch', channel: 'email' }),
    foreignRefusedFor: bookOnly,
    answers: 201,
  },
  'DELETE /activities/{id}': { params: ({ activity: id }) => ({ id }), foreignRefusedFor: bookOnly },
  'GET /notes': { query: ({ account: id }) => `account=${id}`, foreignRefusedFor: bookOnly },
  'POST /notes': {
    body: ({ account: accountId }) => ({ accountId, text: 'Met at the fair.' }),
    foreignRefusedFor: bookOnly,
    answers: 201,
  },
  'PATCH /notes/{id}': { ...note, body: () => ({ text: 'Met at the trade fair.' }) },
  'DELETE /notes/{id}': note,
  'POST /notes/{id}/restore': {
    params: ({ removedNote: id }) => ({ id }),
    foreignRefusedFor: bookOnly,
  },
};
