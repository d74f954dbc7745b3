'use client';
import { useMemo, useState } from 'react';
import type { DataColumn, SortState } from '#components/table/columns.ts';
import { DataTable } from '#components/table/data-table.tsx';
import type { RowSelection } from '#components/table/selection.ts';
import { FromTo } from '#components/territories/account-columns.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { ProposalMove } from '#lib/shared/proposal-shapes.ts';
import { moneyText } from './goal-words.ts';
import type { Refused } from './refused.ts';

type Refuse = (accountId: string, how: Refused | null) => void;

/** Every move with its reason, the price of leaving it, and the next best; each can be refused. */
export function ProposalMoves({
  moves,
  currency,
  refused,
  onRefuse,
  selection,
  onSelectionChange,
  actions,
}: {
  moves: readonly ProposalMove[];
  currency: string;
  refused: ReadonlyMap<string, Refused>;
  onRefuse: Refuse;
  selection: RowSelection;
  onSelectionChange: (selection: RowSelection) => void;
  actions: React.ReactNode;
}) {
  const [sort, setSort] = useState<SortState>({ id: 'staying', desc: true });
  const columns = useMemo(() => columnsOf(currency, refused, onRefuse), [currency, refused, onRefuse]);
  return (
    <DataTable
      label="Proposed moves"
      columns={columns}
      rows={moves}
      rowId={(move) => move.accountId}
      pageKeys
      rowHeight={56}
      sort={sort}
      onSortChange={setSort}
      selection={selection}
      onSelectionChange={onSelectionChange}
      bulkActions={actions}
      rowTone={(move) => (refused.has(move.accountId) ? 'pale' : undefined)}
      phoneRow={(move) => <PhoneRow move={move} currency={currency} />}
      empty={
        <EmptyState title="Nothing should move.">
          Under these goals and rules no account is better off with somebody else.
        </EmptyState>
      }
    />
  );
}

function columnsOf(
  currency: string,
  refused: ReadonlyMap<string, Refused>,
  onRefuse: Refuse,
): DataColumn<ProposalMove>[] {
  return [
    {
      id: 'name',
      header: 'Account',
      width: 210,
      grow: 1,
      hideable: false,
      sortable: true,
      value: (move) => move.accountName,
      cell: (move) => (
        <span className="flex min-w-0 flex-col">
          <AppLink href={`/accounts/${move.accountId}`} className="truncate font-medium hover:underline">
            {move.accountName}
          </AppLink>
          <span className="truncate text-12">
            <FromTo from={move.from} to={move.to} none="Nobody" />
          </span>
        </span>
      ),
    },
    {
      id: 'reason',
      header: 'Why',
      width: 220,
      grow: 1,
      value: (move) => move.reason,
      cell: (move) => (
        <span className="flex min-w-0 flex-col text-12 whitespace-normal text-ink-2">
          <span className="line-clamp-2" title={move.reason}>
            {whyText(move)}
          </span>
          {move.runnersUp[0] && (
            <span className="truncate text-ink-3" title={runnersText(move, currency)}>
              {runnersText(move, currency)}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'staying',
      header: 'If it stays',
      hint: 'What the plan would cost more if this account and its family stayed where they are.',
      width: 92,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (move) => move.stayingAmount ?? Number.MAX_VALUE,
      cell: (move) =>
        move.stayingAmount === null ? (
          <Chip>{move.rule === 'capFull' ? 'full' : move.from ? 'cannot' : 'nobody yet'}</Chip>
        ) : (
          `+${moneyText(move.stayingAmount, currency)}`
        ),
    },
    {
      id: 'potential',
      header: 'Potential',
      width: 84,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (move) => move.potentialAmount,
      cell: (move) =>
        move.potentialAmount === null ? (
          <span className="text-ink-3">unknown</span>
        ) : (
          moneyText(move.potentialAmount, currency)
        ),
    },
    {
      id: 'pipeline',
      header: 'Pipeline',
      hint: 'Open deals by the probability of their stage.',
      width: 80,
      align: 'right',
      sortable: true,
      descFirst: true,
      value: (move) => move.pipelineAmount,
      cell: (move) =>
        move.pipelineAmount === 0 ? (
          <span className="text-ink-3">–</span>
        ) : (
          moneyText(move.pipelineAmount, currency)
        ),
    },
    {
      id: 'refuse',
      header: 'Refuse',
      width: 96,
      interactive: true,
      cell: (move) => (
        <RefuseMenu move={move} refused={refused.get(move.accountId) ?? null} onRefuse={onRefuse} />
      ),
    },
  ];
}

/** The reason without the price, which stands in a column of its own. */
function whyText({ reason }: ProposalMove): string {
  return reason.replace(/ (Leaving it|That) would cost the plan .*$/, '');
}

function runnersText({ runnersUp }: ProposalMove, currency: string): string {
  return `Next best: ${runnersUp.map(({ rep, extraAmount, inExchangeFor }) => `${rep.name}, +${moneyText(extraAmount, currency)}${inExchangeFor ? ` in exchange for ${inExchangeFor}` : ''}`).join('; ')}`;
}

function RefuseMenu({
  move,
  refused,
  onRefuse,
}: {
  move: ProposalMove;
  refused: Refused | null;
  onRefuse: Refuse;
}) {
  const { accountId, accountName, from, to } = move;
  if (refused) {
    return (
      <Button
        size="sm"
        variant="link"
        aria-label={`Take back the refusal of ${accountName}`}
        onClick={() => onRefuse(accountId, null)}
      >
        {refused.kind === 'stay' ? 'Stays' : 'Refused'} · undo
      </Button>
    );
  }
  return (
    <Menu
      label={`Refuse the move of ${accountName}`}
      trigger={
        <Button size="sm" variant="ghost" aria-label={`Refuse the move of ${accountName}`}>
          Refuse…
        </Button>
      }
      items={[
        {
          label: `Leave it with ${from?.name ?? 'nobody'}`,
          hint: 'Its family, too.',
          onSelect: () => onRefuse(accountId, { kind: 'stay' }),
        },
        {
          label: `Not to ${to?.name ?? ''}`,
          hint: 'It may go to somebody else.',
          onSelect: () => to && onRefuse(accountId, { kind: 'notToRep', repId: to.id }),
        },
      ]}
    />
  );
}

function PhoneRow({ move, currency }: { move: ProposalMove; currency: string }) {
  return (
    <div className="flex h-full min-w-0 flex-col justify-center px-4">
      <div className="flex items-center gap-2">
        <span className="truncate font-medium">{move.accountName}</span>
        <span className="ml-auto shrink-0">
          {move.stayingAmount === null ? '' : `+${moneyText(move.stayingAmount, currency)}`}
        </span>
      </div>
      <div className="truncate text-12 text-ink-2">
        <FromTo from={move.from} to={move.to} none="Nobody" />
      </div>
    </div>
  );
}
