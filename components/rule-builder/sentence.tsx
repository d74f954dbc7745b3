'use client';
import { Clock } from 'lucide-react';
import { api } from '#components/api-client.ts';
import { problemText } from '#components/segments/segment-actions.ts';
import { RuleWords } from '#components/segments/words.tsx';
import { Button } from '#components/ui/button.tsx';
import { copyText } from '#components/ui/code-block.tsx';
import { toastError } from '#components/ui/toast.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';
import { describeTokens } from '#lib/rules/describe.ts';
import type { DescribeContext } from '#lib/rules/describe.ts';
import { toText } from '#lib/rules/describe/phrase.ts';
import { jsonLogicShape } from '#lib/shared/segment-activity-shapes.ts';

/** Asks the server, which knows what relative dates and other segments mean. */
async function copyAsJsonLogic(definition: SegmentDefinition): Promise<void> {
  try {
    const { logic } = await api('/segments/json-logic', {
      method: 'POST',
      body: { definition },
      schema: jsonLogicShape,
    });
    await copyText(JSON.stringify(logic, null, 2), 'JsonLogic');
  } catch (error) {
    toastError(problemText(error));
  }
}

/** The rule as one sentence, with the dates it means today, and ways to take it along. */
export function Sentence({ definition, words }: { definition: SegmentDefinition; words: DescribeContext }) {
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
        <span className="ml-auto">Copy as</span>
        <Button
          variant="link"
          className="text-12"
          onClick={() => void copyText(`${toText(tokens)}.`, 'Sentence')}
        >
          Text
        </Button>
        <Button
          variant="link"
          className="text-12"
          onClick={() => void copyText(JSON.stringify(definition, null, 2), 'Rule')}
        >
          JSON
        </Button>
        <Button variant="link" className="text-12" onClick={() => void copyAsJsonLogic(definition)}>
          JsonLogic
        </Button>
      </div>
    </section>
  );
}
