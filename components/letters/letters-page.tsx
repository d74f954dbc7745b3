import { EmptyState } from '#components/ui/empty-state.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Letter } from '#lib/shared/book-shapes.ts';
import { formatCount } from '#lib/shared/format.ts';
import { LetterBody } from './letter-body.tsx';
import { PrintButton } from './print-button.tsx';

/** The letters to everybody, one under the other; on paper each begins on a page of its own. */
export function LettersPage({
  letters,
  timeZone,
  workspace,
}: {
  letters: readonly Letter[];
  timeZone: string;
  workspace: string;
}) {
  const plan = letters[0]?.plan ?? null;
  return (
    <div className="flex min-h-0 flex-1 flex-col print:block">
      <PageHeader
        className="print:hidden"
        crumbs={[{ label: 'Reps and pools', href: '/territories/reps' }]}
        title="Letters to everybody"
        facts={`${formatCount(letters.length, 'letter')}${plan ? ` · ${plan.name} v${plan.number}` : ''}`}
        actions={letters.length > 0 && <PrintButton />}
      />
      <div className="min-h-0 flex-1 overflow-auto print:overflow-visible print:[page:letters]">
        {letters.length === 0 && (
          <EmptyState title="There is nobody to write to.">
            Reps get a letter once they hold accounts or are at work. Import reps or add them.
          </EmptyState>
        )}
        {letters.map((letter, at) => (
          <LetterBody
            key={letter.rep.id}
            letter={letter}
            timeZone={timeZone}
            workspace={workspace}
            className={at > 0 ? 'border-t border-line break-before-page print:border-0' : ''}
          />
        ))}
      </div>
    </div>
  );
}
