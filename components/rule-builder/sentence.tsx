'use client';
import { Clock } from 'lucide-react';
import { RuleWords } from '#components/segments/words.tsx';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { describeTokens } from '#lib/rules/describe.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { CopyAs } from './copy-as/copy-as.tsx';

/** The rule as one sentence, with the dates it means today, and ways to take it along. */
export function Sentence({
  definition,
  words,
  name = null,
  segmentId,
}: {
  definition: SegmentDefinition;
  words: DescribeContext;
  /** What a copy of the rule is called. */
  name?: string | null;
  /** The segment whose rule it is. */
  segmentId?: string;
}) {
  const tokens = describeTokens(definition, words);
  return (
    <section
      aria-label="The rule in words"
      className="max-h-56 shrink-0 overflow-auto border-t border-line bg-panel px-4 pt-3 pb-2.5"
    >
      <p className="mb-2 leading-[19px] text-ink-2">
        <RuleWords words={tokens} />.
      </p>
      <div className="flex flex-wrap items-center gap-x-3 text-12 text-ink-3">
        <span className="flex items-center gap-1">
          <Clock className="size-3.5" aria-hidden />
          Days in {words.calendar?.timeZone}
        </span>
        <span className="ml-auto">
          <CopyAs definition={definition} words={words} name={name} segmentId={segmentId} />
        </span>
      </div>
    </section>
  );
}
