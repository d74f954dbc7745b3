import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import type { TableFile } from '#lib/shared/table-file/table-file.ts';

/** Demand and supply month by month as a file. */
export function capacityFile(view: CapacityView): TableFile {
  return {
    name: `capacity-${view.role ?? 'nobody'}`,
    columns: [
      { header: 'month' },
      { header: 'role' },
      ...[
        'people',
        'demand_touches',
        'supply_touches',
        'ramped_touches',
        'ramping_touches',
        'open_place_touches',
        'time_off_touches',
        'attrition_touches',
        'gap_touches',
      ].map((header) => ({ header, kind: 'number' as const })),
    ],
    rows: view.months.map((month) => [
      month.month,
      view.role,
      ...[
        month.people,
        month.demandTouches,
        month.touches,
        month.rampedTouches,
        month.rampingTouches,
        month.openingTouches,
        month.timeOffTouches,
        month.attritionTouches,
        month.gapTouches,
      ].map((value) => Math.round(value * 10) / 10),
    ]),
  };
}
