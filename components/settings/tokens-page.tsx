'use client';
import { KeyRound } from 'lucide-react';
import { useMemo, useState } from 'react';
import { z } from 'zod';
import type { ApiToken } from '#lib/permissions/people-shapes.ts';
import { type Role, roleLabels } from '#lib/permissions/roles.ts';
import { formatInstant, formatRelative } from '#lib/shared/format.ts';
import { api } from '../api-client.ts';
import type { DataColumn } from '../table/columns.ts';
import { DataTable } from '../table/data-table.tsx';
import { useMediaQuery } from '../table/use-media-query.ts';
import { AlertDialog } from '../ui/alert-dialog.tsx';
import { AppLink } from '../ui/app-link.tsx';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { toastError } from '../ui/toast.ts';
import { TokenDialog } from './token-dialog.tsx';
import { useSubmit } from './use-submit.ts';

type Props = { tokens: ApiToken[]; role: Role; timeZone: string; now: number };

/** Tokens for scripts: made here, shown once, revoked here. */
export function TokensPage({ tokens, role, timeZone, now }: Props) {
  const [isMaking, setMaking] = useState(false);
  const [ending, setEnding] = useState<ApiToken | null>(null);
  // A row of a phone has no buttons of its own.
  const isPhone = useMediaQuery('(max-width: 639px)');
  const { submit, refusal } = useSubmit();
  const columns = useMemo(() => columnsAt(now, timeZone, setEnding), [now, timeZone]);
  const revoke = async (token: ApiToken) => {
    setEnding(null);
    const done = await submit(
      () => api(`/tokens/${token.id}`, { method: 'DELETE', schema: z.undefined() }).then(() => true),
      `“${token.name}” is revoked`,
    );
    if (!done) toastError('The token could not be revoked. Please try again.');
  };
  return (
    <>
      <DataTable
        label="API tokens"
        columns={columns}
        rows={tokens}
        rowId={(token) => token.id}
        rowTone={(token) => (token.state === 'active' ? undefined : 'pale')}
        columnsMenu={false}
        {...(isPhone ? { onOpen: (token: ApiToken) => token.state === 'active' && setEnding(token) } : {})}
        phoneRow={(token) => (
          <span className="grid h-full min-w-0 content-center px-4">
            <span className="truncate font-medium">{token.name}</span>
            <span className="truncate text-12 text-ink-3">
              {roleLabels[token.role]} · {token.state} · {token.hint}…
            </span>
          </span>
        )}
        toolbar={
          <div className="flex flex-1 flex-wrap items-center gap-2">
            <span className="text-ink-3">
              For scripts and other tools.{' '}
              <AppLink href="/api-docs" className="text-accent-ink underline underline-offset-2">
                How to use the API
              </AppLink>
            </span>
            <Button variant="primary" className="ml-auto" onClick={() => setMaking(true)}>
              <KeyRound aria-hidden /> New token
            </Button>
          </div>
        }
        empty={
          <EmptyState title="There are no tokens yet.">
            A token lets a script do what you can do, until it expires or you revoke it.
          </EmptyState>
        }
      />
      {refusal.message && (
        <p role="alert" className="px-4 py-2 text-bad-ink">
          {refusal.message}
        </p>
      )}
      {ending && (
        <AlertDialog
          open
          onOpenChange={(next) => !next && setEnding(null)}
          title={`Revoke “${ending.name}”?`}
          action="Revoke it"
          onAction={() => void revoke(ending)}
        >
          Scripts that send it are refused from the next call on. This cannot be undone; a new token can be
          made.
        </AlertDialog>
      )}
      {isMaking && <TokenDialog role={role} onClose={() => setMaking(false)} />}
    </>
  );
}

const states = {
  active: <Chip tone="good">Active</Chip>,
  expired: <Chip>Expired</Chip>,
  revoked: <Chip>Revoked</Chip>,
};

function columnsAt(now: number, timeZone: string, revoke: (token: ApiToken) => void): DataColumn<ApiToken>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 160,
      grow: 2,
      sortable: true,
      value: (token) => token.name,
      cell: (token) => <span className="truncate font-medium">{token.name}</span>,
    },
    {
      id: 'hint',
      header: 'Begins with',
      width: 110,
      cell: (token) => <code className="font-mono text-12">{token.hint}…</code>,
    },
    {
      id: 'owner',
      header: 'Person',
      width: 140,
      grow: 1,
      sortable: true,
      value: (token) => token.userName,
      cell: (token) => token.userName,
    },
    {
      id: 'role',
      header: 'Role',
      width: 90,
      value: (token) => roleLabels[token.role],
      cell: (token) => roleLabels[token.role],
    },
    {
      id: 'state',
      header: 'State',
      width: 90,
      value: (token) => token.state,
      cell: (token) => states[token.state],
    },
    {
      id: 'expires',
      header: 'Expires',
      width: 170,
      sortable: true,
      value: (token) => token.expiresAt,
      cell: (token) => formatInstant(token.expiresAt, timeZone),
    },
    {
      id: 'used',
      header: 'Last used',
      width: 110,
      value: (token) => token.lastUsedAt,
      cell: (token) =>
        token.lastUsedAt === null ? (
          <span className="text-ink-3">never</span>
        ) : (
          formatRelative(token.lastUsedAt, now)
        ),
    },
    {
      id: 'actions',
      header: 'Actions',
      width: 90,
      align: 'right',
      interactive: true,
      cell: (token) =>
        token.state === 'active' ? (
          <Button
            size="sm"
            variant="danger"
            aria-label={`Revoke ${token.name}`}
            onClick={() => revoke(token)}
          >
            Revoke
          </Button>
        ) : null,
    },
  ];
}
