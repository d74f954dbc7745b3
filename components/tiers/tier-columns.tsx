import { Archive, MoreHorizontal, Pencil, Users } from 'lucide-react';
import type { DataColumn } from '#components/table/columns.ts';
import { AppLink } from '#components/ui/app-link.tsx';
import { Chip } from '#components/ui/chip.tsx';
import { IconButton } from '#components/ui/icon-button.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { Swatch } from '#components/ui/swatch.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { Tier } from '#lib/shared/tier-shapes.ts';
import { ChannelMix } from './channel-mix.tsx';

export type TierActions = {
  mayEdit: boolean;
  noEdit: string;
  edit: (tier: Tier) => void;
  archive: (tier: Tier) => void;
};

const none = <span className="text-ink-3">–</span>;

/** The rule that selects the accounts of a tier, as the address of the list of accounts. */
export function accountsOfTier(tierId: string): string {
  const definition = {
    version: 1,
    entity: 'account',
    root: {
      id: 'root',
      kind: 'group',
      op: 'all',
      rules: [{ id: 'tier', kind: 'field', field: 'tier', operator: 'eq', value: tierId }],
    },
  };
  return `/accounts?rule=${encodeURIComponent(JSON.stringify(definition))}`;
}

function range(tier: Tier): string {
  const [from, to] = [
    formatNumber(tier.touchesFrom, { digits: 1 }),
    formatNumber(tier.touchesTo, { digits: 1 }),
  ];
  return from === to ? from : `${from}–${to}`;
}

/** Columns of the table of tiers, highest first. */
export function tierColumns(actions: TierActions): DataColumn<Tier>[] {
  return [
    {
      id: 'name',
      header: 'Tier',
      width: 120,
      hideable: false,
      value: (tier) => tier.name,
      cell: (tier) => (
        <span className="flex min-w-0 items-center gap-2">
          <Swatch id={tier.id} />
          <span className="flex min-w-0 flex-col leading-4">
            <span className="truncate font-medium">{tier.name}</span>
            {tier.description && <span className="truncate text-12 text-ink-3">{tier.description}</span>}
          </span>
        </span>
      ),
    },
    {
      id: 'touches',
      header: 'Touches a month',
      width: 116,
      align: 'right',
      value: (tier) => tier.touchesFrom,
      cell: range,
    },
    {
      id: 'channels',
      header: 'Channels',
      width: 268,
      grow: 1,
      value: (tier) => Object.keys(tier.channelMix).join(' '),
      cell: (tier) => <ChannelMix mix={tier.channelMix} />,
    },
    {
      id: 'sla',
      header: 'Answer within',
      width: 96,
      align: 'right',
      value: (tier) => tier.responseSlaHours,
      cell: (tier) =>
        tier.responseSlaHours === null ? none : `${formatNumber(tier.responseSlaHours, { digits: 1 })} h`,
    },
    {
      id: 'cap',
      header: 'Accounts a rep',
      width: 100,
      align: 'right',
      value: (tier) => tier.maxAccountsPerRep,
      cell: (tier) => (tier.maxAccountsPerRep === null ? 'no cap' : formatNumber(tier.maxAccountsPerRep)),
    },
    {
      id: 'workedBy',
      header: 'Worked by',
      width: 176,
      value: (tier) => tier.workedBy,
      cell: (tier) => <span className="truncate">{tier.workedBy ?? none}</span>,
    },
    {
      id: 'segments',
      header: 'Given by',
      width: 240,
      grow: 2,
      interactive: true,
      value: (tier) => tier.segments.length,
      cell: (tier) => (
        <span className="flex min-w-0 gap-1 overflow-hidden">
          {tier.segments.slice(0, 2).map((segment) => (
            <AppLink key={segment.id} href={`/segments/${segment.id}`} className="min-w-0">
              <Chip outline colourOf={segment.id}>
                {segment.name}
              </Chip>
            </AppLink>
          ))}
          {tier.segments.length > 2 && (
            <Chip
              title={tier.segments
                .slice(2)
                .map((segment) => segment.name)
                .join(', ')}
            >
              +{tier.segments.length - 2}
            </Chip>
          )}
          {tier.segments.length === 0 && <span className="text-ink-3">no segment</span>}
        </span>
      ),
    },
    {
      id: 'accounts',
      header: 'Accounts',
      hint: 'Accounts that have it now; in brackets those that have it by their own setting.',
      width: 106,
      align: 'right',
      value: (tier) => tier.accounts,
      cell: (tier) => (
        <AppLink href={accountsOfTier(tier.id)} className="font-semibold text-ink">
          {formatNumber(tier.accounts)}
          {tier.ownAccounts > 0 && (
            <span className="font-normal text-ink-3"> ({formatNumber(tier.ownAccounts)} own)</span>
          )}
        </AppLink>
      ),
    },
    {
      id: 'menu',
      header: '',
      width: 40,
      hideable: false,
      interactive: true,
      cell: (tier) => (
        <Menu
          trigger={
            <IconButton label={`Actions for ${tier.name}`} tooltip={false} size="sm">
              <MoreHorizontal aria-hidden />
            </IconButton>
          }
          items={[
            {
              label: 'Edit',
              icon: <Pencil aria-hidden />,
              ...(actions.mayEdit ? { onSelect: () => actions.edit(tier) } : { reason: actions.noEdit }),
            },
            { label: 'Its accounts', icon: <Users aria-hidden />, href: accountsOfTier(tier.id) },
            { kind: 'separator' },
            {
              label: 'Archive',
              icon: <Archive aria-hidden />,
              danger: true,
              ...(actions.mayEdit ? { onSelect: () => actions.archive(tier) } : { reason: actions.noEdit }),
            },
          ]}
        />
      ),
    },
  ];
}
