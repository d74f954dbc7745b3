'use client';
import { useEffect, useRef, useState } from 'react';
import { NumberInput } from '#components/ui/number-input.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import { TableScroll } from '#components/ui/table-scroll.tsx';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { CapacityView } from '#lib/shared/capacity-shapes.ts';
import { bodyCell, headCell } from './cells.ts';

/** A number is asked for once nobody has typed for so long. */
const TYPED_MS = 400;

/** Tiers sized to capacity: how many accounts of each a number of people can carry, highest tier first. */
export function TierTable({
  view,
  onPeople,
}: {
  view: CapacityView;
  onPeople: (people: number | null) => void;
}) {
  /** What was typed and is not asked for yet; undefined = nothing. */
  const [draft, setDraft] = useState<number | null>();
  const waiting = useRef<number>(undefined);
  useEffect(() => () => window.clearTimeout(waiting.current), []);
  const ask = (people: number | null | undefined) => {
    window.clearTimeout(waiting.current);
    if (typeof people === 'number' && people >= 0 && Math.round(people) !== view.people) {
      onPeople(Math.round(people));
    }
  };
  const type = (people: number | null) => {
    setDraft(people);
    window.clearTimeout(waiting.current);
    waiting.current = window.setTimeout(() => ask(people), TYPED_MS);
  };
  const [top] = view.tiers;
  return (
    <section aria-label="Tiers sized to capacity" className="flex flex-col gap-2">
      <SectionHeader title="Tiers sized to capacity" fact="highest tier first, within account caps" />
      <form
        className="flex flex-wrap items-center gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          ask(draft);
        }}
      >
        <span>With</span>
        <NumberInput
          aria-label="People at full capacity"
          unit="people"
          className="w-28"
          value={draft === undefined ? view.people : draft}
          onValueChange={type}
          onBlur={() => {
            ask(draft);
            setDraft(undefined);
          }}
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
