'use client';
import dynamic from 'next/dynamic';
import { type ReactNode, useMemo } from 'react';
import { ColumnsMenu } from '#components/table/columns-menu.tsx';
import { COLUMNS_KEY, useAddressLayout } from '#components/table/use-address-layout.ts';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Select } from '#components/ui/select.tsx';
import { Tabs } from '#components/ui/tabs.tsx';
import { inOnly, reachablePeople } from '#lib/rules/variants.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { formatNumber } from '#lib/shared/format.ts';
import type { SegmentPreview } from '#lib/shared/preview-shapes.ts';
import { useRuleEditing } from '../rule-editing.ts';
import type { BoardFacts } from './board.ts';
import { ExportButton } from './export-button.tsx';
import type { Peeked } from './peek.tsx';
import { boardColumns } from './board-columns.ts';
import { RecordsTable } from './records-table.tsx';
import { LoosenButton, UnknownButton } from './set-fix.tsx';
import type { LoosenedMiss } from './side-questions.ts';
import { shownSetLabel, shownSets, shownSide } from './shown-set.ts';
import type { BoardTab, useBoardAddress } from './use-board-address.ts';

const EmptyResult = dynamic(() => import('./empty-result.tsx').then((module) => module.EmptyResult), {
  ssr: false,
});
const ChangeSides = dynamic(() => import('./change-sides.tsx').then((module) => module.ChangeSides), {
  ssr: false,
});

/** The lists: members, their reachable people, what changes against the published version, who is nearly in. */
export function RecordTabs({
  definition,
  main,
  rest,
  near,
  stale,
  address,
  facts,
  onPeek,
  onActive,
  onChanged,
}: {
  definition: SegmentDefinition;
  main: SegmentPreview;
  rest: SegmentPreview | null;
  near: readonly LoosenedMiss[];
  stale: boolean;
  address: ReturnType<typeof useBoardAddress>;
  facts: BoardFacts;
  onPeek: (peeked: Peeked, isWhyOnly: boolean) => void;
  onActive: (peeked: Peeked) => void;
  /** Pins, tiers or holders of records were changed. */
  onChanged: () => void;
}) {
  const { catalog, words } = useRuleEditing();
  const { currency, timeZone, published } = facts;
  const { accounts: columns } = useMemo(
    () => boardColumns(catalog, { currency, timeZone }),
    [catalog, currency, timeZone],
  );
  const [layout, setLayout] = useAddressLayout(columns, COLUMNS_KEY);
  const { asOf } = main;
  const { tab, sort, show } = address;
  const isAccounts = definition.entity === 'account';
  const sets = shownSets(definition, rest, words, catalog);
  const shownSet = sets.find((set) => set.value === show) ?? sets[0];
  const changes = rest?.comparison;
  const side = shownSide(show, changes);
  // Pins belong to the segment's own rule, not to what is derived from it.
  const own = (of: SegmentDefinition) => (of === definition ? { segmentId: facts.pinned.id } : {});
  const question = (of: SegmentDefinition) => ({
    definition: of,
    ...own(of),
    sort: of.entity === definition.entity ? sort : 'name',
    asOf,
  });

  function table(
    label: string,
    of: SegmentDefinition,
    more: { isMain?: boolean; toolbar?: ReactNode; empty: ReactNode },
  ) {
    const peek = (row: Peeked['row']): Peeked => ({ row, definition, ...own(definition), asOf });
    return (
      <RecordsTable
        label={label}
        question={question(of)}
        stale={stale}
        facts={facts}
        onChanged={onChanged}
        // The order in the address is that of the definition's own kind.
        onSort={of.entity === definition.entity ? address.setSort : undefined}
        layout={layout}
        onLayout={setLayout}
        {...(more.isMain ? { first: { count: main.count, ...main.page }, isMain: true } : {})}
        toolbar={more.toolbar}
        empty={more.empty}
        onPeek={(row) => onPeek(peek(row), false)}
        onActive={(row) => onActive(peek(row))}
        onWhy={(row) => onPeek(peek(row), true)}
      />
    );
  }

  const shown: Record<BoardTab, SegmentDefinition | null> = {
    rows: definition,
    contacts: reachablePeople(definition),
    changes:
      published &&
      (side === 'entering'
        ? inOnly(definition, published.definition)
        : inOnly(published.definition, definition)),
    near: shownSet?.definition ?? null,
  };
  const exported = shown[tab];

  const panels: Record<BoardTab, () => ReactNode> = {
    rows: () =>
      table(isAccounts ? 'Accounts' : 'Contacts', definition, {
        isMain: true,
        empty: <EmptyResult definition={definition} rest={stale ? null : rest} onShow={address.setShow} />,
      }),
    contacts: () =>
      table('Reachable contacts', reachablePeople(definition), {
        empty: (
          <EmptyState title="No reachable contact is known.">
            Import contacts, or check their e-mail and phone.
          </EmptyState>
        ),
      }),
    changes: () =>
      shown.changes ? (
        table('Changes', shown.changes, {
          toolbar: <ChangeSides side={side} changes={changes} onSide={address.setShow} />,
          empty: (
            <EmptyState title={side === 'entering' ? 'Nobody would come in.' : 'Nobody would go out.'} />
          ),
        })
      ) : (
        <EmptyState title="It was never published." className="m-4">
          From the first publish on, this list shows who comes in and who goes out.
        </EmptyState>
      ),
    near: () =>
      shownSet ? (
        table('Near-misses', shownSet.definition, {
          toolbar: (
            <>
              <Select
                label="Who is nearly in"
                value={shownSet.value}
                options={sets.map((set) => ({ value: set.value, label: shownSetLabel(set) }))}
                onValueChange={address.setShow}
              />
              {rest && <WayIn set={shownSet} near={near} count={rest.count} />}
            </>
          ),
          empty: <EmptyState title="Nobody is this near any more." />,
        })
      ) : (
        <EmptyState title="Nobody is nearly in." className="m-4">
          {rest ? 'No account fails exactly one condition.' : 'Counting who fails exactly one condition.'}
        </EmptyState>
      ),
  };

  const nearest = sets.find((set) => set.value.startsWith('near:'));
  return (
    <Tabs
      label="Records"
      className="min-h-0 flex-1"
      panelClassName="flex min-h-0 flex-1 flex-col"
      value={tab}
      onValueChange={(next) => address.setTab(next as BoardTab)}
      items={[
        { value: 'rows', label: isAccounts ? 'Accounts' : 'Contacts', count: formatNumber(main.count) },
        ...(isAccounts
          ? [{ value: 'contacts', label: 'Contacts', count: formatNumber(main.reachableContacts) }]
          : []),
        {
          value: 'changes',
          label: 'Changes',
          ...(changes ? { count: formatNumber(changes.entering + changes.leaving) } : {}),
        },
        { value: 'near', label: 'Near-misses', ...(nearest ? { count: formatNumber(nearest.count) } : {}) },
      ]}
      aside={
        <span className="flex items-center max-sm:hidden">
          {isAccounts && tab !== 'contacts' && (
            <ColumnsMenu columns={columns} layout={layout} onLayoutChange={setLayout} />
          )}
          {exported && (
            <ExportButton
              question={question(exported)}
              fileName={`${facts.name} ${tab}`}
              columns={{ currency, timeZone }}
              refusal={facts.noExport}
            />
          )}
        </span>
      }
      panels={{ [tab]: panels[tab]() }}
    />
  );
}

/** One click that brings those who are shown in, where there is one. */
function WayIn({
  set,
  near,
  count,
}: {
  set: ReturnType<typeof shownSets>[number];
  near: readonly LoosenedMiss[];
  count: number;
}) {
  const [kind, name = ''] = set.value.split(/:(.*)/s);
  if (kind === 'known') return <UnknownButton field={name} more={set.count} count={count} />;
  const miss = near.find(({ condition }) => condition.id === name);
  return miss ? <LoosenButton miss={miss} count={count} /> : null;
}
