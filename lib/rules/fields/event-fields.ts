import type { Field } from '../catalog.ts';
import { fieldsOf } from './define-field.ts';
import {
  activityChannels,
  activityOutcomes,
  activityTypes,
  signalTypes,
  technologyCategories,
} from './vocabulary.ts';

const technology = fieldsOf('technology');
const signal = fieldsOf('signal');
const activity = fieldsOf('activity');

export const technologyFields: readonly Field[] = [
  technology('name', 'Technology', 'technographic', 'category', {
    synonyms: ['technology', 'tool', 'product', 'tech', 'software used', 'uses', 'stack', 'technology name'],
  }),
  technology('category', 'Technology category', 'technographic', 'category', {
    vocabulary: technologyCategories,
    synonyms: ['category', 'technology category', 'kind of technology'],
  }),
  technology('firstSeenAt', 'First seen', 'technographic', 'instant', {
    synonyms: ['first seen', 'first detected', 'first found', 'installed'],
  }),
  technology('lastSeenAt', 'Last seen', 'technographic', 'instant', {
    synonyms: ['last seen', 'last detected', 'last found', 'seen on'],
  }),
];

export const signalFields: readonly Field[] = [
  signal('type', 'Signal type', 'behavioural', 'category', {
    vocabulary: signalTypes,
    synonyms: ['signal', 'event type', 'trigger', 'signal type', 'kind', 'event'],
  }),
  signal('topic', 'Topic', 'behavioural', 'category', {
    synonyms: ['intent topic', 'keyword', 'subject', 'page', 'content'],
  }),
  signal('source', 'Source', 'behavioural', 'category', {
    synonyms: ['provider', 'signal source', 'vendor'],
  }),
  signal('strength', 'Strength', 'behavioural', 'number', {
    range: { from: 0, to: 100 },
    unit: '0–100',
    synonyms: ['score', 'intent score', 'signal strength', 'intensity'],
  }),
  signal('quantity', 'Quantity', 'behavioural', 'number', {
    range: { from: 0 },
    synonyms: ['count', 'active users', 'visits', 'number', 'volume'],
  }),
  signal('amount', 'Amount', 'behavioural', 'money', {
    synonyms: ['raised amount', 'raised amount usd', 'funding amount', 'value'],
  }),
  signal('url', 'Link', 'behavioural', 'text', { synonyms: ['url', 'page url', 'source url', 'link'] }),
  signal('externalId', 'Source id', 'behavioural', 'text', {
    exact: true,
    synonyms: ['id', 'signal id', 'event id', 'external id'],
  }),
  signal('occurredAt', 'Date', 'behavioural', 'instant', {
    synonyms: ['date', 'occurred at', 'event date', 'funded at', 'timestamp', 'time', 'when'],
  }),
];

export const activityFields: readonly Field[] = [
  activity('type', 'Activity type', 'behavioural', 'category', {
    vocabulary: activityTypes,
    synonyms: ['activity', 'activity type', 'task type', 'kind'],
  }),
  activity('channel', 'Channel', 'behavioural', 'category', {
    vocabulary: activityChannels,
    synonyms: ['medium', 'touch channel'],
  }),
  activity('outcome', 'Outcome', 'behavioural', 'category', {
    vocabulary: activityOutcomes,
    synonyms: ['result', 'disposition', 'call result'],
  }),
  activity('owner', 'Done by', 'planning', 'ref', {
    refKind: 'rep',
    synonyms: ['owner', 'rep', 'assigned to', 'user', 'created by'],
  }),
  activity('campaign', 'Campaign', 'behavioural', 'category', {
    synonyms: ['sequence', 'cadence', 'campaign name', 'program'],
  }),
  activity('occurredAt', 'Date', 'behavioural', 'instant', {
    synonyms: ['date', 'occurred at', 'activity date', 'completed at', 'sent at', 'timestamp'],
  }),
  activity('scheduledAt', 'Scheduled for', 'behavioural', 'instant', {
    planned: true,
    synonyms: ['due date', 'scheduled', 'due', 'planned for', 'meeting time'],
  }),
];
