'use client';
import type { Route } from 'next';
import { usePathname, useRouter } from 'next/navigation';
import { useTransition } from 'react';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { Select } from '#components/ui/select.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { VersionDifference } from '#lib/shared/segment-shapes.ts';
import { RuleChanges } from './rule-changes.tsx';

/** Any two versions against each other; which ones stands in the address. */
export function VersionCompare({
  numbers,
  difference,
  entity,
}: {
  /** Of all versions, the newest first. */
  numbers: number[];
  difference: VersionDifference;
  entity: 'account' | 'contact';
}) {
  const router = useRouter();
  const pathname = usePathname();
  const [isPending, startTransition] = useTransition();
  const { from, to, changes, members } = difference;
  const options = numbers.map((number) => ({ value: String(number), label: `Version ${number}` }));
  const choose = (next: { from: string; to: string }) =>
    startTransition(() =>
      router.replace(`${pathname}?from=${next.from}&to=${next.to}` as Route, { scroll: false }),
    );
  return (
    <section className={`flex flex-col gap-2 border-b border-line px-4 py-3 ${isPending ? 'is-stale' : ''}`}>
      <SectionHeader
        title="Compare"
        actions={
          <>
            <Select
              label="From version"
              value={String(from)}
              onValueChange={(value) => choose({ from: value, to: String(to) })}
              options={options}
            />
            <span aria-hidden>→</span>
            <Select
              label="To version"
              value={String(to)}
              onValueChange={(value) => choose({ from: String(from), to: value })}
              options={options}
            />
          </>
        }
      />
      {changes.length > 0 ? (
        <RuleChanges changes={changes} />
      ) : (
        <p className="text-ink-2">Both say the same.</p>
      )}
      <p className="text-ink-2">
        {members
          ? `Today version ${from} would find ${formatCount(members.before, entity)} and version ${to} would find ${formatNumber(members.after)}: ${formatNumber(members.entering)} in, ${formatNumber(members.leaving)} out.`
          : 'One of the two rules cannot be answered any more, so their members are not compared.'}
      </p>
    </section>
  );
}
