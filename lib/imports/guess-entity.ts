import { headerWords } from './guess-field.ts';
import { guessForEntity, type MappingGuess } from './guess-mapping.ts';
import { identityOf } from './identity.ts';
import { type ImportEntity, importEntities, type ImportField } from './import-fields.ts';
import type { ColumnProfile } from './profile.ts';

/** Words in a header that speak for one kind of file. */
const tells: Record<ImportEntity, RegExp> = {
  account:
    /SECTOR|INDUSTRY|EMPLOYEES|HEADCOUNT|REVENUE|FOUNDED|YEAR ESTABLISHED|SUBSIDIARY|HEADQUARTERS|CATEGORY CODE/,
  contact: /FIRST NAME|LAST NAME|JOB TITLE|SENIORITY|OPTED OUT|UNSUBSCRIBED/,
  technology: /TECHNOLOG|TECH STACK|FIRST SEEN|LAST SEEN|FIRST DETECTED|LAST DETECTED/,
  signal: /SIGNAL|INTENT|FUNDED AT|FUNDING ROUND TYPE|RAISED AMOUNT|TRIGGER/,
  opportunity: /DEAL STAGE|STAGE NAME|OPPORTUNITY|CLOSE DATE|CLOSE VALUE|SALES STAGE|DEAL/,
  stageChange: /CHANGED AT|OLD STAGE|NEW STAGE|FROM STAGE|TO STAGE|STAGE CHANGE/,
  activity: /ACTIVITY|CALL RESULT|DISPOSITION|CHANNEL|TASK TYPE|SENT AT/,
  rep: /SALES AGENT|MANAGER|REGIONAL OFFICE|QUOTA|REPORTS TO/,
  product: /SALES PRICE|LIST PRICE|UNIT PRICE|SERIES|SKU|PRODUCT FAMILY/,
};

/** Fields without which a file is hardly of this kind. */
const essentials: Partial<Record<ImportEntity, readonly string[]>> = {
  opportunity: ['stage', 'amount', 'closedOn'],
  stageChange: ['opportunity', 'stage', 'changedAt'],
  technology: ['name', 'account'],
  signal: ['occurredAt', 'account'],
  activity: ['occurredAt'],
  contact: ['email', 'lastName', 'jobTitle'],
  rep: ['name'],
  product: ['name'],
};

function fundingConstants(profiles: readonly ColumnProfile[]): Record<string, string> {
  const headers = profiles.map((profile) => headerWords(profile.column)).join(' | ');
  return /FUNDING ROUND|FUNDED AT|RAISED AMOUNT/.test(headers) ? { type: 'funding_round' } : {};
}

/** A signal file of funding rounds has no type column: every row is a round, its kind is the topic. */
function completeSignal(guess: MappingGuess, profiles: readonly ColumnProfile[]): MappingGuess {
  const constants = fundingConstants(profiles);
  if (Object.keys(constants).length === 0) return guess;
  const columns = guess.columns.map((entry) =>
    /FUNDING ROUND TYPE|ROUND TYPE|ROUND/.test(headerWords(entry.column))
      ? { ...entry, mapping: { field: 'topic' }, certainty: 0.8, note: 'the kind of round' }
      : entry.mapping?.field === 'type'
        ? { ...entry, mapping: null }
        : entry,
  );
  return { ...guess, columns, constants };
}

/** The mapping for one kind of rows, with what follows from the kind of file. */
export function guessForEntityComplete(
  entity: ImportEntity,
  profiles: readonly ColumnProfile[],
  fields: readonly ImportField[],
): MappingGuess {
  const plain = guessForEntity(entity, profiles, fields);
  return entity === 'signal' ? completeSignal(plain, profiles) : plain;
}

function repetition(profiles: readonly ColumnProfile[], guess: MappingGuess): number {
  const keys = guess.columns.filter(
    (entry) => entry.mapping && ['name', 'externalId', 'domain'].includes(entry.mapping.field),
  );
  const shares = keys.flatMap((key) => {
    const profile = profiles.find((entry) => entry.column === key.column);
    return !profile || profile.filled === 0 || !profile.isDistinctExact
      ? []
      : [profile.distinct / profile.filled];
  });
  return shares.length === 0 ? 1 : Math.max(...shares);
}

function scoreOf(entity: ImportEntity, guess: MappingGuess, profiles: readonly ColumnProfile[]): number {
  const filled = new Set([
    ...guess.columns.flatMap((entry) => (entry.mapping ? [entry.mapping.field] : [])),
    ...Object.keys(guess.constants),
  ]);
  const tellCount = profiles.filter((profile) => tells[entity].test(headerWords(profile.column))).length;
  const missingIdentity = identityOf[entity].groups.filter(
    (group) => !group.some((key) => filled.has(key)),
  ).length;
  const wanted = essentials[entity] ?? [];
  const essentialShare =
    wanted.length === 0 ? 1 : wanted.filter((key) => filled.has(key)).length / wanted.length;
  const repeated =
    ['account', 'contact', 'rep', 'product'].includes(entity) && repetition(profiles, guess) < 0.9 ? 4 : 0;
  return guess.score + 2 * tellCount - 4 * missingIdentity - 4 * (1 - essentialShare) - repeated;
}

/** The kind of file that the columns speak for most, with its mapping; `others` follow, best first. */
export function guessImport(
  profiles: readonly ColumnProfile[],
  fieldsOf: (entity: ImportEntity) => readonly ImportField[],
): { best: MappingGuess; others: MappingGuess[] } {
  const guesses = importEntities
    .map((entity) => {
      const guess = guessForEntityComplete(entity, profiles, fieldsOf(entity));
      return { ...guess, score: scoreOf(entity, guess, profiles) };
    })
    .sort((a, b) => b.score - a.score);
  const [best, ...others] = guesses;
  return { best: best as MappingGuess, others };
}
