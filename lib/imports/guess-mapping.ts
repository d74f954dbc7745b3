import { guessFields } from './guess-field.ts';
import type { ImportEntity, ImportField } from './import-fields.ts';
import type { ColumnMapping } from './options.ts';
import type { ColumnProfile } from './profile.ts';
import { guessOutcomes } from './stage-outcomes.ts';

/** A guess of one column; `field: null` = leave it out. */
export type ColumnGuess = {
  column: string;
  mapping: ColumnMapping | null;
  certainty: number;
  note: string | null;
};

export type MappingGuess = {
  entity: ImportEntity;
  columns: ColumnGuess[];
  account: { column: string; match: string[] } | null;
  constants: Record<string, string>;
  score: number;
};

const placeholders = new Set([
  '00/00/0000',
  '0000-00-00',
  'NaN',
  'NULL',
  'null',
  '\\N',
  'None',
  'nan',
  '(blank)',
  '(null)',
]);

/** Wordings of missing values that stand in the column, to be read as empty. */
function emptyWords(profile: ColumnProfile): string[] {
  return profile.values.flatMap((entry) => (placeholders.has(entry.value) ? [entry.value] : []));
}

/** Revenue whose largest figure is below 10 million a year is written in thousands or millions: a question with a proposal. */
export function guessScale(field: ImportField, profile: ColumnProfile): number | null {
  if (field.key !== 'revenue' || /usd|eur|\$/i.test(profile.column) || profile.filled === 0) return null;
  if (/\b(?:m|mm|mn|mio|millions?)\b/i.test(profile.column.replace(/_/g, ' '))) return 1_000_000;
  if (/\b(?:k|thousands?)\b/i.test(profile.column.replace(/_/g, ' '))) return 1000;
  const values = (
    profile.values.length > 0 ? profile.values.map((entry) => entry.value) : profile.samples
  ).filter((value) => /^[\d.,]+$/.test(value));
  const numbers = values.map((value) => Number(value.replaceAll(',', ''))).filter(Number.isFinite);
  if (numbers.length < profile.distinct * 0.5 || numbers.length === 0) return null;
  return Math.max(...numbers) < 1_000_000 ? 1_000_000 : null;
}

function mappingFor(
  field: ImportField,
  profile: ColumnProfile,
): { mapping: ColumnMapping; note: string | null } {
  const mapping: ColumnMapping = { field: field.key };
  let note: string | null = null;
  const empty = emptyWords(profile);
  if (empty.length > 0) {
    mapping.empty = empty;
    note = `${empty.map((word) => `“${word}”`).join(', ')} read as empty`;
  }
  const scale = guessScale(field, profile);
  if (scale !== null) {
    mapping.scale = scale;
    note = `× ${scale.toLocaleString('en')}`;
  }
  if (field.key === 'stage')
    mapping.outcomes = guessOutcomes(
      profile.values.map((entry) => entry.value).filter((value) => value.length <= 200),
    );
  if (field.type === 'number' && profile.shares.range > 0) {
    mapping.range = 'low';
    note = 'ranges → low end';
  }
  if (field.form === 'domain' && profile.shares.email > 0.5) note = 'domain of the address';
  return { mapping, note };
}

/** Which keys of an account the column's values look like, strongest first. */
function accountMatch(profile: ColumnProfile): string[] {
  if (profile.shares.url > 0.5 || profile.shares.email > 0.5) return ['domain'];
  const isId = profile.samples.every((value) => !/\s/.test(value) && /\d|\//.test(value));
  if (
    /\b(?:id|permalink|key|code)\b/i.test(profile.column.replace(/_/g, ' ')) ||
    (isId && profile.samples.length > 0)
  )
    return ['externalId'];
  return ['name'];
}

/** Guesses of all columns for one entity: every field is filled by the column that suits it best. */
export function guessForEntity(
  entity: ImportEntity,
  profiles: readonly ColumnProfile[],
  fields: readonly ImportField[],
): MappingGuess {
  const offers = profiles
    .flatMap((profile) => guessFields(profile, fields).map((guess) => ({ profile, ...guess })))
    .sort((a, b) => b.certainty - a.certainty);
  const chosen = new Map<string, (typeof offers)[number]>();
  const taken = new Set<string>();
  for (const offer of offers) {
    if (chosen.has(offer.profile.column) || taken.has(offer.field.key)) continue;
    chosen.set(offer.profile.column, offer);
    taken.add(offer.field.key);
  }
  let account: MappingGuess['account'] = null;
  const columns = profiles.map((profile): ColumnGuess => {
    const offer = chosen.get(profile.column);
    if (!offer) {
      const note =
        profile.filled === 0 ? 'empty column' : profile.distinct === 1 ? 'one value in every row' : null;
      return { column: profile.column, mapping: null, certainty: 0, note };
    }
    const { mapping, note } = mappingFor(offer.field, profile);
    if (offer.field.key === 'account' && offer.field.isLink) {
      account = { column: profile.column, match: accountMatch(profile) };
      mapping.match = account.match;
    }
    const isLoose = offer.certainty < 0.75;
    return {
      column: profile.column,
      mapping,
      certainty: offer.certainty,
      note: note ?? (isLoose ? offer.reason : null),
    };
  });
  const score = [...chosen.values()].reduce((sum, offer) => sum + offer.certainty, 0);
  return { entity, columns, account, constants: {}, score };
}
