import { Chip } from '#components/ui/chip.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import { parseIsoDay } from '#lib/shared/days.ts';
import { formatCount, formatDay, formatNumber, formatRate } from '#lib/shared/format.ts';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { bodyCell, headCell } from './cells.ts';

const dayText = (day: string) => formatDay(parseIsoDay(day) ?? 0);

/** The people of the role and the open places: ramp, time off and what it leaves this month. */
export function TeamTable({ view }: { view: CapacityView }) {
  const { team, withoutCapacity } = view;
  return (
    <section aria-label="The team this month" className="flex flex-col gap-2">
      <SectionHeader
        title="The team this month"
        fact={
          withoutCapacity === 0
            ? formatCount(team.length, 'place')
            : `${formatCount(withoutCapacity, 'person', 'people')} without a recorded capacity add nothing`
        }
      />
      <TableScroll label="The team this month">
        <table className="w-full border-collapse text-right">
          <thead>
            <tr>
              <th className={`${headCell} text-left`}>Name</th>
              <th className={`${headCell} text-left`}>First day</th>
              <th className={headCell}>Full capacity</th>
              <th className={headCell}>Ramp</th>
              <th className={headCell}>At work</th>
              <th className={headCell}>This month</th>
            </tr>
          </thead>
          <tbody>
            {team.map((person) => (
              <tr key={person.id}>
                <td className={`${bodyCell} text-left`}>
                  <span className="flex items-center gap-2">
                    <span className="font-medium">{person.name}</span>
                    {person.isOpening && <Chip tone="caution">open place</Chip>}
                    {person.endsOn !== null && <Chip outline>until {dayText(person.endsOn)}</Chip>}
                  </span>
                </td>
                <td className={`${bodyCell} text-left text-ink-2`}>
                  {person.startsOn === null ? '–' : dayText(person.startsOn)}
                </td>
                <td className={bodyCell}>
                  {person.fullTouches === null ? '–' : formatNumber(Math.round(person.fullTouches))}
                </td>
                <td className={`${bodyCell} ${person.rampRate < 1 ? 'text-caution-ink' : 'text-ink-2'}`}>
                  {formatRate(person.rampRate, { digits: 0 })}
                </td>
                <td className={`${bodyCell} ${person.presenceRate < 1 ? 'text-caution-ink' : 'text-ink-2'}`}>
                  {formatRate(person.presenceRate, { digits: 0 })}
                </td>
                <td className={`${bodyCell} font-semibold`}>
                  {person.touches === null ? '–' : formatNumber(Math.round(person.touches))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
