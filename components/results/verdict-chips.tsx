import type { ResultRow } from '#lib/metrics/result-rows.ts';
import { Chip } from '../ui/chip.tsx';

/** What may be claimed about a row; a colour stands only where two intervals do not meet. */
export function VerdictChips({ row }: { row: ResultRow }) {
  if (row.isRest) return <span className="text-ink-3">Compared with</span>;
  if (row.isTooFew) {
    return (
      <Chip outline title="Fewer than 10 closed deals">
        Too few to tell
      </Chip>
    );
  }
  const claims = [...claimOf(row.replies, 'Replies'), ...claimOf(row.wins, 'Wins')];
  if (claims.length === 0) return <span className="text-ink-3">No clear difference</span>;
  return (
    <span className="inline-flex gap-1">
      {claims.map((claim) => (
        <Chip key={claim.text} tone={claim.tone}>
          {claim.text}
        </Chip>
      ))}
    </span>
  );
}

function claimOf(verdict: ResultRow['wins'], what: string): { text: string; tone: 'good' | 'bad' }[] {
  if (verdict === 'higher') return [{ text: `${what} higher`, tone: 'good' }];
  if (verdict === 'lower') return [{ text: `${what} lower`, tone: 'bad' }];
  return [];
}
