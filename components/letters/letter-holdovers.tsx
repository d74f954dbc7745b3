import type { Letter } from '#lib/shared/book-shapes.ts';
import { formatDay } from '#lib/shared/format.ts';

/** Open deals that do not go along with their account. */
export function LetterHoldovers({ holdovers }: Pick<Letter, 'holdovers'>) {
  return (
    <ul className="mt-1 list-disc pl-5">
      {holdovers.map((row) => (
        <li key={`${row.accountId} ${row.dealName} ${row.repName}`}>
          {row.isOwn ? 'You keep' : `${row.repName} keeps`} {row.dealName ?? 'a deal'} of {row.accountName}{' '}
          {row.untilOn === null ? 'until it is won or lost' : `until ${formatDay(row.untilOn)}`}
          {row.reason === null ? '.' : `: ${row.reason}.`}
        </li>
      ))}
    </ul>
  );
}
