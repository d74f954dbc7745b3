'use client';
import { useApi } from '#components/accounts/use-api.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { formatCount } from '#lib/shared/format.ts';
import { holdoverList } from '#lib/shared/holdover-shapes.ts';
import { untilWords } from './holdover-words.ts';

const SHOWN = 3;

/** Above a list of work: deals that its rep keeps although the accounts went to somebody else. Nothing where there is none. */
export function KeptNote({ repId, isOwn }: { repId: string; isOwn: boolean }) {
  const found = useApi(`/holdovers?rep=${repId}&limit=${SHOWN}`, holdoverList);
  const list = found.value;
  if (!list || list.count === 0) return null;
  const deals = formatCount(list.count, 'deal');
  return (
    <Callout
      title={isOwn ? `You keep ${deals} of accounts that moved` : `Keeps ${deals} of accounts that moved`}
      actions={
        <Button size="sm" asChild>
          <AppLink href={`/territories/holdovers?rep=${repId}`}>Show them</AppLink>
        </Button>
      }
    >
      {list.items.map((row, at) => (
        <span key={row.id}>
          {at > 0 && ' · '}
          <AppLink
            href={`/accounts/${row.accountId}`}
            className="inline-flex min-h-6 items-center font-medium hover:underline"
          >
            {row.accountName}
          </AppLink>
          : {row.deal ?? 'a deal'}, {untilWords(row)}
        </span>
      ))}
      {list.count > SHOWN && ` · and ${list.count - SHOWN} more`}
    </Callout>
  );
}
