'use client';
import { Ellipsis, UserPlus } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { inviteLink, type Person, person } from '#lib/permissions/people-shapes.ts';
import { roleLabels } from '#lib/permissions/roles.ts';
import { formatCount, formatRelative } from '#lib/shared/format.ts';
import { ApiProblem, api } from '../api-client.ts';
import type { DataColumn } from '../table/columns.ts';
import { DataTable } from '../table/data-table.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu } from '../ui/menu.tsx';
import { toast, toastError, toastUndo } from '../ui/toast.ts';
import { useRouter } from 'next/navigation';
import { InviteLinkDialog } from './invite-link-dialog.tsx';
import { PersonDialog } from './person-dialog.tsx';

type Props = {
  people: Person[];
  reps: { id: string; name: string }[];
  ownId: string;
  /** Epoch ms, for "last seen". */
  now: number;
};

type Open =
  | { kind: 'invite' }
  | { kind: 'edit'; person: Person }
  | { kind: 'link'; name: string; path: string };

/** Who has access: invite, change role and reach, end sessions, deactivate. */
export function PeoplePage({ people, reps, ownId, now }: Props) {
  const router = useRouter();
  const [open, setOpen] = useState<Open | null>(null);
  const act = async (work: () => Promise<void>) => {
    try {
      await work();
      router.refresh();
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      toastError(error.message);
    }
  };
  const setActive = (one: Person, isActive: boolean) =>
    api(`/users/${one.id}`, { method: 'PATCH', body: { isActive }, schema: person });
  const deactivate = (one: Person) =>
    act(async () => {
      await setActive(one, false);
      toastUndo(
        `${one.name} is deactivated and signed out.`,
        () => void act(async () => void (await setActive(one, true))),
      );
    });
  const newLink = (one: Person) =>
    act(async () => {
      const link = await api(`/users/${one.id}/invite`, { method: 'POST', schema: inviteLink });
      setOpen({ kind: 'link', name: one.name, path: link.invitePath });
    });
  const signOut = (one: Person) =>
    act(async () => {
      await api(`/users/${one.id}/sign-out`, { method: 'POST', schema: z.undefined() });
      toast(`${one.name} is signed out everywhere.`);
    });
  const menuOf = (one: Person) => [
    { label: 'Edit', onSelect: () => setOpen({ kind: 'edit', person: one }) },
    ...(one.isActive
      ? [
          {
            label: one.state === 'invited' ? 'New invitation link' : 'Link to reset the password',
            onSelect: () => void newLink(one),
          },
          { label: 'Sign out everywhere', onSelect: () => void signOut(one) },
        ]
      : []),
    { kind: 'separator' as const },
    one.isActive
      ? {
          label: 'Deactivate',
          danger: true,
          onSelect: () => void deactivate(one),
          ...(one.id === ownId ? { reason: 'You cannot take your own access away.' } : {}),
        }
      : { label: 'Activate again', onSelect: () => void act(async () => void (await setActive(one, true))) },
  ];
  const actions: DataColumn<Person> = {
    id: 'actions',
    header: 'Actions',
    width: 88,
    hideable: false,
    interactive: true,
    align: 'right',
    cell: (one) => (
      <Menu
        label={`Actions for ${one.name}`}
        items={menuOf(one)}
        trigger={
          <IconButton label={`Actions for ${one.name}`} size="sm">
            <Ellipsis aria-hidden />
          </IconButton>
        }
      />
    ),
  };
  return (
    <>
      <DataTable
        label="People"
        columns={[...columnsAt(now), actions]}
        rows={people}
        rowId={(one) => one.id}
        rowTone={(one) => (one.isActive ? undefined : 'pale')}
        onOpen={(one) => setOpen({ kind: 'edit', person: one })}
        columnsMenu={false}
        phoneRow={(one) => <PhoneRow person={one} />}
        empty={null}
        toolbar={
          <div className="flex flex-1 items-center gap-2">
            <span className="text-ink-3">{formatCount(people.length, 'person', 'people')}</span>
            <Button variant="primary" className="ml-auto" onClick={() => setOpen({ kind: 'invite' })}>
              <UserPlus aria-hidden /> Invite
            </Button>
          </div>
        }
      />
      {open?.kind === 'link' ? (
        <InviteLinkDialog name={open.name} path={open.path} onClose={() => setOpen(null)} />
      ) : open ? (
        <PersonDialog
          person={open.kind === 'edit' ? open.person : null}
          reps={reps}
          onClose={() => setOpen(null)}
          onInvited={(name, path) => setOpen({ kind: 'link', name, path })}
        />
      ) : null}
    </>
  );
}

function PhoneRow({ person: one }: { person: Person }) {
  return (
    <span className="grid h-full min-w-0 content-center px-4">
      <span className="flex min-w-0 items-center gap-2">
        <span className="truncate font-medium">{one.name}</span>
        {stateChips[one.state]}
      </span>
      <span className="truncate text-12 text-ink-3">
        {roleLabels[one.role]} · {one.email}
      </span>
    </span>
  );
}

const stateChips = {
  active: null,
  invited: <Chip tone="caution">Invited</Chip>,
  deactivated: <Chip>Deactivated</Chip>,
};

function columnsAt(now: number): DataColumn<Person>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      grow: 2,
      width: 180,
      sortable: true,
      hideable: false,
      value: (one) => one.name,
      cell: (one) => (
        <span className="flex min-w-0 items-center gap-2">
          <span className="truncate font-medium">{one.name}</span>
          {stateChips[one.state]}
        </span>
      ),
    },
    {
      id: 'email',
      header: 'E-mail',
      grow: 2,
      width: 200,
      sortable: true,
      value: (one) => one.email,
      cell: (one) => one.email,
    },
    {
      id: 'role',
      header: 'Role',
      width: 110,
      sortable: true,
      value: (one) => roleLabels[one.role],
      cell: (one) => roleLabels[one.role],
    },
    { id: 'reach', header: 'Sees', width: 110, value: reachOf, cell: reachOf },
    {
      id: 'rep',
      header: 'Rep',
      width: 160,
      grow: 1,
      sortable: true,
      value: (one) => one.repName,
      cell: (one) => one.repName ?? <span className="text-ink-3">–</span>,
    },
    {
      id: 'seen',
      header: 'Last sign-in',
      width: 120,
      sortable: true,
      descFirst: true,
      value: (one) => one.lastSeenAt,
      cell: (one) =>
        one.lastSeenAt === null ? (
          <span className="text-ink-3">never</span>
        ) : (
          formatRelative(one.lastSeenAt, now)
        ),
    },
  ];
}

/** How far a person sees, in a word. */
function reachOf(one: Person): string {
  if (one.role === 'rep') return 'Own book';
  return one.role === 'leader' && one.leaderSees === 'team' ? 'Their team' : 'Everything';
}
