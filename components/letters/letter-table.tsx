import { TableScroll } from '#components/ui/table-scroll.tsx';
import type { LetterAccount } from '#lib/shared/book-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';

const cell = 'border-t border-line py-1.5 pr-3 align-top last:pr-0 print:py-1';
const head = 'py-1 pr-3 font-normal last:pr-0';

/** Accounts of a letter: name, place, tier, territory, and from whom, to whom or why. */
export function LetterTable({
  label,
  to,
  rows,
  other,
}: {
  label: string;
  /** Whom the letter is to: several may stand on a page. */
  to: string;
  rows: readonly (LetterAccount & { isNew?: boolean })[];
  /** Heading of the other side; without it nobody is named. */
  other?: 'From' | 'To';
}) {
  const hasSlots = new Set(rows.map(({ slot }) => slot)).size > 1;
  return (
    <TableScroll label={`${label}, ${to}`}>
      <table aria-label={label} className="w-full border-collapse text-left print:text-12">
        <thead className="text-12 text-ink-3 print:table-header-group">
          <tr>
            <th className={head}>Account</th>
            <th className={head}>Tier</th>
            {hasSlots && <th className={head}>As</th>}
            {other && <th className={head}>{other}</th>}
            <th className={head}>Territory</th>
            <th className={`${head} max-sm:hidden`}>Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.id} ${row.slot}`} className="break-inside-avoid">
              <th scope="row" className={`${cell} font-medium`}>
                {row.name}
                {row.isNew && <span className="ml-1.5 text-12 font-normal text-good-ink">new</span>}
                {row.place && (
                  <span className="block text-12 font-normal text-ink-3 print:text-11">{row.place}</span>
                )}
              </th>
              <td className={`${cell} whitespace-nowrap`}>{row.tier ?? '–'}</td>
              {hasSlots && <td className={cell}>{slotLabels[row.slot]}</td>}
              {other && <td className={`${cell} whitespace-nowrap`}>{row.otherName ?? 'nobody'}</td>}
              <td className={cell}>
                {row.territory ?? '–'}
                {row.reason && <span className="block text-12 text-ink-3 sm:hidden">{row.reason}</span>}
              </td>
              <td className={`${cell} min-w-28 text-12 text-ink-2 max-sm:hidden`}>{row.reason ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}
