import { Fragment } from 'react';
import { AppLink } from '#components/ui/app-link.tsx';
import { cn } from '#components/ui/cn.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import type { ComparedSide, Comparison } from '#lib/shared/scenario-shapes.ts';
import { bestOf, compareGroups } from './compare-rows.ts';

/** Where one side of a comparison is worked on; what is published has versions, for those who see them. */
function sideHref({ kind, id }: Pick<ComparedSide, 'kind' | 'id'>, seesVersions: boolean): string {
  if (kind === 'published') return seesVersions ? '/territories/history' : '/territories';
  return kind === 'draft' ? '/territories' : `/territories?plan=${id}`;
}

/** Every figure of every side; the best of a row stands out where one way is better. */
export function CompareFigures({
  comparison,
  currency,
  seesVersions,
}: {
  comparison: Comparison;
  currency: string;
  seesVersions: boolean;
}) {
  const { sides, quotaPeriod, toleranceRate } = comparison;
  return (
    <div className="min-h-0 flex-1 overflow-auto pb-6">
      <table aria-label="Figures side by side" className="w-full border-collapse">
        <thead>
          <tr className="border-b border-line align-bottom">
            <td className="sticky left-0 w-64 min-w-44 bg-panel px-4" />
            {sides.map((side) => (
              <th key={side.id} scope="col" className="min-w-36 px-4 py-2 text-right font-semibold">
                <AppLink href={sideHref(side, seesVersions)} className="rounded-1 hover:underline">
                  {side.name}
                </AppLink>
                {side.note && (
                  <span className="ml-auto line-clamp-2 max-w-56 text-12 font-normal text-ink-3">
                    {side.note}
                  </span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compareGroups(currency).map((group) => (
            <Fragment key={group.title}>
              <tr>
                <th
                  scope="rowgroup"
                  colSpan={sides.length + 1}
                  className="px-4 pt-4 pb-1 text-left text-12 font-semibold text-ink-3"
                >
                  {group.title}
                </th>
              </tr>
              {group.rows.map((row) => {
                const best = bestOf(row, sides);
                return (
                  <tr key={row.label} className="border-b border-line hover:bg-hover">
                    <th
                      scope="row"
                      title={row.hint}
                      className="sticky left-0 h-8 bg-panel px-4 text-left font-normal text-ink-2"
                    >
                      {row.label}
                    </th>
                    {sides.map((side, index) => (
                      <td
                        key={side.id}
                        className={cn(
                          'px-4 text-right whitespace-nowrap',
                          best.has(index) && 'font-semibold text-good-ink',
                        )}
                      >
                        {row.text(side)}
                        {best.has(index) && <span className="sr-only"> (best)</span>}
                      </td>
                    ))}
                  </tr>
                );
              })}
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="px-4 pt-3 text-12 text-ink-3">
        Band: ±{Math.round(toleranceRate * 100)} % of an even share. Quota of {dayText(quotaPeriod.from)} to{' '}
        {dayText(quotaPeriod.to)}. All from the data of now; the best of a row is in bold.
      </p>
    </div>
  );
}

function dayText(day: string): string {
  const parsed = parseIsoDay(day);
  return parsed === null ? day : formatDay(parsed);
}
