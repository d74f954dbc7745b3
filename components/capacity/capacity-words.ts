import { formatCount, formatMonth, formatNumber } from '#lib/shared/format.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';

export const touches = (amount: number) => formatCount(Math.round(amount), 'touch', 'touches');

/** `2026-06` → Jun 2026. */
export function monthText(month: string): string {
  return formatMonth(parseIsoDay(`${month}-01`) ?? 0);
}

/** What the months say together: when the team is short and by how much, or that it is enough. */
export function gapSentence({
  months,
  demandTouches,
}: Pick<CapacityView, 'months' | 'demandTouches'>): string {
  if (demandTouches === 0) return 'No account with a tier asks for touches here.';
  const short = months.filter((month) => month.gapTouches < -0.5);
  const [first] = short;
  if (!first) return 'The team can do what the tiers ask for in every month shown.';
  const worst = short.reduce((most, month) => (month.gapTouches < most.gapTouches ? month : most), first);
  const depth = `${touches(-worst.gapTouches)} in ${monthText(worst.month)}`;
  if (short.length === months.length) return `Short in every month shown, most by ${depth}.`;
  return `Short in ${formatNumber(short.length)} of ${formatCount(months.length, 'month')}, most by ${depth}.`;
}
