import { bookOnly, type Case, teamLeader } from './case.ts';

const plan: Case = { params: ({ plan: id }) => ({ id }) };
const wholePlan: Case = { ...plan, refusedFor: teamLeader };
const approval: Case = {
  refusedFor: teamLeader,
  params: ({ plan: id, approval: approvalId }) => ({ id, approvalId }),
};

export const publishCases: Record<string, Case> = {
  'GET /plans/{id}/waiting': plan,
  'GET /plans/{id}/impact': plan,
  'POST /plans/{id}/versions/{number}/withdraw': {
    refusedFor: teamLeader,
    params: ({ plan: id }) => ({ id, number: '1' }),
    body: () => ({}),
    // The world's plan was never published.
    answers: 404,
  },
  'GET /plans/{id}/approvals': plan,
  'POST /plans/{id}/approvals': { ...wholePlan, body: () => ({ note: 'Please look' }), answers: 201 },
  'POST /plans/{id}/approvals/{approvalId}/approve': { ...approval, body: () => ({}) },
  'POST /plans/{id}/approvals/{approvalId}/return': { ...approval, body: () => ({ comment: 'Not yet' }) },
  // RevOps asked for it; an admin may take it back too.
  'POST /plans/{id}/approvals/{approvalId}/withdraw': approval,
  'GET /plans/{id}/comments': plan,
  'POST /plans/{id}/comments': { ...plan, body: () => ({ body: 'Looks right' }), answers: 201 },
  'GET /plans/{id}/moving-deals': plan,
  'POST /plans/{id}/kept-deals': { ...plan, body: () => ({ matching: { late: true } }) },
  'GET /holdovers': {},
  'PATCH /holdovers/{id}': {
    params: ({ holdover: id }) => ({ id }),
    body: () => ({ untilOn: null }),
    foreignRefusedFor: ['leader'],
  },
  'GET /reps/{id}/history': { params: ({ rep: id }) => ({ id }), foreignRefusedFor: bookOnly },
};
