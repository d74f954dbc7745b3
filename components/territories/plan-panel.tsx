'use client';
import { useState } from 'react';
import { Button } from '#components/ui/button.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { PeekPanel } from '#components/ui/peek-panel.tsx';
import { Switch } from '#components/ui/switch.tsx';
import { formatCount, formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { PlanBook, PlanView } from '#lib/shared/plan-shapes.ts';
import { isOutOfBand } from './book-cells.tsx';
import { OutOfBand } from './out-of-band.tsx';
import { sendPlan } from './plan-actions.ts';
import { planHref } from './plan-href.ts';
import { usePlanner } from './planner-context.tsx';

/** Holders with a target, how many of them are in the band and how many above their cap, before and after. */
export function bandFacts(plan: PlanView, slot: PlanBook['slot']) {
  const books = plan.books.filter((book) => book.slot === slot);
  const inBand = (share: (book: PlanBook) => number | null) => {
    const shares = books.map(share).filter((value) => value !== null);
    return {
      of: shares.length,
      in: shares.filter((value) => !isOutOfBand(value, plan.toleranceRate)).length,
    };
  };
  const overCap = (side: 'before' | 'after') =>
    books.filter((book) => book.maxAccounts !== null && (book[side]?.accounts ?? 0) > book.maxAccounts)
      .length;
  return {
    before: inBand((book) => book.shareBefore),
    after: inBand((book) => book.shareAfter),
    overBefore: overCap('before'),
    overAfter: overCap('after'),
  };
}

/** The plan as a whole, when nothing in it is selected: what publishing would change, and what it does by itself. */
export function PlanPanel({ slot, onShowChanges }: { slot: PlanBook['slot']; onShowChanges: () => void }) {
  const { plan, rights, currency, refresh } = usePlanner();
  const [isBusy, setBusy] = useState(false);
  const facts = bandFacts(plan, slot);
  const broken = plan.territories.filter((territory) => territory.issue !== null);

  async function setPlacesNew(on: boolean): Promise<void> {
    setBusy(true);
    await sendPlan(`/plans/${plan.id}`, {
      method: 'PATCH',
      body: { placesNewAccounts: on },
      ifMatch: plan.version,
    });
    refresh();
    setBusy(false);
  }

  return (
    <div className="flex shrink-0 max-lg:hidden">
      <PeekPanel
        title="The plan"
        width={296}
        header={
          <span className="font-semibold">
            {plan.publishedNumber === null ? 'Not published yet' : `Against v${plan.publishedNumber}`}
          </span>
        }
      >
        <section className="px-4 pb-4">
          {plan.moves === 0 ? (
            <p className="text-ink-2">
              {plan.publishedNumber === null
                ? 'Publishing would give nobody anything yet.'
                : 'Everything lies as published; nothing would move.'}
            </p>
          ) : (
            <>
              <p className="text-20 font-semibold">{formatCount(plan.moves, 'suggested move')}</p>
              <p className="mt-0.5 text-ink-2">
                {formatMoney(plan.movedAmount, currency, { compact: true })} of potential would change
                territory or holder when you publish{plan.scenario ? ' it as the plan' : ''}.
              </p>
              <div className="mt-2 flex gap-2">
                <Button size="sm" onClick={onShowChanges}>
                  Show them
                </Button>
                {rights.noMove === null && (
                  <Button size="sm" variant="ghost" asChild>
                    <AppLink href={planHref(plan, '/territories/review')}>Review</AppLink>
                  </Button>
                )}
              </div>
            </>
          )}
        </section>
        <section className="border-t border-line px-4 py-3">
          <table className="w-full">
            <thead>
              <tr className="text-12 text-ink-3">
                <th className="h-6 text-left font-normal">
                  {slot === 'overlay' ? 'Overlay' : slot.toUpperCase()} books
                </th>
                <th className="text-right font-normal">Published</th>
                <th className="w-20 text-right font-normal">{plan.scenario ? 'Scenario' : 'Draft'}</th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <td className="h-6 text-ink-2">In the band</td>
                <td className="text-right text-ink-2">
                  {facts.before.of === 0 ? '–' : `${facts.before.in} of ${facts.before.of}`}
                </td>
                <td className="text-right font-semibold">
                  {facts.after.of === 0 ? '–' : `${facts.after.in} of ${facts.after.of}`}
                </td>
              </tr>
              <tr>
                <td className="h-6 text-ink-2">Over account cap</td>
                <td className="text-right text-ink-2">{formatNumber(facts.overBefore)}</td>
                <td className="text-right font-semibold">{formatNumber(facts.overAfter)}</td>
              </tr>
            </tbody>
          </table>
        </section>
        <OutOfBand slot={slot} />
        {broken.length > 0 && (
          <section className="border-t border-line bg-caution-soft px-4 py-3 text-caution-ink">
            <p className="font-medium">The plan cannot be published:</p>
            <ul>
              {broken.map((territory) => (
                <li key={territory.id}>
                  {territory.name}: {territory.issue}
                </li>
              ))}
            </ul>
          </section>
        )}
        {plan.scenario === null && (
          <section className="flex flex-col gap-1 border-t border-line px-4 py-3">
            <Switch
              checked={plan.placesNewAccounts}
              disabled={isBusy || rights.noRestructure !== null}
              onCheckedChange={(on) => void setPlacesNew(on)}
            >
              Place new accounts by itself
            </Switch>
            <p className="text-12 text-ink-3">
              {plan.placesNewAccounts
                ? 'After an import, accounts that nobody holds go where the published version puts them. Nothing else moves by itself.'
                : 'New accounts wait under Unassigned until you publish again.'}
              {rights.noRestructure !== null && ` ${rights.noRestructure}`}
            </p>
          </section>
        )}
      </PeekPanel>
    </div>
  );
}
