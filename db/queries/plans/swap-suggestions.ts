import 'server-only';
import type { Scope } from '#lib/permissions/scope.ts';
import { buildPlan } from '#lib/territories/optimise/build.ts';
import { checkInput } from '#lib/territories/optimise/check-input.ts';
import { type CarveInput, usualRates } from '#lib/territories/optimise/input.ts';
import { suggestSwaps, type SwapSuggestion } from '#lib/territories/optimise/swap-suggestions.ts';
import type { Slot } from '#lib/territories/plan-model.ts';
import type { Connection } from '../../client.ts';
import { carveQuestion } from './carve-question.ts';
import type { PlanQuestion } from './plan-picture.ts';

export type NamedSwap = Omit<SwapSuggestion, 'moves'> & {
  moves: (SwapSuggestion['moves'][number] & { names: string[]; potentialAmount: number })[];
};

/**
 * The few moves and swaps that help a rep's book in a slot of the draft most, at the usual rates, among reps of the
 * same team. Empty where the rep holds nothing in it. Hundreds of ms: runs in a worker.
 */
export function planSwaps(
  connection: Connection,
  {
    repId,
    slot,
    scope,
    toleranceRate,
    ...question
  }: PlanQuestion & { repId: number; slot: Slot; scope: Scope; toleranceRate: number },
): NamedSwap[] {
  const { accounts, reps } = carveQuestion(connection, {
    ...question,
    scope,
    wishes: {
      slot,
      within: 'team',
      includeUnassigned: false,
      respectRegions: true,
      respectTiers: true,
      newRepIds: [],
      keepIds: [],
    },
  });
  const input: CarveInput = {
    accounts,
    reps,
    rates: { ...usualRates, bandRate: Math.min(0.5, toleranceRate) },
    scope: { kind: 'whole' },
    refusals: [],
    screen: null,
    seed: 1,
    effort: 'quick',
  };
  if (checkInput(input).length > 0 || !reps.some((rep) => rep.id === repId)) return [];
  const known = new Map(accounts.map((account) => [account.id, account]));
  return suggestSwaps(buildPlan(input), repId).map(({ moves, ...swap }) => ({
    ...swap,
    moves: moves.map((move) => {
      const members = move.accountIds
        .flatMap((id) => known.get(id) ?? [])
        .sort((a, b) => (b.potentialAmount ?? 0) - (a.potentialAmount ?? 0) || a.id - b.id);
      return {
        ...move,
        accountIds: members.map((account) => account.id),
        names: members.map((account) => account.name),
        potentialAmount: members.reduce((sum, account) => sum + (account.potentialAmount ?? 0), 0),
      };
    }),
  }));
}
