import { bookOnly, type Case, teamLeader } from './case.ts';

const tierBody = () => ({ name: 'Tier 9', rank: 9, touchesFrom: 1, touchesTo: 2, channelMix: { email: 1 } });
const tier: Case = { params: ({ tier: id }) => ({ id }) };
const account: Case = { params: ({ account: id }) => ({ id }), foreignRefusedFor: bookOnly };
const plan: Case = { params: ({ plan: id }) => ({ id }) };
const wholePlan: Case = { ...plan, refusedFor: teamLeader };
const territory: Case = {
  refusedFor: teamLeader,
  params: ({ plan: id, territory: territoryId }) => ({ id, territoryId }),
};

export const territoryCases: Record<string, Case> = {
  'GET /tiers': {},
  'POST /tiers': { body: tierBody, answers: 201 },
  'GET /tiers/{id}': tier,
  'PUT /tiers/{id}': { ...tier, body: tierBody, headers: { 'if-match': '1' } },
  'DELETE /tiers/{id}': tier,
  'POST /tiers/{id}/restore': tier,
  'POST /tiers/assign': {
    body: ({ account: id, tier: tierId }) => ({ accountIds: [id], tierId }),
    foreignRefusedFor: ['leader'],
  },
  'POST /tiers/apply-model': {},
  'GET /capacity': {},
  'PUT /capacity/roles': {
    body: () => ({ role: 'AE', rampCurve: [0.2, 0.6], attritionRate: 0.1, touchHours: 0.5 }),
  },
  'GET /reps': {},
  'POST /reps': { body: () => ({ name: 'New rep' }), answers: 201 },
  'GET /reps/{id}': { params: ({ rep: id }) => ({ id }) },
  'PATCH /reps/{id}': { params: ({ rep: id }) => ({ id }), body: () => ({ quotaAmount: 100_000 }) },
  'GET /accounts/{id}/tier': account,
  'PUT /accounts/{id}/tier': {
    params: ({ account: id }) => ({ id }),
    body: ({ tier: tierId }) => ({ tierId }),
    foreignRefusedFor: ['leader'],
  },
  'GET /accounts/{id}/place': account,
  'PUT /accounts/{id}/assignments': {
    params: ({ account: id }) => ({ id }),
    body: ({ territory: territoryId }) => ({ territoryId }),
    foreignRefusedFor: ['leader'],
  },
  'PUT /accounts/{id}/locks': {
    params: ({ account: id }) => ({ id }),
    body: () => ({ isLocked: true }),
    foreignRefusedFor: ['leader'],
  },
  'GET /plans': {},
  'POST /plans': { body: () => ({ name: 'Another plan' }), refusedFor: teamLeader, answers: 201 },
  'PATCH /plans/{id}': { ...wholePlan, body: () => ({ name: 'Renamed' }) },
  'GET /plans/{id}/places': wholePlan,
  'POST /plans/{id}/accounts/find': { ...plan, body: () => ({ texts: ['Own'] }) },
  'GET /plans/{id}': plan,
  'GET /plans/{id}/accounts': plan,
  'GET /plans/{id}/map': plan,
  'GET /plans/{id}/checks': plan,
  'GET /plans/{id}/counties': { ...wholePlan, query: () => 'state=US-WA' },
  'POST /plans/{id}/territories': {
    ...wholePlan,
    body: () => ({ name: 'New', kind: 'named' }),
    answers: 201,
  },
  'PATCH /plans/{id}/territories/{territoryId}': { ...territory, body: () => ({ name: 'Renamed' }) },
  'DELETE /plans/{id}/territories/{territoryId}': territory,
  'POST /plans/{id}/territories/{territoryId}/restore': territory,
  'POST /plans/{id}/territories/{territoryId}/split': {
    ...territory,
    body: () => ({ slot: 'ae' }),
    answers: 422,
  },
  'PUT /plans/{id}/territories/order': {
    ...wholePlan,
    body: () => ({ territoryIds: ['ter_2', 'ter_1'] }),
  },
  'POST /plans/{id}/changes/effect': {
    ...plan,
    body: ({ account: id, territory: to }) => ({ accountIds: [id], territoryId: to }),
    foreignRefusedFor: ['leader'],
  },
  'POST /plans/{id}/changes': {
    ...plan,
    body: ({ account: id, territory: to }) => ({ accountIds: [id], territoryId: to }),
    foreignRefusedFor: ['leader'],
  },
  'POST /plans/{id}/changes/undo': { ...plan, body: () => ({ undoId: 'unknown' }), answers: 404 },
  'GET /plans/{id}/swaps': { ...plan, query: ({ rep }) => `rep=${rep}` },
  'POST /plans/{id}/optimise': { ...plan, body: () => ({}), answers: 202 },
  'POST /plans/{id}/optimise/accept': {
    ...plan,
    // The world's jobs are no proposals.
    body: ({ job: jobId }) => ({ jobId }),
    answers: 404,
  },
  'POST /plans/{id}/hand-over': { ...wholePlan, body: ({ rep: repId }) => ({ repId, slot: 'ae' }) },
  'GET /plans/{id}/moves': plan,
  'POST /plans/{id}/publish': { ...wholePlan, body: () => ({}) },
  'GET /plans/{id}/versions': plan,
  'GET /plans/{id}/versions/{number}/moves': {
    params: ({ plan: id }) => ({ id, number: '1' }),
    answers: 404,
  },
  'POST /plans/{id}/versions/{number}/restore': {
    refusedFor: teamLeader,
    params: ({ plan: id }) => ({ id, number: '1' }),
    body: () => ({}),
    answers: 404,
  },
};
