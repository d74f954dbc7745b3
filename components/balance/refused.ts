import type { OptimiseInput, Proposal } from '#lib/shared/proposal-shapes.ts';

/** How a move was refused: the account may go to anybody but that rep, or stays where it is. */
export type Refused = { kind: 'notToRep'; repId: string } | { kind: 'stay' };

/** The same question once more, round what was refused, with the proposal on screen as what to keep to. */
export function solveAround(
  jobId: string,
  { input }: Proposal,
  refused: ReadonlyMap<string, Refused>,
): OptimiseInput {
  const refusals = [...input.refusals];
  const keeps = new Set(input.keeps);
  for (const [accountId, how] of refused) {
    if (how.kind === 'stay') keeps.add(accountId);
    else refusals.push({ accountId, repId: how.repId });
  }
  return {
    ...input,
    refusals,
    keeps: [...keeps],
    basedOn: jobId,
    goals: { ...input.goals, keep: input.goals.keep * (input.keepWeight ?? 1) },
    keepWeight: null,
  };
}
