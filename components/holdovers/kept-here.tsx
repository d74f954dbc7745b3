'use client';
import { useApi } from '#components/accounts/use-api.ts';
import { holdoverList } from '#lib/shared/holdover-shapes.ts';
import { untilWords } from './holdover-words.ts';

/** On an account: which of its deals are still with somebody else, and until when. Nothing where there is none. */
export function KeptHere({ accountId }: { accountId: string }) {
  const found = useApi(`/holdovers?account=${accountId}`, holdoverList);
  const rows = found.value?.items ?? [];
  if (rows.length === 0) return null;
  return (
    <ul aria-label="Deals held over">
      {rows.map((row) => (
        <li key={row.id} className="py-1 text-ink-2">
          <span className="font-medium text-ink">{row.deal ?? 'A deal'}</span> still with {row.rep.name}{' '}
          <span className="text-ink-3">{untilWords(row)}</span>
          {row.reason && <p className="text-12 text-ink-3">{row.reason}</p>}
        </li>
      ))}
    </ul>
  );
}
