import { CircleAlert } from 'lucide-react';
import { AppLink } from '#components/ui/app-link.tsx';
import { Button } from '#components/ui/button.tsx';
import { SectionHeader } from '#components/ui/section-header.tsx';
import type { Issue } from '#lib/shared/errors.ts';
import { formatCount, formatNumber } from '#lib/shared/format.ts';
import type { Impact } from '#lib/shared/segment-shapes.ts';
import { ImpactView } from './impact-view.tsx';
import { PublishForm } from './publish-form.tsx';
import { RuleChanges } from './rule-changes.tsx';
import { RuleWords } from './words.tsx';

/** The change in words and the publish at the left, who is concerned at the right. */
export function PublishReview({
  segment,
  impact,
  entity,
  currency,
  refusal,
  mayExport,
}: {
  segment: { id: string; name: string };
  impact: Impact;
  entity: 'account' | 'contact';
  currency: string;
  refusal: string | null;
  mayExport: boolean;
}) {
  return (
    <div className="flex min-h-0 flex-1 max-lg:flex-col max-lg:overflow-auto">
      <section className="flex w-[376px] shrink-0 flex-col gap-4 overflow-auto border-r border-line px-4 py-4 max-lg:w-full max-lg:border-r-0 max-lg:border-b">
        <div className="flex flex-col gap-2">
          <SectionHeader title="What it will say" />
          <p className="text-ink-2">
            <RuleWords words={impact.sentence} />.
          </p>
        </div>
        <div className="flex flex-col gap-2">
          <SectionHeader
            title="What changes"
            fact={impact.previousSentence ? `against v${impact.number - 1}` : undefined}
          />
          {impact.changes.length > 0 ? (
            <RuleChanges changes={impact.changes} />
          ) : (
            <p className="text-ink-2">
              {impact.previousSentence
                ? 'The rule says the same as the version in force.'
                : 'This is the first version, so everybody in it is new.'}
            </p>
          )}
        </div>
        {impact.usedBy.length > 0 && (
          <p className="text-ink-2">
            Also changes who is in{' '}
            {impact.usedBy.map((use, index) => (
              <span key={`${use.kind}-${use.id}`}>
                {index > 0 && ', '}
                <strong className="font-medium text-ink">{use.name}</strong>
              </span>
            ))}
            , which {impact.usedBy.length === 1 ? 'asks' : 'ask'} about it.
          </p>
        )}
        {impact.pins.in + impact.pins.out > 0 && (
          <p className="text-ink-2">
            Whatever the rule says, {formatCount(impact.pins.in, entity)} pinned in and{' '}
            {formatNumber(impact.pins.out)} kept out stay so.{' '}
            <AppLink href={`/segments/${segment.id}/pins`} className="underline">
              See the pins
            </AppLink>
          </p>
        )}
        <PublishForm
          segment={segment}
          number={impact.number}
          version={impact.version}
          entity={entity}
          total={impact.entering + impact.leaving}
          refusal={refusal}
        />
      </section>
      <ImpactView
        segment={segment}
        impact={impact}
        entity={entity}
        currency={currency}
        mayExport={mayExport}
      />
    </div>
  );
}

/** The draft cannot be published: what must be settled, each in a sentence. */
export function NotPublishable({
  segmentId,
  sentence,
  issues,
}: {
  segmentId: string;
  sentence: string;
  issues: Issue[];
}) {
  return (
    <div className="flex max-w-2xl flex-col gap-3 px-4 py-4">
      <h2 className="text-14">The draft cannot be published yet.</h2>
      <ul className="flex flex-col gap-1.5">
        {(issues.length > 0 ? issues : [{ path: '', code: '', message: sentence }]).map((issue) => (
          <li key={`${issue.path}-${issue.code}`} className="flex items-start gap-2 text-ink-2">
            <CircleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-caution-ink" />
            {issue.message}
          </li>
        ))}
      </ul>
      <div>
        <Button asChild variant="primary">
          <AppLink href={`/segments/${segmentId}`}>Back to the rule</AppLink>
        </Button>
      </div>
    </div>
  );
}
