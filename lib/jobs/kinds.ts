import 'server-only';
import { removeDemo } from '#lib/services/demo-removal/remove.ts';
import { housekeeping } from '#lib/services/jobs/housekeeping.ts';
import { optimisePlan } from '#lib/services/plans/optimise-plan.ts';
import { takeEffect } from '#lib/services/plans/take-effect.ts';
import { placeNewAccounts } from '#lib/services/plans/place-new.ts';
import { refreshSegmentsJob } from '#lib/services/segments/refresh.ts';
import { refreshTiers } from '#lib/services/tiers/refresh.ts';
import type { JobVerb } from './control.ts';

/**
 * What each kind of job does. A kind is `noun.verb`; its verb lives in lib/services and may run twice.
 * Loaded by the worker alone.
 */
export const jobKinds = {
  'demo.remove': removeDemo,
  'jobs.housekeeping': housekeeping,
  'plans.optimise': optimisePlan,
  'plans.placeNew': placeNewAccounts,
  'plans.takeEffect': takeEffect,
  'segments.refresh': refreshSegmentsJob,
  'tiers.refresh': refreshTiers,
} as const satisfies Record<string, JobVerb>;

export type JobKind = keyof typeof jobKinds;

/** Kinds that somebody waits for and that take long: they run beside the others, which wait for nobody's proposal. */
export const longKinds: readonly JobKind[] = ['plans.optimise'];
