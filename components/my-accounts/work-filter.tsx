'use client';
import { ListFilter } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Popover } from '#components/ui/popover.tsx';
import { Select } from '#components/ui/select.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { formatNumber } from '#lib/shared/format.ts';
import type { WorkList } from '#lib/shared/work-shapes.ts';

const ANY = 'any';

/** What a list of work is narrowed to; every choice lives in the address. */
export function WorkFilter({
  list,
  tiers,
  params,
  onChange,
}: {
  list: WorkList;
  tiers: readonly { id: string; name: string }[];
  params: URLSearchParams;
  onChange: (change: Record<string, string | null>) => void;
}) {
  const active = ['q', 'tier', 'customers', 'doNotContact'].filter((key) => params.has(key)).length;
  return (
    <Popover
      align="end"
      label="Filter the list"
      className="w-72"
      trigger={
        <Button variant="ghost" size="sm">
          <ListFilter aria-hidden />
          Filter
          {active > 0 && <span className="text-accent-ink">{active}</span>}
        </Button>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const text = new FormData(event.currentTarget).get('q');
          onChange({ q: typeof text === 'string' && text.trim() ? text.trim() : null });
        }}
        className="flex flex-col gap-3"
      >
        <Input
          name="q"
          aria-label="Name contains"
          placeholder="Name contains"
          defaultValue={params.get('q') ?? ''}
          data-page-search
        />
        <Select
          label="Tier"
          prefix="Tier"
          value={params.get('tier') ?? ANY}
          onValueChange={(tier) => onChange({ tier: tier === ANY ? null : tier })}
          options={[
            { value: ANY, label: 'any' },
            ...tiers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <Switch
          checked={list.book.withCustomers}
          onCheckedChange={(on) => onChange({ customers: String(on) })}
        >
          Also {formatNumber(list.book.customers)} customers
        </Switch>
        <Switch
          checked={params.get('doNotContact') === 'true'}
          onCheckedChange={(on) => onChange({ doNotContact: on ? 'true' : null })}
        >
          Also {formatNumber(list.book.doNotContact)} not to contact
        </Switch>
        {active > 0 && (
          <Button
            size="sm"
            onClick={() => onChange({ q: null, tier: null, customers: null, doNotContact: null })}
          >
            Clear the filter
          </Button>
        )}
      </form>
    </Popover>
  );
}
