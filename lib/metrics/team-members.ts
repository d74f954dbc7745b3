/**
 * Everybody below each manager, themselves included, by id. A loop in who reports to whom ends where it closes.
 * People without reports have no entry.
 */
export function teamMembers(
  people: readonly { id: number; managerId: number | null }[],
): Map<number, number[]> {
  const reports = new Map<number, number[]>();
  for (const { id, managerId } of people) {
    if (managerId === null || managerId === id) continue;
    reports.set(managerId, [...(reports.get(managerId) ?? []), id]);
  }
  return new Map([...reports.keys()].map((id) => [id, below(id, reports)]));
}

function below(top: number, reports: ReadonlyMap<number, readonly number[]>): number[] {
  const found = new Set([top]);
  for (const id of found) for (const report of reports.get(id) ?? []) found.add(report);
  return [...found];
}
