import type { personas } from '#lib/rules/fields/vocabulary.ts';
import type { WorkReason } from '#lib/shared/work-shapes.ts';

type Person = {
  name: string | null;
  jobTitle: string | null;
  persona: string | null;
  isReachable: boolean;
};

export type TalkFacts = {
  /** Why now, best first. */
  reasons: readonly Pick<WorkReason, 'kind' | 'text'>[];
  /** The buying committee, in the order in which people are worked. */
  people: readonly Person[];
  /** What the account runs, last seen first. */
  technologies: readonly string[];
  /** Share of the tier's touches by channel, 0–1; empty without a tier. */
  channelMix: Readonly<Partial<Record<string, number>>>;
};

export type TalkingPoint = { label: string; text: string };

/** What each persona decides by, in the words of a first sentence. */
const caresFor: Record<(typeof personas)[number], string> = {
  'economic buyer': 'what it saves or brings in, and by when',
  champion: 'what gets easier for the team',
  'technical evaluator': 'how it fits what is there',
  influencer: 'how others do it',
  'end user': 'the everyday work',
};

/** How a conversation is opened by what was seen last. */
const openers: Record<WorkReason['kind'], string> = {
  reply: 'Answer what was asked',
  meeting: 'Prepare the meeting',
  step: 'Do what was agreed',
  renewal: 'Ask what should be different after the renewal',
  intent: 'Ask what made them look into it',
  trigger: 'Ask what the change means for the plans of this year',
  visit: 'Offer what answers the question behind the visit',
  mail: 'Follow up on what was read',
  demo: 'Offer a time for the demo',
};

const channels: Record<string, string> = {
  email: 'e-mail',
  call: 'a call',
  social: 'a social message',
  event: 'an event',
  in_person: 'a visit',
};

const MOST_TECHNOLOGIES = 3;

/**
 * What to say, to whom and how, from what is known and nothing else: the same facts give the same sentences, and a
 * fact that is missing leaves its line out.
 */
export function talkingPoints({ reasons, people, technologies, channelMix }: TalkFacts): TalkingPoint[] {
  const points: TalkingPoint[] = [];
  const [reason] = reasons;
  if (reason) points.push({ label: 'Open with', text: `${openers[reason.kind]}. ${reason.text}.` });
  const person = people.find(({ isReachable }) => isReachable);
  const care = person?.persona ? new Map(Object.entries(caresFor)).get(person.persona) : undefined;
  if (person?.name && care) {
    const title = person.jobTitle ? ` (${person.jobTitle})` : '';
    points.push({ label: 'For', text: `${person.name}${title}: speak of ${care}.` });
  }
  if (technologies.length > 0) {
    const named = technologies.slice(0, MOST_TECHNOLOGIES);
    points.push({ label: 'They run', text: `${listOf(named)}.` });
  }
  const [channel] = Object.entries(channelMix)
    .filter(([, share]) => (share ?? 0) > 0)
    .sort(([a, x], [b, y]) => (y ?? 0) - (x ?? 0) || (a < b ? -1 : 1));
  if (channel) {
    const [name, share = 0] = channel;
    const text = `Mostly ${channels[name] ?? name}, ${Math.round(share * 100)} % of this tier’s touches.`;
    points.push({ label: 'By', text });
  }
  return points;
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;
}
