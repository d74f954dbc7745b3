import type { ActivityInput } from '#lib/shared/activity-shapes.ts';

/** What is being logged, before it is sent. `scheduledFor` is what a datetime-local input holds. */
export type LogDraft = {
  type: 'touch' | 'reply' | 'meeting';
  channel: NonNullable<ActivityInput['channel']>;
  outcome: ActivityInput['outcome'];
  contactId: string | null;
  note: string;
  scheduledFor: string;
};

type Outcome = NonNullable<ActivityInput['outcome']>;

export const outcomeLabels: Record<Outcome, string> = {
  positive_reply: 'Positive',
  negative_reply: 'Negative',
  out_of_office: 'Out of office',
  no_answer: 'No answer',
  left_voicemail: 'Left voicemail',
  connected: 'Connected',
  meeting_booked: 'Meeting booked',
  meeting_held: 'Held',
  no_show: 'No show',
  bounced: 'Bounced',
};

export const channelLabels: Record<LogDraft['channel'], string> = {
  email: 'Email',
  call: 'Call',
  social: 'Social',
  event: 'Event',
  in_person: 'In person',
};

const touchOutcomes: Record<LogDraft['channel'], Outcome[]> = {
  email: ['bounced', 'out_of_office', 'meeting_booked'],
  call: ['connected', 'no_answer', 'left_voicemail', 'meeting_booked'],
  social: ['connected', 'meeting_booked'],
  event: ['connected', 'meeting_booked'],
  in_person: ['connected', 'meeting_booked'],
};

/** The outcomes that make sense for what is logged. */
export function outcomesFor({ type, channel }: Pick<LogDraft, 'type' | 'channel'>): Outcome[] {
  if (type === 'reply') return ['positive_reply', 'negative_reply', 'out_of_office'];
  return type === 'meeting' ? ['meeting_booked', 'meeting_held', 'no_show'] : touchOutcomes[channel];
}

export function newDraft(contactId: string | null): LogDraft {
  return { type: 'touch', channel: 'email', outcome: null, contactId, note: '', scheduledFor: '' };
}

/** Changes a draft; an outcome that no longer fits goes back to none, a reply starts as positive, a meeting as held. */
export function changeDraft(draft: LogDraft, change: Partial<LogDraft>): LogDraft {
  const next = { ...draft, ...change };
  if (next.outcome === null || !outcomesFor(next).includes(next.outcome)) {
    next.outcome = next.type === 'reply' ? 'positive_reply' : next.type === 'meeting' ? 'meeting_held' : null;
  }
  return next;
}

/** What the API takes. A booked meeting needs its time. */
export function draftToInput(
  draft: LogDraft,
  accountId: string,
): { ok: true; body: Record<string, unknown> } | { ok: false; problem: string } {
  const isBooked = draft.type === 'meeting' && draft.outcome === 'meeting_booked';
  const at = isBooked ? Date.parse(draft.scheduledFor) : Number.NaN;
  if (isBooked && Number.isNaN(at)) return { ok: false, problem: 'Say when the meeting is.' };
  return {
    ok: true,
    body: {
      accountId,
      contactId: draft.contactId,
      type: draft.type,
      channel: draft.channel,
      outcome: draft.outcome,
      note: draft.note.trim() || null,
      ...(isBooked ? { scheduledAt: new Date(at).toISOString() } : {}),
    },
  };
}

const what: Record<LogDraft['type'], (draft: LogDraft) => string> = {
  touch: ({ channel }) =>
    ({ email: 'Email to', call: 'Call to', social: 'Message to', event: 'Talk with', in_person: 'Visit to' })[
      channel
    ],
  reply: () => 'Reply from',
  meeting: ({ outcome }) => (outcome === 'meeting_booked' ? 'Booked meeting with' : 'Meeting with'),
};

/** `Call to Sable River Foods logged`. */
export function loggedSentence(draft: LogDraft, accountName: string): string {
  return `${what[draft.type](draft)} ${accountName} logged`;
}
