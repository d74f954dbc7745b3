import { job } from '#lib/shared/job-shapes.ts';
import { handChangedSchema } from '#lib/shared/plan-shapes.ts';
import { acceptProposalSchema, optimiseInputSchema } from '#lib/shared/proposal-shapes.ts';
import { swapsQuerySchema, swapsSchema } from '#lib/shared/swap-shapes.ts';
import type { Operation } from './operation.ts';

/** Proposals of the optimiser: asked for as a job, accepted as moves of the draft; and swaps that help one book. */
export const proposalOperations: Operation[] = [
  {
    method: 'POST',
    path: '/plans/{id}/optimise',
    tag: 'Territories',
    summary: 'Propose who should hold which account: a job, whose result is the proposal',
    needs: 'plans.edit',
    body: optimiseInputSchema,
    answer: job,
    status: 202,
  },
  {
    method: 'POST',
    path: '/plans/{id}/optimise/accept',
    tag: 'Territories',
    summary: 'Make all or some moves of a proposal moves of the draft',
    needs: 'plans.edit',
    body: acceptProposalSchema,
    answer: handChangedSchema,
  },
  {
    method: 'GET',
    path: '/plans/{id}/swaps',
    tag: 'Territories',
    summary: 'The few moves and swaps that help one book most, with their effect',
    needs: 'plans.edit',
    query: swapsQuerySchema,
    answer: swapsSchema,
  },
];
