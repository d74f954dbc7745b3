import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { formatNumber } from '#lib/shared/format.ts';

export type Viability = { tone: 'good' | 'caution' | 'none'; text: string };

const VERY_LARGE = 25;
const MIXED_BELOW = 0.4;

/** Largest share that one value of a breakdown has among those known, 0–1; null when nothing is known. */
function largestShare(rows: readonly { value: string | null; count: number }[]): number | null {
  const known = rows.filter((row) => row.value !== null);
  const all = known.reduce((sum, row) => sum + row.count, 0);
  return all === 0 ? null : Math.max(...known.map((row) => row.count)) / all;
}

/**
 * Whether a campaign is worth its messaging: about `low`–`high` reachable contacts are needed; far more of them in many
 * industries at once get no message that fits all.
 */
export function viabilityOf(
  reachableContacts: number,
  limits: { low: number; high: number },
  breakdowns: SegmentPreview['breakdowns'] = {},
): Viability {
  const needs = `${formatNumber(limits.low)}–${formatNumber(limits.high)}`;
  if (reachableContacts < limits.low) return { tone: 'caution', text: `Small: a campaign needs ${needs}` };
  const industry = breakdowns.industry ?? breakdowns['account.industry'];
  const share = industry ? largestShare(industry) : null;
  const isVeryLarge = reachableContacts > limits.high * VERY_LARGE;
  if (isVeryLarge && share !== null && share < MIXED_BELOW) {
    return { tone: 'caution', text: 'Large and mixed: split it' };
  }
  return { tone: 'good', text: `Viable · needs ${needs}` };
}
