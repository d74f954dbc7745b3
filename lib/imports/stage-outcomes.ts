import { foldText } from '#lib/shared/text.ts';

export type Outcome = 'open' | 'won' | 'lost';

const won = /\b(?:WON|CLOSED WON|WIN|SIGNED|BOOKED|GEWONNEN|GAGN[EÉ]|CONTRACT SIGNED)\b/;
const lost =
  /\b(?:LOST|CLOSED LOST|LOSS|DISQUALIFIED|ABANDONED|DEAD|VERLOREN|PERDU|REJECTED|CANCELLED|CANCELED|NO DECISION)\b/;

/** What a stage means by its name; everything that is not plainly won or lost is open. */
export function guessOutcome(stage: string): Outcome {
  const name = foldText(stage.replace(/[_\-/–]+/g, ' '));
  if (lost.test(name)) return 'lost';
  return won.test(name) ? 'won' : 'open';
}

/** The closed stages among these names; the rest are open. */
export function guessOutcomes(stages: readonly string[]): Record<string, Outcome> {
  return Object.fromEntries(
    stages.map((stage) => [stage, guessOutcome(stage)] as const).filter(([, outcome]) => outcome !== 'open'),
  );
}

const order = [
  'LEAD',
  'NEW',
  'PROSPECT',
  'QUALIF',
  'DISCOVERY',
  'MEETING',
  'ENGAG',
  'NEEDS',
  'DEMO',
  'EVALUAT',
  'TRIAL',
  'POC',
  'VALUE',
  'SOLUTION',
  'PROPOS',
  'QUOTE',
  'BUSINESS CASE',
  'NEGOTI',
  'LEGAL',
  'PROCUREMENT',
  'CONTRACT',
  'VERBAL',
  'COMMIT',
];

/** Open stages in their usual order by name, then won, then lost. Unknown names keep the file's order between known ones. */
export function orderStages(
  stages: readonly { name: string; outcome: Outcome }[],
): { name: string; outcome: Outcome }[] {
  const rank = (stage: { name: string; outcome: Outcome }) => {
    if (stage.outcome === 'won') return 1000;
    if (stage.outcome === 'lost') return 1001;
    const at = order.findIndex((word) => foldText(stage.name).includes(word));
    return at === -1 ? 500 : at;
  };
  return [...stages].sort((a, b) => rank(a) - rank(b));
}
