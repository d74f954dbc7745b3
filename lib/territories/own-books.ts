import { median } from '#lib/metrics/median.ts';
import type { PlanAccount } from './plan-model.ts';
import type { BookFigures } from './request-effect.ts';

/** What each holder has as published, in any slot; an account held in two slots counts once. */
export function ownBooks(
  accounts: readonly PlanAccount[],
  pipelineOf: ReadonlyMap<number, number>,
): Map<number, BookFigures> {
  const found = new Map<number, BookFigures>();
  for (const account of accounts) {
    for (const repId of new Set(Object.values(account.holders))) {
      const book = found.get(repId) ?? emptyBook();
      book.accounts += 1;
      book.potentialAmount += account.potentialAmount ?? 0;
      if (account.potentialAmount === null) book.potentialUnknown += 1;
      book.workloadTouches += account.workloadTouches;
      book.pipelineAmount += pipelineOf.get(account.id) ?? 0;
      found.set(repId, book);
    }
  }
  return found;
}

export function emptyBook(): BookFigures {
  return { accounts: 0, potentialAmount: 0, potentialUnknown: 0, workloadTouches: 0, pipelineAmount: 0 };
}

/** A median of fewer people would tell one of them what another has. */
export const LEAST_FOR_MEDIAN = 4;

/** The middle of what a team has; null where the team is too small for it to say nothing about one person. */
export function teamMedian(values: readonly number[], least: number = LEAST_FOR_MEDIAN): number | null {
  return values.length < least ? null : median([...values].sort((a, b) => a - b));
}
