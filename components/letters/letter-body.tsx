import type { ReactNode } from 'react';
import { cn } from '#components/ui/cn.ts';
import type { Letter } from '#lib/shared/book-shapes.ts';
import { dayOfInstant } from '#lib/shared/days.ts';
import { formatDay } from '#lib/shared/format.ts';
import { LetterHoldovers } from './letter-holdovers.tsx';
import { LetterTable } from './letter-table.tsx';
import { summaryOf, tiersOf } from './letter-words.ts';

/** The letter itself, as it stands on the page and on paper. */
export function LetterBody({
  letter,
  timeZone,
  workspace,
  className,
  children,
}: {
  letter: Letter;
  timeZone: string;
  workspace: string;
  className?: string;
  /** What stands under it on the screen. */
  children?: ReactNode;
}) {
  const { rep, plan, manager } = letter;
  const day = (at: number) => formatDay(dayOfInstant(at, timeZone));
  return (
    <article
      aria-label={`Letter to ${rep.name}`}
      className={cn('mx-auto max-w-3xl px-6 py-8 text-14 print:max-w-none print:p-0', className)}
    >
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
        {summaryOf(letter)} {tiersOf(letter)}
      </p>
      {plan?.note && <p className="mt-2">What the plan says about it: “{plan.note}”</p>}
      {letter.came.length > 0 && (
        <Part title="What came to you">
          <LetterTable label="What came to you" to={rep.name} rows={letter.came} other="From" />
        </Part>
      )}
      {letter.went.length > 0 && (
        <Part title="What went to others">
          <LetterTable label="What went to others" to={rep.name} rows={letter.went} other="To" />
        </Part>
      )}
      {letter.holdovers.length > 0 && (
        <Part title="Deals that stay where they are">
          <LetterHoldovers holdovers={letter.holdovers} />
        </Part>
      )}
      <Part title="Your accounts">
        {letter.accounts.length === 0 ? (
          <p>Your book holds no account.</p>
        ) : (
          <LetterTable label="Your accounts" to={rep.name} rows={letter.accounts} />
        )}
      </Part>
      <p className="mt-6 break-inside-avoid">
        {manager
          ? `Questions? Ask ${manager.name}${manager.email === null ? '' : ` (${manager.email})`}.`
          : 'Questions? Ask whoever plans your territory.'}{' '}
        If an account should be with somebody else, ask for a change on its page or under My book.
      </p>
      {children}
    </article>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-6">
      <h3 className="break-after-avoid text-16 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
