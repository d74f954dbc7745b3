/** What can be logged on an account, as stored. The channels are also those of a tier's mix. */
export const activityTypes = ['touch', 'reply', 'meeting', 'note'] as const;
export const activityChannels = ['email', 'call', 'social', 'event', 'in_person'] as const;
export type ActivityChannel = (typeof activityChannels)[number];
export const activityOutcomes = [
  'positive_reply',
  'negative_reply',
  'out_of_office',
  'no_answer',
  'left_voicemail',
  'connected',
  'meeting_booked',
  'meeting_held',
  'no_show',
  'bounced',
] as const;
