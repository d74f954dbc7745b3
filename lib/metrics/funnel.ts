import type { DealFact, StageFact } from './facts.ts';

/** Deals at or past a stage; `inferred` of them are counted by stage order, not by a recorded change. */
export type FunnelStage = { stage: string; count: number; inferred: number };

/**
 * Deals by the furthest stage they are known to have reached, at or past each stage of one pipeline, in its order,
 * with won at the end. Every deal counts at the first stage. Known are the recorded changes and the present stage; a
 * deal without recorded changes is placed at earlier stages by stage order, and so is a lost one, of which only the
 * first stage is sure. Null when the deals run through several pipelines, since their stages have no common order.
 */
export function funnel(deals: readonly DealFact[], stages: readonly StageFact[]): FunnelStage[] | null {
  const pipelines = new Set(deals.map((deal) => deal.pipeline));
  if (pipelines.size !== 1) return null;
  const ordered = stages
    .filter((stage) => pipelines.has(stage.pipeline))
    .sort((a, b) => a.position - b.position);
  const open = ordered.filter((stage) => stage.outcome === 'open');
  const byId = new Map(ordered.map((stage) => [stage.id, stage]));
  const reached = deals.map((deal) => reachOf(deal, byId));
  const rows = open.map((stage, index) => {
    const at = reached.filter((deal) => index === 0 || deal.position >= stage.position);
    const inferred = at.filter((deal) => !deal.isRecorded && deal.stageId !== stage.id);
    return { stage: stage.name, count: at.length, inferred: inferred.length };
  });
  const won = deals.filter((deal) => deal.outcome === 'won').length;
  const wonName = ordered.find((stage) => stage.outcome === 'won')?.name ?? 'Won';
  return [...rows, { stage: wonName, count: won, inferred: 0 }];
}

/** The deals that the funnel counts at one of its stages. */
export function dealsAtOrPast<Deal extends DealFact>(
  deals: readonly Deal[],
  stages: readonly StageFact[],
  stageName: string,
): Deal[] {
  const pipelines = new Set(deals.map((deal) => deal.pipeline));
  const ordered = stages
    .filter((stage) => pipelines.has(stage.pipeline))
    .sort((a, b) => a.position - b.position);
  const stage = ordered.find((candidate) => candidate.name === stageName);
  if (!stage) return [];
  if (stage.outcome === 'won') return deals.filter((deal) => deal.outcome === 'won');
  if (stage === ordered.find((candidate) => candidate.outcome === 'open')) return [...deals];
  const byId = new Map(ordered.map((candidate) => [candidate.id, candidate]));
  return deals.filter((deal) => reachOf(deal, byId).position >= stage.position);
}

function reachOf(deal: DealFact, stages: ReadonlyMap<number, StageFact>) {
  const stage = deal.stageId === null ? undefined : stages.get(deal.stageId);
  const present = stage?.outcome === 'open' ? stage.position : Number.NEGATIVE_INFINITY;
  const position =
    deal.outcome === 'won'
      ? Number.POSITIVE_INFINITY
      : Math.max(present, deal.furthestPosition ?? Number.NEGATIVE_INFINITY);
  return { position, stageId: deal.stageId, isRecorded: deal.furthestPosition !== null };
}
