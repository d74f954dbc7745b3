'use client';
import { useState } from 'react';
import { NumberInput } from '#components/ui/number-input.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { bodyCell, headCell } from './cells.ts';

/** Tiers sized to capacity: how many accounts of each a number of people can carry, highest tier first. */
export function TierTable({
  view,
  onPeople,
}: {
  view: CapacityView;
  onPeople: (people: number | null) => void;
}) {
  const [draft, setDraft] = useState<number | null>(view.people);
  const commit = () => {
    if (draft !== null && draft >= 0 && Math.round(draft) !== view.people) onPeople(Math.round(draft));
    else setDraft(view.people);
  };
  const [top] = view.tiers;
  return (
    <section aria-label="Tiers sized to capacity" className="flex flex-col gap-2">
      <SectionHeader title="Tiers sized to capacity" fact="highest tier first, within account caps" />
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          commit();
        }}
      >
        <span>With</span>
        <NumberInput
          aria-label="People at full capacity"
          unit="people"
          className="w-28"
          value={draft}
          onValueChange={setDraft}
          onBlur={commit}
        />
        <span className="text-ink-2">
          at full ramp
          {view.touchesEach !== null && `, ${formatNumber(view.touchesEach, { digits: 0 })} touches each`}
          {top && top.most !== null && `: at most ${formatCount(top.most, 'account')} of ${top.name} alone.`}
        </span>
      </form>
      <TableScroll label="Tiers sized to capacity">
        <table className="w-full border-collapse text-right">
          <thead>
            <tr>
              <th className={`${headCell} text-left`}>Tier</th>
              <th className={headCell}>Touches each</th>
              <th className={headCell}>Cap a person</th>
              <th className={headCell}>Accounts</th>
              <th className={headCell}>Touches</th>
              <th className={headCell}>Carried</th>
              <th className={headCell}>Left over</th>
              <th className={headCell}>Most alone</th>
            </tr>
          </thead>
          <tbody>
            {view.tiers.map((tier) => {
              const left = tier.accounts - tier.carried;
              return (
                <tr key={tier.id}>
                  <td className={`${bodyCell} text-left font-medium`}>{tier.name}</td>
                  <td className={bodyCell}>
                    {formatNumber(tier.touchesFrom)}–{formatNumber(tier.touchesTo)}
                  </td>
                  <td className={bodyCell}>
                    {tier.capAccounts === null ? (
                      <span className="text-ink-3">no cap</span>
                    ) : (
                      formatNumber(tier.capAccounts)
                    )}
                  </td>
                  <td className={bodyCell}>{formatNumber(tier.accounts)}</td>
                  <td className={bodyCell}>{formatNumber(Math.round(tier.touches))}</td>
                  <td className={`${bodyCell} font-semibold`}>{formatNumber(tier.carried)}</td>
                  <td className={`${bodyCell} ${left > 0 ? 'font-medium text-caution-ink' : 'text-ink-3'}`}>
                    {formatNumber(left)}
                  </td>
                  <td className={bodyCell}>{tier.most === null ? 'no limit' : formatNumber(tier.most)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}
