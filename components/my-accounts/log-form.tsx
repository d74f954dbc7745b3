'use client';
import { Mail, Phone, Users } from 'lucide-react';
import { Button } from '#components/ui/button.tsx';
import { Input } from '#components/ui/input.tsx';
import { Kbd } from '#components/ui/kbd.tsx';
import { Segmented } from '#components/ui/segmented.tsx';
import { Select } from '#components/ui/select.tsx';
import { changeDraft, channelLabels, type LogDraft, outcomeLabels, outcomesFor } from './log-draft.ts';

const NOBODY = 'nobody';
const NO_OUTCOME = 'none';

const types: { value: LogDraft['type']; label: string }[] = [
  { value: 'touch', label: 'Touch' },
  { value: 'reply', label: 'Reply' },
  { value: 'meeting', label: 'Meeting' },
];

const channelOptions = [
  {
    value: 'email' as const,
    name: 'Email',
    label: (
      <>
        <Mail aria-hidden />
        <span className="max-sm:hidden">Email</span>
      </>
    ),
  },
  { value: 'call' as const, name: 'Call', label: <Phone aria-hidden /> },
  { value: 'social' as const, name: 'Social', label: <Users aria-hidden /> },
];
const otherChannels = ['event', 'in_person'] as const;

/** Logs a touch, reply or meeting: kind, channel, outcome, contact, note. `pace` says what it would make of the month. */
export function LogForm({
  draft,
  onDraftChange,
  people,
  pace,
  busy,
  problem,
  onLog,
  submitLabel = 'Log and next',
}: {
  draft: LogDraft;
  onDraftChange: (draft: LogDraft) => void;
  people: readonly { id: string; name: string | null }[];
  pace?: string | undefined;
  busy: boolean;
  problem: string | null;
  onLog: () => void;
  submitLabel?: string;
}) {
  const change = (next: Partial<LogDraft>) => onDraftChange(changeDraft(draft, next));
  const isBooked = draft.type === 'meeting' && draft.outcome === 'meeting_booked';
  const channels = otherChannels.some((channel) => channel === draft.channel)
    ? [
        ...channelOptions,
        { value: draft.channel, name: channelLabels[draft.channel], label: channelLabels[draft.channel] },
      ]
    : channelOptions;
  return (
    <form
      aria-label="Log a touch"
      onSubmit={(event) => {
        event.preventDefault();
        onLog();
      }}
      className="flex flex-col gap-2"
    >
      <div className="flex items-center gap-2">
        <Select
          label="What to log"
          size="sm"
          variant="soft"
          value={draft.type}
          onValueChange={(type) => change({ type })}
          options={types}
        />
        {pace && <span className="truncate text-12 text-ink-3">{pace}</span>}
      </div>
      <div className="flex flex-wrap items-center gap-2">
        <Segmented
          label="Channel"
          value={draft.channel}
          onValueChange={(channel) => change({ channel })}
          options={channels}
        />
        <Select
          label="Outcome"
          value={draft.outcome ?? NO_OUTCOME}
          onValueChange={(outcome) =>
            change({ outcome: outcome === NO_OUTCOME ? null : (outcome as LogDraft['outcome']) })
          }
          options={[
            ...(draft.type === 'touch' ? [{ value: NO_OUTCOME, label: 'No outcome yet' }] : []),
            ...outcomesFor(draft).map((outcome) => ({
              value: outcome as string,
              label: outcomeLabels[outcome],
            })),
          ]}
        />
        <Select
          label="With"
          className="max-w-40"
          value={draft.contactId ?? NOBODY}
          onValueChange={(id) => change({ contactId: id === NOBODY ? null : id })}
          options={[
            { value: NOBODY, label: 'Nobody in particular' },
            ...people.map(({ id, name }) => ({ value: id, label: name ?? '(no name)' })),
          ]}
        />
      </div>
      {isBooked && (
        <label className="flex items-center gap-2 text-12 text-ink-2">
          When
          <Input
            type="datetime-local"
            value={draft.scheduledFor}
            onChange={(event) => change({ scheduledFor: event.target.value })}
          />
        </label>
      )}
      <div className="flex items-center gap-2">
        <Input
          aria-label="Note"
          placeholder="Note"
          value={draft.note}
          maxLength={5_000}
          onChange={(event) => change({ note: event.target.value })}
          className="min-w-0 flex-1"
        />
        <Button variant="primary" type="submit" busy={busy}>
          {submitLabel}
          {submitLabel === 'Log and next' && <Kbd>L</Kbd>}
        </Button>
      </div>
      {problem && (
        <p role="alert" className="text-12 text-bad-ink">
          {problem}
        </p>
      )}
    </form>
  );
}
