export type OpenStage = { id: number; pipeline: string; position: number; probabilityRate: number | null };

const LATE_RATE = 0.5;

/**
 * The open stages in which a deal is late: those that close at least every second time, by the stage table. Of a
 * pipeline that names no probability, the last third of its stages, at least one.
 */
export function lateStages(stages: readonly OpenStage[]): Set<number> {
  const late = new Set<number>();
  for (const group of Map.groupBy(stages, ({ pipeline }) => pipeline).values()) {
    const isRated = group.some(({ probabilityRate }) => probabilityRate !== null);
    const ordered = [...group].sort((a, b) => a.position - b.position);
    const last = ordered.slice(-Math.max(1, Math.floor(ordered.length / 3)));
    const chosen = isRated
      ? group.filter(({ probabilityRate }) => (probabilityRate ?? 0) >= LATE_RATE)
      : last;
    for (const { id } of chosen) late.add(id);
  }
  return late;
}
