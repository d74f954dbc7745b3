'use client';
import { useState } from 'react';
import { ApiProblem, problemText } from '#components/api-client.ts';
import type { Chosen } from '#components/table/use-chosen.ts';
import { Button } from '#components/ui/button.tsx';
import { DateInput } from '#components/ui/date-input.tsx';
import { Dialog } from '#components/ui/dialog.tsx';
import { Field } from '#components/ui/field.tsx';
import { Input } from '#components/ui/input.tsx';
import { RadioGroup } from '#components/ui/radio-group.tsx';
import { keysInText } from '#lib/imports/list-keys.ts';
import { formatCount } from '#lib/shared/format.ts';
import type { PinOutcome } from '#lib/shared/pin-shapes.ts';
import { KeysField } from './keys-field.tsx';
import { KeyLines } from './key-lines.tsx';
import { type PinnedSegment, type PinSide, sendPins } from './pin-actions.ts';

/** Records that are known already: chosen in a list, or one with its `name`. */
export type PinSubject = Pick<Chosen, 'count' | 'ids'> & { name?: string | undefined };
type Problem = { sentence: string; field: string | null };

/** Who is to be pinned, on which side, why and until when; lines that name nobody stay to be looked at. */
export function PinDialog({
  segment,
  subject,
  startSide = 'in',
  onClose,
  onPinned,
}: {
  segment: PinnedSegment;
  /** Without it the dialog asks whom. */
  subject?: PinSubject;
  startSide?: PinSide;
  onClose: () => void;
  onPinned: (outcome: PinOutcome, side: PinSide) => void;
}) {
  const { entity } = segment;
  const isList = segment.kind === 'list';
  const whom = subject ? (subject.name ?? formatCount(subject.count, entity)) : `${entity}s`;
  const [side, setSide] = useState<PinSide>(startSide);
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const [until, setUntil] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [notFound, setNotFound] = useState<string[]>([]);
  const records = keysInText(text);
  const shownBeside = new Set(subject ? ['reason', 'expiresOn'] : ['records', 'reason', 'expiresOn']);
  const refusal =
    !subject && records.length === 0
      ? `Name at least one ${entity}.`
      : reason.trim() === ''
        ? 'Say why: people will ask.'
        : undefined;
  const refusedAt = (field: string) => (problem?.field === field ? { refusal: problem.sentence } : {});

  async function pin(): Promise<void> {
    setBusy(true);
    setProblem(null);
    try {
      const who = subject ? await subject.ids() : records;
      const how = { side, reason, expiresOn: until === '' ? null : until };
      const outcome = await sendPins(segment.id, who, how);
      setNotFound(outcome.notFound);
      if (outcome.notFound.length > 0) setText('');
      onPinned(outcome, side);
    } catch (error) {
      const issue = error instanceof ApiProblem ? error.issues[0] : undefined;
      setProblem({
        sentence: issue?.message ?? problemText(error),
        field: issue?.path.split('/')[1] ?? null,
      });
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isList ? `Add to ${segment.name}` : `Pin ${whom}`}
      description={
        isList
          ? 'They stay on the list until somebody takes them off.'
          : `It takes effect at once, for everything that asks about ${segment.name}.`
      }
      footer={
        <>
          <Button onClick={onClose}>{notFound.length > 0 ? 'Close' : 'Cancel'}</Button>
          <Button variant="primary" busy={busy} reason={refusal} onClick={() => void pin()}>
            {isList ? 'Add them' : side === 'in' ? 'Pin in' : 'Keep out'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {!isList && (
          <RadioGroup
            label="Which way"
            value={side}
            onValueChange={setSide}
            options={[
              { value: 'in', label: 'Put in', hint: 'A member, also where the rule does not find it.' },
              { value: 'out', label: 'Keep out', hint: 'No member, also where the rule finds it.' },
            ]}
          />
        )}
        {!subject && (
          <KeysField entity={entity} value={text} onValueChange={setText} {...refusedAt('records')} />
        )}
        <KeyLines
          title={`No ${entity} here for ${formatCount(notFound.length, 'line')}; left out`}
          lines={notFound}
        />
        <Field label="Reason" {...refusedAt('reason')}>
          <Input
            autoFocus={subject !== undefined}
            value={reason}
            maxLength={300}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
        <Field
          label="Last day"
          optional
          hint="Runs out at the midnight after it."
          {...refusedAt('expiresOn')}
        >
          <DateInput value={until} onValueChange={setUntil} className="max-w-44" />
        </Field>
        {problem && !shownBeside.has(problem.field ?? '') && (
          <p role="alert" className="text-bad-ink">
            {problem.sentence}
          </p>
        )}
      </div>
    </Dialog>
  );
}
