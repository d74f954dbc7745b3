import { FileMenu } from '#components/table/file-menu.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { PageHeader } from '#components/ui/page-header.tsx';
import type { Letter } from '#lib/shared/book-shapes.ts';
import { LetterBody } from './letter-body.tsx';
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
  const { rep, plan } = letter;
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
        <LetterBody letter={letter} timeZone={timeZone} workspace={workspace}>
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
        </LetterBody>
      </div>
    </div>
  );
}
