'use client';
import { Button } from '#components/ui/button.tsx';
import { SkeletonRows } from '#components/ui/skeleton.tsx';
import type { ImportOptions } from '#lib/imports/options.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import { DryRunFigures } from './dry-run-figures.tsx';
import { EffectList } from './effect-list.tsx';
import { acceptSpellings, setOutcome } from './options-draft.ts';
import { ProblemLists } from './problem-lists.tsx';
import { SpellingList } from './spelling-list.tsx';
import { StageList } from './stage-list.tsx';
import type { ImportControl } from './use-import.ts';
import { applyWords } from './words.ts';

/** The right pane: what the file would do, what to settle, and the button that does it. */
export function CheckPanel({ control, options }: { control: ImportControl; options: ImportOptions | null }) {
  const { detail, isStale, change, act } = control;
  const { report, rows } = detail;
  const issues = report?.issues ?? [];
  const openSpellings = report?.spellings.filter((row) => row.reason !== 'wording').length ?? 0;
  const waiting = report?.questions.length ?? 0;
  const reason =
    issues.length > 0
      ? (issues.find((issue) => issue.path === '/file')?.message ?? 'Mend the mapping first.')
      : isStale
        ? 'The file is being checked.'
        : rows.created + rows.updated === 0
          ? 'No row would change anything.'
          : undefined;
  return (
    <aside
      aria-label="Dry run"
      className="flex min-h-0 flex-col border-l border-line max-lg:border-t max-lg:border-l-0"
    >
      <div className="min-h-0 flex-1 overflow-auto">
        <section className="border-b border-line px-4 pt-2.5 pb-2" aria-live="polite">
          <div className="flex items-baseline gap-2">
            <h2 className="text-14">Dry run</h2>
            <span className="text-12 text-ink-3">nothing is written yet</span>
            <span className="ml-auto text-12 text-ink-3">
              {isStale
                ? 'checking …'
                : report
                  ? `${formatNumber(report.elapsedMs / 1000, { digits: 1 })} s`
                  : ''}
            </span>
          </div>
          {report ? (
            <DryRunFigures rows={rows} isStale={isStale} />
          ) : (
            <SkeletonRows rows={4} label="Checking the file" />
          )}
        </section>
        {issues.length > 0 && (
          <section className="border-b border-line bg-bad-soft px-4 py-2">
            <h2 className="text-13">Before it can run</h2>
            <ul className="mt-1 grid gap-1 text-bad-ink">
              {issues.map((issue) => (
                <li key={`${issue.path}${issue.code}`}>{issue.message}</li>
              ))}
            </ul>
          </section>
        )}
        {report && options && (
          <>
            <StageList
              stages={report.stages}
              onOutcome={(name, outcome) => change(setOutcome(options, report.stages, name, outcome))}
            />
            <SpellingList
              report={report}
              onAccept={(accepted) => change(acceptSpellings(options, accepted))}
            />
            <ProblemLists detail={detail} />
            <EffectList report={report} isStale={isStale} />
          </>
        )}
      </div>
      <footer className="border-t border-line px-4 py-3">
        <p className="mb-2 text-12 text-ink-3">
          {waiting > 0
            ? `${formatCount(waiting, 'column')} ${waiting === 1 ? 'waits for your answer and stays' : 'wait for your answer and stay'} out.`
            : 'Everything can be undone afterwards.'}
        </p>
        {openSpellings > 0 && (
          <p className="mb-2 text-12 text-caution-ink">
            {formatCount(openSpellings, 'spelling')} {openSpellings === 1 ? 'is' : 'are'} not accepted yet and
            would come in as written.
          </p>
        )}
        <div className="flex items-center gap-2">
          <Button onClick={() => act('cancel')}>Cancel</Button>
          <span className="flex-1" />
          <Button
            variant="primary"
            busy={detail.status === 'checking' && !report}
            {...(reason ? { reason } : {})}
            onClick={() => act('apply')}
          >
            {applyWords(rows)}
          </Button>
        </div>
      </footer>
    </aside>
  );
}
