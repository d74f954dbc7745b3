import { z } from 'zod';
import { restoreQuery } from '#lib/shared/plan-shapes.ts';
import {
  adoptedSchema,
  compareAccountsQuery,
  comparedAccountsSchema,
  compareQuery,
  comparisonSchema,
  rebasedSchema,
  scenarioInput,
  scenariosQuery,
  scenariosSchema,
} from '#lib/shared/scenario-shapes.ts';
import type { Operation } from './operation.ts';

/** Scenarios beside a plan. All other calls on a plan work on a scenario by its id. */
export const scenarioOperations: Operation[] = [
  {
    method: 'GET',
    path: '/plans/{id}/scenarios',
    tag: 'Territories',
    summary: 'The scenarios of a plan, with the size of what they change',
    needs: 'plans.read',
    query: scenariosQuery,
    answer: scenariosSchema,
  },
  {
    method: 'POST',
    path: '/plans/{id}/scenarios',
    tag: 'Territories',
    summary: 'Make a scenario from the draft, what is published, another scenario, or blank',
    needs: 'plans.edit',
    body: scenarioInput,
    answer: z.object({ id: z.string() }),
    status: 201,
  },
  {
    method: 'POST',
    path: '/plans/{id}/rebase',
    tag: 'Territories',
    summary: 'Bring a scenario up to what is published now, keeping its own changes',
    needs: 'plans.edit',
    query: restoreQuery,
    answer: rebasedSchema,
    ifMatch: 'optional',
  },
  {
    method: 'POST',
    path: '/plans/{id}/adopt',
    tag: 'Territories',
    summary: 'Make a scenario the draft of its plan; the draft before becomes a scenario',
    needs: 'plans.edit',
    answer: adoptedSchema,
    ifMatch: 'optional',
  },
  {
    method: 'GET',
    path: '/plans/compare',
    tag: 'Territories',
    summary: 'Scenarios, the draft and what is published side by side',
    needs: 'plans.read',
    query: compareQuery,
    answer: comparisonSchema,
  },
  {
    method: 'GET',
    path: '/plans/compare/accounts',
    tag: 'Territories',
    summary: 'Who holds each account in each of them',
    needs: 'plans.read',
    query: compareAccountsQuery,
    answer: comparedAccountsSchema,
    file: 'also',
  },
];
