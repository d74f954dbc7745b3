'use client';
import { ApiProblem, problemText } from '#components/api-client.ts';
import { Button } from '#components/ui/button.tsx';

export type Refusal = {
  text: string;
  /** Somebody changed the plan meanwhile. */
  isConflict: boolean;
};

/** What came back instead of a publish or an answer. */
export function refusalOf(error: unknown): Refusal {
  return { text: problemText(error), isConflict: error instanceof ApiProblem && error.status === 409 };
}

/** A refusal in the server's words, with the way to the plan as it is by now where it was changed meanwhile. */
export function PlanRefusal({
  refusal: { text, isConflict },
  onShowNewer,
}: {
  refusal: Refusal;
  onShowNewer: () => void;
}) {
  return (
    <p role="alert" className="flex flex-wrap items-center gap-2 text-bad-ink">
      {text}
      {isConflict && (
        <Button size="sm" onClick={onShowNewer}>
          Show the newer plan
        </Button>
      )}
    </p>
  );
}
