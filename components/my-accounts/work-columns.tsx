import { TierBadge } from '#components/accounts/tier-badge.tsx';
import { dayWords, instantWords } from '#components/accounts/day-words.ts';
import { ReasonLine } from '#components/accounts/reason-line.tsx';
import type { DataColumn } from '#components/table/columns.ts';
import type { RowGroup } from '#components/table/items.ts';
import { Pips } from '#components/ui/pips.tsx';
import { Sparkline } from '#components/ui/sparkline.tsx';
import type { EpochDay } from '#lib/shared/days.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { WorkList, WorkRow } from '#lib/shared/work-shapes.ts';

export type WorkClock = { todayOn: EpochDay; timeZone: string };

/** When the best reason was seen, or the day that it points to. */
export function seenWords(row: WorkRow, { todayOn, timeZone }: WorkClock): string | null {
  const [reason] = row.reasons;
  if (!reason) return null;
  if (reason.dueOn !== null) return dayWords(reason.dueOn, todayOn);
  return reason.seenAt === null ? null : instantWords(reason.seenAt, todayOn, timeZone);
}

/** `6 of at least 8 touches this month`. */
export function paceWords(row: WorkRow): string {
  if (row.touchesFrom === null) return `${row.touchesDone} touches this month, no tier`;
  return `${row.touchesDone} of at least ${Math.ceil(row.touchesFrom)} touches this month`;
}

export function TouchPips({ row }: { row: WorkRow }) {
  if (row.touchesFrom === null) return <span className="text-12 text-ink-3">no tier</span>;
  return (
    <Pips
      done={Math.min(row.touchesDone, Math.ceil(row.touchesFrom))}
      of={Math.ceil(row.touchesFrom)}
      label={paceWords(row)}
    />
  );
}

const muted = (text: string | null) => <span className="text-12 text-ink-2">{text ?? '–'}</span>;

/** The columns of a list of work. `ceiling` is the top of all sparklines. */
export function workColumns(clock: WorkClock, ceiling: number, isSnoozed: boolean): DataColumn<WorkRow>[] {
  return [
    {
      id: 'tier',
      header: 'Tier',
      width: 58,
      hideable: false,
      pinned: true,
      value: (row) => row.tier?.rank ?? null,
      cell: (row) => <TierBadge tier={row.tier} />,
    },
    {
      id: 'name',
      header: 'Account',
      width: 150,
      grow: 3,
      hideable: false,
      pinned: true,
      value: (row) => row.name,
      cell: (row) => <span className="truncate font-medium">{row.name}</span>,
    },
    {
      id: 'why',
      header: 'Why now',
      width: 190,
      grow: 4,
      value: (row) => row.reasons[0]?.text ?? null,
      cell: (row) =>
        row.reasons[0] ? (
          <ReasonLine reason={row.reasons[0]} />
        ) : (
          <span className="text-ink-3">nothing new in 30 days</span>
        ),
    },
    {
      id: 'seen',
      header: isSnoozed ? 'Snoozed until' : 'Seen',
      width: isSnoozed ? 100 : 76,
      value: (row) => (isSnoozed ? row.snoozedUntilOn : (row.reasons[0]?.seenAt ?? null)),
      cell: (row) =>
        muted(
          isSnoozed && row.snoozedUntilOn !== null
            ? dayWords(row.snoozedUntilOn, clock.todayOn)
            : seenWords(row, clock),
        ),
    },
    {
      id: 'due',
      header: 'Touches due',
      hint: 'The tier’s lower bound less the touches of this calendar month.',
      width: 104,
      value: (row) => row.touchesDue,
      cell: (row) => (
        <span className="flex w-full items-center gap-2">
          <TouchPips row={row} />
          {row.touchesDue > 0 && (
            <span className="ml-auto font-semibold">{formatNumber(row.touchesDue)}</span>
          )}
        </span>
      ),
    },
    {
      id: 'touched',
      header: 'Touched',
      width: 76,
      value: (row) => row.touchedAt,
      cell: (row) =>
        muted(row.touchedAt === null ? 'never' : instantWords(row.touchedAt, clock.todayOn, clock.timeZone)),
    },
    {
      id: 'weeks',
      header: '8 weeks',
      hint: 'Signals of each of the last 8 weeks.',
      width: 66,
      cell: (row) => (
        <Sparkline values={row.weeks} ceiling={ceiling} label={`Signals a week: ${row.weeks.join(', ')}`} />
      ),
    },
    {
      id: 'contact',
      header: 'Best contact',
      width: 150,
      hidden: true,
      value: (row) => row.contact?.name ?? null,
      cell: (row) => row.contact?.name ?? <span className="text-ink-3">nobody reachable</span>,
    },
    {
      id: 'score',
      header: 'Score',
      width: 68,
      align: 'right',
      value: (row) => row.score,
      cell: (row) =>
        row.score === null ? (
          <span className="text-ink-3">–</span>
        ) : (
          <span className="font-medium">{formatNumber(row.score)}</span>
        ),
    },
  ];
}

/** The heading over the rows of one group, with its own sum. */
export function groupHeading(row: WorkRow, group: WorkList['groups'][number] | undefined): RowGroup {
  const accounts = formatCount(group?.accounts ?? 0, 'account');
  const touches = formatCount(group?.touchesDue ?? 0, 'touch', 'touches');
  return { id: row.group, label: group?.label ?? '', fact: `${accounts} · ${touches} due` };
}

/** Two lines at 390 px: who and how much is due; why and when. */
export function WorkPhoneRow({ row, clock }: { row: WorkRow; clock: WorkClock }) {
  const [reason] = row.reasons;
  return (
    <div className="grid h-full grid-cols-[28px_minmax(0,1fr)_auto] items-center gap-x-2.5 px-4 py-2">
      <span className="self-start pt-0.5">
        <TierBadge tier={row.tier} />
      </span>
      <span className="truncate text-14 font-medium">{row.name}</span>
      <span className="flex items-center gap-3">
        <TouchPips row={row} />
        <span className="w-6 text-right text-14 font-medium">
          {row.score === null ? '–' : formatNumber(row.score)}
        </span>
      </span>
      <span className="col-start-2 min-w-0 text-ink-2">
        {reason ? <ReasonLine reason={reason} /> : <span className="text-ink-3">nothing new</span>}
      </span>
      <span className="text-right text-12 text-ink-3">{seenWords(row, clock)}</span>
    </div>
  );
}
