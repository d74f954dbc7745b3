import { describe, expect, it } from 'vitest';
import { personas } from '#lib/rules/fields/vocabulary.ts';
import { type TalkFacts, talkingPoints } from './talking-points.ts';

const person = { name: 'Petra Vandermolen', jobTitle: 'CFO', persona: 'economic buyer', isReachable: true };
const facts: TalkFacts = {
  reasons: [
    { kind: 'intent', text: 'Intent: supply chain' },
    { kind: 'visit', text: 'Pricing page' },
  ],
  people: [{ ...person, name: 'Joss Whitlaw', isReachable: false }, person],
  technologies: ['SAP', 'Salesforce', 'Snowflake', 'Okta'],
  channelMix: { email: 0.4, call: 0.4, event: 0.2 },
};

describe('what to say', () => {
  it('comes from the freshest reason, the first person who can be reached, what they run and the tier', () => {
    expect(talkingPoints(facts)).toEqual([
      { label: 'Open with', text: 'Ask what made them look into it. Intent: supply chain.' },
      { label: 'For', text: 'Petra Vandermolen (CFO): speak of what it saves or brings in, and by when.' },
      { label: 'They run', text: 'SAP, Salesforce and Snowflake.' },
      { label: 'By', text: 'Mostly a call, 40 % of this tier’s touches.' },
    ]);
  });

  it.each(personas)('knows what to speak of with each persona: %s', (persona) => {
    const labels = talkingPoints({ ...facts, people: [{ ...person, persona }] }).map(({ label }) => label);
    expect(labels).toContain('For');
  });

  it('leaves out what is not known instead of making it up', () => {
    expect(talkingPoints({ reasons: [], people: [], technologies: [], channelMix: {} })).toEqual([]);
    const nobody = talkingPoints({ ...facts, people: [{ ...person, isReachable: false }] });
    expect(nobody.map(({ label }) => label)).not.toContain('For');
    const unknown = talkingPoints({ ...facts, people: [{ ...person, persona: null }] });
    expect(unknown.map(({ label }) => label)).not.toContain('For');
  });
});
