import { AppLink } from '#components/ui/app-link.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Proposal } from '#lib/shared/proposal-shapes.ts';

const SHOWN = 8;

/** What the rules leave no room for, by how much, and what would help, best first. Nothing is relaxed in silence. */
export function ProposalShortages({ proposal }: { proposal: Proposal }) {
  const { shortages, moves } = proposal;
  const homeless = moves.filter((move) => move.to === null);
  if (shortages.length === 0) {
    return (
      <div className="p-4">
        <EmptyState title="Nothing is short.">
          Every account finds a rep who may hold it, within all caps, capacities and locks.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto">
      {homeless.length > 0 && (
        <p className="border-b border-line px-4 py-3 text-ink-2">
          {formatCount(homeless.length, 'account')} with a holder now {homeless.length === 1 ? 'has' : 'have'}{' '}
          no place in this proposal. Accepting moves does not touch {homeless.length === 1 ? 'it' : 'them'}:
          each stays with its holder, past the rule, until you act.
        </p>
      )}
      <ul>
        {shortages.map((shortage) => (
          <li key={`${shortage.kind} ${shortage.sentence}`} className="border-b border-line px-4 py-3">
            <p className="font-medium">{shortage.sentence}</p>
            {shortage.remedies.length > 0 && (
              <ol className="mt-1 list-decimal pl-5 text-ink-2">
                {shortage.remedies.map((remedy) => (
                  <li key={remedy}>{remedy}</li>
                ))}
              </ol>
            )}
            {shortage.accounts > 0 && (
              <p className="mt-1 flex flex-wrap gap-x-2 text-12 text-ink-3">
                {shortage.sample.slice(0, SHOWN).map(({ id, name }) => (
                  <AppLink key={id} href={`/accounts/${id}`} className="underline hover:text-ink">
                    {name}
                  </AppLink>
                ))}
                {shortage.accounts > SHOWN && <span>and {formatNumber(shortage.accounts - SHOWN)} more</span>}
              </p>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
