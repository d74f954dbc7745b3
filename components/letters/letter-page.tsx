import { FileMenu } from '#components/table/file-menu.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Letter } from '#lib/shared/book-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import { LetterHoldovers } from './letter-holdovers.tsx';
import { LetterTable } from './letter-table.tsx';
import { summaryOf, tiersOf } from './letter-words.ts';
import { PrintButton } from './print-button.tsx';

/** A letter to one rep: what their book holds, what changed and why. Prints on paper without the frame. */
export function LetterPage({
  letter,
  timeZone,
  workspace,
  mayPlan,
}: {
  letter: Letter;
  timeZone: string;
  workspace: string;
  /** The reader comes from the people page, not from their own book. */
  mayPlan: boolean;
}) {
  const { rep, plan, manager } = letter;
  const day = (at: number) => formatDay(dayOfInstant(at, timeZone));
  const here = `/territories/reps/${rep.id}/letter`;
  const asked = plan && !plan.isInForce ? `?version=${plan.number}` : '';
  return (
    <div className="flex min-h-0 flex-1 flex-col print:block">
      <PageHeader
        className="print:hidden"
        crumbs={[
          mayPlan
            ? { label: 'Reps and pools', href: '/territories/reps' }
            : { label: 'My book', href: '/my/book' },
        ]}
        title={`Letter to ${rep.name}`}
        facts={plan ? `${plan.name} v${plan.number}` : 'no plan in force'}
        actions={
          <>
            <FileMenu
              choices={[{ label: 'The book', address: `/api/v1/reps/${rep.id}/letter${asked}` }]}
              variant="secondary"
            />
            <PrintButton />
          </>
        }
      />
      <div className="min-h-0 flex-1 overflow-auto print:overflow-visible">
        <article className="mx-auto max-w-3xl px-6 py-8 text-14 print:max-w-none print:p-0">
          <p className="flex justify-between text-12 text-ink-3">
            <span>{workspace}</span>
            <span>{day(letter.asOf)}</span>
          </p>
          <h2 className="mt-6 text-20 font-semibold">Your book, what changed and why</h2>
          <p className="mt-4">Dear {rep.name},</p>
          <p className="mt-2">
            {plan
              ? `${plan.name}, version ${plan.number}, has been in force since ${day(plan.effectiveAt)}${plan.isInForce ? '' : ` and was followed by a later one on ${day(letter.asOf)}`}.`
              : `There is no plan in force; this is what changed since ${day(letter.sinceAt)}.`}{' '}
            {summaryOf(letter)}
          </p>
          {plan?.note && <p className="mt-2">“{plan.note}”</p>}
          {letter.accounts.length > 0 && <p className="mt-2 text-ink-2">By tier – {tiersOf(letter)}.</p>}
          {letter.came.length > 0 && (
            <section className="mt-6">
              <h3 className="text-16 font-semibold">What came to you</h3>
              <LetterTable label="What came to you" rows={letter.came} other="From" />
            </section>
          )}
          {letter.went.length > 0 && (
            <section className="mt-6">
              <h3 className="text-16 font-semibold">What went to others</h3>
              <LetterTable label="What went to others" rows={letter.went} other="To" />
            </section>
          )}
          <LetterHoldovers holdovers={letter.holdovers} />
          <section className="mt-6">
            <h3 className="text-16 font-semibold">Your accounts</h3>
            {letter.accounts.length === 0 ? (
              <p>Your book holds no account.</p>
            ) : (
              <LetterTable label="Your accounts" rows={letter.accounts} />
            )}
          </section>
          <p className="mt-6">
            {manager
              ? `Questions? Ask ${manager.name}${manager.email === null ? '' : ` (${manager.email})`}.`
              : 'Questions? Ask whoever plans your territory.'}{' '}
            If an account should be with somebody else, ask for a change on its page or under My book.
          </p>
          {letter.versions.length > 1 && (
            <p className="mt-8 border-t border-line pt-3 text-12 text-ink-3 print:hidden">
              Letters about other versions:{' '}
              {letter.versions
                .filter((number) => number !== plan?.number)
                .map((number, at) => (
                  <span key={number}>
                    {at > 0 && ', '}
                    <AppLink href={`${here}?version=${number}`} className="underline">
                      v{number}
                    </AppLink>
                  </span>
                ))}
            </p>
          )}
        </article>
      </div>
    </div>
  );
}
