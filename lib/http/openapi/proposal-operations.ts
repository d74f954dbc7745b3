import { job } from '#lib/shared/job-shapes.ts';
import { handChangedSchema } from '#lib/shared/plan-shapes.ts';
import { acceptProposalSchema, optimiseInputSchema } from '#lib/shared/proposal-shapes.ts';
import type { Operation } from './operation.ts';

/** Proposals of the optimiser: asked for as a job, accepted as moves of the draft. */
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
];
