import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import type { CreateProblem } from './use-create-segment.ts';

/** The name of a new segment, with the refusal beside it when the name is the reason. */
export function NameField({
  value,
  onValueChange,
  problem,
  autoFocus = false,
}: {
  value: string;
  onValueChange: (name: string) => void;
  problem: CreateProblem | null;
  /** Where the name is the first thing that is asked. */
  autoFocus?: boolean;
}) {
  const isMine = problem?.field === 'name';
  return (
    <Field label="Name" {...(isMine ? { refusal: problem.sentence } : {})}>
      <Input
        size="lg"
        value={value}
        maxLength={120}
        autoComplete="off"
        autoFocus={autoFocus}
        onChange={(event) => onValueChange(event.target.value)}
      />
    </Field>
  );
}

/** What else was refused; the name says it beside itself. */
export function OtherProblem({ problem }: { problem: CreateProblem | null }) {
  if (!problem || problem.field === 'name') return null;
  return (
    <p role="alert" className="text-bad-ink">
      {problem.sentence}
    </p>
  );
}
