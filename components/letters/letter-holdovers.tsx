import type { Letter } from '#lib/shared/book-shapes.ts';
import { formatDay } from '#lib/shared/format.ts';

/** Open deals that do not go along with their account; nothing where there are none. */
export function LetterHoldovers({ holdovers }: Pick<Letter, 'holdovers'>) {
  if (holdovers.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="break-after-avoid text-16 font-semibold">Deals that stay where they are</h3>
      <ul className="mt-1 list-disc pl-5">
        {holdovers.map((row) => (
          <li key={`${row.accountId} ${row.dealName} ${row.repName}`}>
            {row.isOwn ? 'You keep' : `${row.repName} keeps`} {row.dealName ?? 'a deal'} of {row.accountName}{' '}
            {row.untilOn === null ? 'until it is won or lost' : `until ${formatDay(row.untilOn)}`}
            {row.reason === null ? '.' : `: ${row.reason}.`}
          </li>
        ))}
      </ul>
    </section>
  );
}
