import { store } from '#db/client.ts';
import { carveQuestion } from '#db/queries/plans/carve-question.ts';
import { findJobRow } from '#db/queries/jobs/job-rows.ts';
import { workspaceSettings } from '#db/queries/settings/workspace.ts';
import type { JobControl } from '#lib/jobs/control.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { Scope } from '#lib/permissions/scope.ts';
import { appError } from '#lib/shared/errors.ts';
import { toRowId } from '#lib/shared/ids.ts';
import type { OptimiseInput, Proposal } from '#lib/shared/proposal-shapes.ts';
import { weighGoals } from '#lib/territories/optimise/goals-in-words.ts';
import { type CarveInput, type Rates, usualRates } from '#lib/territories/optimise/input.ts';
import type { PlanQuestion } from '#lib/territories/optimise/question-of-plan.ts';
import { openOptimiser } from '#workers/optimise/host.ts';
import { carveProgress } from './carve-progress.ts';
import { requirePlan } from './plan-access.ts';
import { proposalView } from './proposal-view.ts';
import { ruleMembers } from './rule-members.ts';

export type OptimisePayload = { planId: string; scope: Scope; input: OptimiseInput };

const THREADS = 2;
const CANCEL_POLL_MS = 100;

/**
 * The job `plans.optimise`: reads the draft, searches in threads of its own, and leaves a proposal. Nothing of the plan
 * is changed. Cancelled, it leaves the best plan found until then, flagged.
 */
export async function optimisePlan(ctx: Context, payload: unknown, control: JobControl): Promise<Proposal> {
  const { planId, scope, input } = payload as OptimisePayload;
  const { connection } = store();
  const plan = requirePlan(connection, planId);
  const settings = workspaceSettings(connection);
  control.progress(0, 100, 'Reading the plan');
  const { members, today } = await ruleMembers(ctx, plan.id);
  const question = carveQuestion(connection, {
    planId: plan.id,
    members,
    today,
    scope,
    wishes: wishesOf(input),
  });
  if (question.accounts.length === 0 || question.reps.length === 0)
    throw appError('invalid', nothing(question));
  const rates = ratesOf(input, settings.balanceToleranceRate);
  const asked = inputOf(question, input, rates);
  const optimiser = openOptimiser(THREADS);
  const cancel = new AbortController();
  const poll = setInterval(() => control.isCancelled() && cancel.abort(), CANCEL_POLL_MS);
  try {
    const asking = { signal: cancel.signal, onProgress: carveProgress(control, question.reps) };
    const { currency } = settings;
    let found = await optimiser.ask({ kind: 'solve', input: asked, currency }, asking);
    if (input.keepWeight !== null) {
      const change = { rates: weighGoals(rates, { keep: input.keepWeight }), screen: null };
      found = await optimiser.ask({ kind: 'again', change, currency }, asking);
    }
    const isFirst = input.keepWeight === null && input.basedOn === null;
    if (isFirst && !cancel.signal.aborted) control.progress(90, 100, 'Working out other plans');
    const others =
      isFirst && !cancel.signal.aborted
        ? await optimiser.ask({ kind: 'alternatives', currency }, { signal: cancel.signal })
        : [];
    control.progress(100, 100, 'Done');
    const shown = input.keepWeight === null ? rates : weighGoals(rates, { keep: input.keepWeight });
    return proposalView({ plan, planId, input, question, rates: shown, found, others, currency });
  } finally {
    clearInterval(poll);
    await optimiser.close();
  }
}

function wishesOf({
  slot,
  within,
  includeUnassigned,
  respectRegions,
  respectTiers,
  ...input
}: OptimiseInput) {
  const { scope, keeps } = input;
  return {
    slot,
    within,
    includeUnassigned,
    respectRegions,
    respectTiers,
    newRepIds: scope.kind === 'newReps' ? scope.repIds.map((id) => toRowId('rep', id)) : [],
    keepIds: keeps.map((id) => toRowId('account', id)),
  };
}

/** As usual, where the question says nothing; the sliders multiply what is then there. */
function ratesOf(input: OptimiseInput, bandRate: number): Rates {
  const own = Object.fromEntries(Object.entries(input.rates).filter(([, value]) => value !== undefined));
  return weighGoals({ ...usualRates, bandRate: Math.min(0.5, bandRate), ...own }, input.goals);
}

function inputOf({ accounts, reps }: PlanQuestion, input: OptimiseInput, rates: Rates): CarveInput {
  const present = new Set(accounts.map((account) => account.id));
  return {
    accounts,
    reps,
    rates,
    scope: scopeIn(input),
    refusals: input.refusals
      .map(({ accountId, repId }) => ({
        accountId: toRowId('account', accountId),
        repId: toRowId('rep', repId),
      }))
      .filter(({ accountId }) => present.has(accountId)),
    screen: input.basedOn === null ? null : screenOf(accounts, input.basedOn),
    seed: input.seed,
    effort: input.effort,
    maxMovedRate: input.maxMovedRate,
  };
}

function scopeIn({ scope }: OptimiseInput): CarveInput['scope'] {
  if (scope.kind === 'territories') {
    return { kind: 'territories', territoryIds: scope.territoryIds.map((id) => toRowId('territory', id)) };
  }
  if (scope.kind === 'newReps')
    return { kind: 'newReps', repIds: scope.repIds.map((id) => toRowId('rep', id)) };
  return { kind: scope.kind };
}

/** Who holds what in the proposal on screen: the draft, and its moves. */
function screenOf(accounts: PlanQuestion['accounts'], jobId: string): Map<number, number> | null {
  const row = findJobRow(store().connection, toRowId('job', jobId));
  const before = row?.result ? (JSON.parse(row.result) as Proposal) : null;
  if (!before) return null;
  const screen = new Map<number, number>();
  for (const account of accounts) if (account.repId !== null) screen.set(account.id, account.repId);
  for (const { accountId, to } of before.moves) {
    if (to) screen.set(toRowId('account', accountId), toRowId('rep', to.id));
  }
  return screen;
}

function nothing({ reps, leftOut }: PlanQuestion): string {
  if (reps.length === 0)
    return 'No rep holds accounts in this slot yet. Give holders to the territories first.';
  const isLying = leftOut.noTerritory > 0;
  return isLying
    ? 'No account lies in a territory that a rep holds. Add territories, or give out unassigned accounts, too.'
    : 'There are no accounts in these books to give out.';
}
