import type { Preset } from './preset.ts';
import { accountField, asked, grouped, rows } from './make-rules.ts';

export const planningPresets: readonly Preset[] = [
  {
    key: 'notTouched',
    label: 'Not touched in 30 days',
    group: 'behavioural',
    keywords: ['activity', 'no touch', 'untouched', 'neglected', 'cold'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'activity',
        where: [['type', 'eq', 'touch']],
        window: { last: 30, unit: 'day' },
        operator: 'eq',
        value: 0,
      }),
  },
  {
    key: 'touched',
    label: 'Touched in the last 30 days',
    group: 'behavioural',
    keywords: ['activity', 'worked', 'contacted', 'outreach'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'activity',
        where: [['type', 'eq', 'touch']],
        window: { last: 30, unit: 'day' },
      }),
  },
  {
    key: 'repliedPositively',
    label: 'Replied positively in the last 90 days',
    group: 'behavioural',
    keywords: ['activity', 'reply', 'answered', 'interested'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'activity',
        where: [
          ['type', 'eq', 'reply'],
          ['outcome', 'eq', 'positive_reply'],
        ],
        window: { last: 90, unit: 'day' },
      }),
  },
  {
    key: 'hadMeeting',
    label: 'Had a meeting in the last 90 days',
    group: 'behavioural',
    keywords: ['activity', 'met', 'call', 'appointment'],
    build: (newId, root) =>
      rows(newId, root, {
        entity: 'activity',
        where: [['type', 'eq', 'meeting']],
        window: { last: 90, unit: 'day' },
      }),
  },
  {
    key: 'hasNoOwner',
    label: 'Owned by nobody',
    group: 'planning',
    keywords: ['unassigned', 'no owner', 'whitespace', 'free'],
    build: (newId, root) => asked(newId, [accountField(root, 'owner'), 'empty']),
  },
  {
    key: 'mayBeContacted',
    label: 'Not marked do not contact',
    group: 'planning',
    keywords: ['dnc', 'suppressed', 'allowed', 'may be contacted'],
    build: (newId, root) =>
      grouped(newId, 'none', [asked(newId, [accountField(root, 'doNotContact'), 'isTrue'])]),
  },
];
