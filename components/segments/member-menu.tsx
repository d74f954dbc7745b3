'use client';
import { CircleHelp, MoreHorizontal, Pin, PinOff } from 'lucide-react';
import type { DataColumn } from '#components/table/columns.ts';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu, type MenuItem } from '#components/ui/menu.tsx';
import type { PinSide } from './pin-actions.ts';

type Row = { id: string; name: string | null };

export type MemberActions = {
  isList: boolean;
  /** Why the person may not pin; null when they may. */
  noPin: string | null;
  why: (row: Row) => void;
  pin: (row: Row, side: PinSide) => void;
  takeOff: (row: Row) => void;
};

/** The menu at the end of each member: why it is in, and what a hand can change about it. */
export function memberMenu<R extends Row>(actions: MemberActions): DataColumn<R> {
  const allowed = (onSelect: () => void) =>
    actions.noPin === null ? { onSelect } : { reason: actions.noPin };
  const items = (row: Row): MenuItem[] => [
    {
      label: 'Why is it in?',
      icon: <CircleHelp aria-hidden />,
      keys: ['W'],
      onSelect: () => actions.why(row),
    },
    { kind: 'separator' },
    ...(actions.isList
      ? [
          {
            label: 'Take off the list',
            icon: <PinOff aria-hidden />,
            ...allowed(() => actions.takeOff(row)),
          },
        ]
      : [
          {
            label: 'Keep it out…',
            hint: 'No member, also where the rule finds it',
            icon: <PinOff aria-hidden />,
            ...allowed(() => actions.pin(row, 'out')),
          },
          {
            label: 'Pin it in…',
            hint: 'A member, also where the rule loses it',
            icon: <Pin aria-hidden />,
            ...allowed(() => actions.pin(row, 'in')),
          },
        ]),
  ];
  return {
    id: 'menu',
    header: '',
    width: 40,
    hideable: false,
    interactive: true,
    cell: (row) => (
      <Menu
        align="end"
        trigger={
          <IconButton label={`Actions for ${row.name ?? '(no name)'}`} tooltip={false} size="sm">
            <MoreHorizontal aria-hidden />
          </IconButton>
        }
        items={items(row)}
      />
    ),
  };
}
