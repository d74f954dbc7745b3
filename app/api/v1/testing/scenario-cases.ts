import { type Case, teamLeader } from './case.ts';

const plan: Case = { params: ({ plan: id }) => ({ id }) };

export const scenarioCases: Record<string, Case> = {
  'GET /plans/{id}/scenarios': plan,
  'POST /plans/{id}/scenarios': {
    ...plan,
    refusedFor: teamLeader,
    body: () => ({ name: 'What if' }),
    answers: 201,
  },
  // The world's plan is no scenario of another one.
  'POST /plans/{id}/rebase': { ...plan, refusedFor: teamLeader, answers: 422 },
  'POST /plans/{id}/adopt': { ...plan, refusedFor: teamLeader, answers: 422 },
  // One plan alone is no comparison.
  'GET /plans/compare': { query: ({ plan: id }) => `plans=draft,${id}`, answers: 422 },
  'GET /plans/compare/accounts': { query: ({ plan: id }) => `plans=draft,${id}`, answers: 422 },
};
