import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { formatDay, formatInstant } from '#lib/shared/format.ts';
import type { SegmentPin } from '#lib/shared/pin-shapes.ts';
import type { PinnedSegment } from './pin-actions.ts';

function Side({ side }: { side: SegmentPin['side'] }) {
  return side === 'in' ? <Chip tone="good">Pinned in</Chip> : <Chip tone="caution">Kept out</Chip>;
}

/** Columns of the pins of a segment; a fixed list has one side only. */
export function pinColumns(
  { entity, kind }: Pick<PinnedSegment, 'entity' | 'kind'>,
  timeZone: string,
): DataColumn<SegmentPin>[] {
  const columns: DataColumn<SegmentPin>[] = [
    {
      id: 'name',
      header: entity === 'account' ? 'Account' : 'Contact',
      width: 220,
      grow: 2,
      sortable: true,
      value: (pin) => pin.name,
      cell: (pin) =>
        entity === 'account' ? (
          <AppLink href={`/accounts/${pin.recordId}`} className="truncate font-medium text-ink">
            {pin.name}
          </AppLink>
        ) : (
          <span className="truncate font-medium">{pin.name}</span>
        ),
    },
    {
      id: 'side',
      header: 'Pin',
      width: 110,
      sortable: true,
      value: (pin) => pin.side,
      cell: (pin) => <Side side={pin.side} />,
    },
    {
      id: 'reason',
      header: 'Reason',
      width: 240,
      grow: 3,
      value: (pin) => pin.reason,
      cell: (pin) => (
        <span className="truncate" title={pin.reason}>
          {pin.reason}
        </span>
      ),
    },
    {
      id: 'until',
      header: 'Until',
      width: 120,
      sortable: true,
      value: (pin) => pin.expiresOn,
      cell: (pin) =>
        pin.expiresOn === null ? <span className="text-ink-3">no end</span> : formatDay(pin.expiresOn),
    },
    {
      id: 'by',
      header: 'By',
      width: 140,
      sortable: true,
      value: (pin) => pin.createdBy,
      cell: (pin) => pin.createdBy ?? <span className="text-ink-3">–</span>,
    },
    {
      id: 'since',
      header: 'Since',
      width: 170,
      sortable: true,
      descFirst: true,
      value: (pin) => pin.fromAt,
      cell: (pin) => formatInstant(pin.fromAt, timeZone),
    },
  ];
  return kind === 'list' ? columns.filter((column) => column.id !== 'side') : columns;
}

/** One pin on a phone. */
export function PinPhoneRow({ pin }: { pin: SegmentPin }) {
  return (
    <span className="flex h-full flex-col justify-center gap-0.5 px-4">
      <span className="flex items-center justify-between gap-2">
        <span className="truncate font-medium">{pin.name}</span>
        <Side side={pin.side} />
      </span>
      <span className="truncate text-12 text-ink-3">
        {pin.reason}
        {pin.expiresOn !== null && ` · until ${formatDay(pin.expiresOn)}`}
      </span>
    </span>
  );
}
