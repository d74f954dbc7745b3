'use client';
import { Button } from '#components/ui/button.tsx';
import { Callout } from '#components/ui/callout.tsx';
import { readDateParts, toEpochDay } from '#lib/imports/dates.ts';
import type { ImportQuestion } from '#lib/imports/import-view.ts';
import { formatDay } from '#lib/shared/format.ts';

function reading(example: string, order: 'dmy' | 'mdy'): string | null {
  const parts = readDateParts(example, order);
  const day = parts && toEpochDay(parts);
  return day === null ? null : formatDay(day);
}

/** An ambiguous date order is asked, never guessed. */
export function QuestionBand({
  question,
  onAnswer,
}: {
  question: ImportQuestion;
  onAnswer: (format: 'D/M/YYYY' | 'M/D/YYYY') => void;
}) {
  const [day, month] = [reading(question.example, 'dmy'), reading(question.example, 'mdy')];
  return (
    <Callout
      tone="question"
      title={`Is ${question.example} in “${question.column}” ${day ?? 'day first'} or ${month ?? 'month first'}?`}
      actions={
        <>
          <Button onClick={() => onAnswer('D/M/YYYY')}>Day first{day && ` · ${day}`}</Button>
          <Button onClick={() => onAnswer('M/D/YYYY')}>Month first{month && ` · ${month}`}</Button>
        </>
      }
    >
      {question.detail}
    </Callout>
  );
}
