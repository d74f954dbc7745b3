'use client';
import { FlaskConical } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePlanner } from '#components/territories/planner-context.tsx';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { formatInstant } from '#lib/shared/format.ts';
import { AdoptDialog } from './adopt-dialog.tsx';
import { RebaseDialog } from './rebase-dialog.tsx';
import { archiveScenario } from './scenario-actions.ts';

/** The band under the bar of a page that shows a scenario: what it is, and what can be done with it. */
export function ScenarioBar() {
  const { plan, rights, refresh, timeZone } = usePlanner();
  const router = useRouter();
  const [asking, setAsking] = useState<'rebase' | 'adopt' | null>(null);
  if (!plan.scenario) return null;
  const { of, note, rebasedAt, isArchived } = plan.scenario;
  const canEdit = rights.noRestructure === null;
  return (
    <section
      aria-label="Scenario"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line bg-accent-soft px-4 py-1.5"
    >
      <p className="flex min-w-0 flex-1 basis-72 items-center gap-2">
        <FlaskConical className="size-4 text-accent-ink" aria-hidden />
        <span className="truncate">
          <span className="font-medium">
            {isArchived ? 'A scenario that was put away' : 'A scenario'} of {of.name}.
          </span>{' '}
          <span className="text-ink-2">
            {note ?? 'What you change here leaves the draft alone.'}
            {rebasedAt && ` Re-based ${formatInstant(Date.parse(rebasedAt), timeZone)}.`}
          </span>
        </span>
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button size="sm" variant="ghost" asChild>
          <AppLink href={`/territories/compare?plans=${of.id},${plan.id}`}>Compare with the draft</AppLink>
        </Button>
        {canEdit && isArchived && (
          <Button size="sm" onClick={() => void archiveScenario(plan, false, refresh)}>
            Bring back
          </Button>
        )}
        {canEdit && !isArchived && (
          <>
            <Button size="sm" onClick={() => setAsking('rebase')}>
              Re-base…
            </Button>
            <Button size="sm" variant="primary" onClick={() => setAsking('adopt')}>
              Make this the draft…
            </Button>
          </>
        )}
        {!canEdit && <span className="text-12 text-ink-2">{rights.noRestructure}</span>}
      </div>
      {asking === 'rebase' && (
        <RebaseDialog
          scenario={plan}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            refresh();
          }}
        />
      )}
      {asking === 'adopt' && (
        <AdoptDialog
          scenario={plan}
          planName={of.name}
          refresh={refresh}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            router.push('/territories');
          }}
        />
      )}
    </section>
  );
}
