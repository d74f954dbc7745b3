import type { MappingGuess } from './guess-mapping.ts';
import type { ImportOptionsInput } from './options.ts';
import type { ColumnProfile } from './profile.ts';

/** Days and instants that a mapping fills, by field key, so that a column's date order can be asked for. */
export type GuessedMapping = ImportOptionsInput['mapping'];

/** The guess as options that a person may change. A web address feeds the domain too when nothing else does. */
export function guessedOptions(guess: MappingGuess, profiles: readonly ColumnProfile[]): ImportOptionsInput {
  const filled = new Set(guess.columns.flatMap((entry) => (entry.mapping ? [entry.mapping.field] : [])));
  const mapping: GuessedMapping = {};
  for (const entry of guess.columns) {
    const profile = profiles.find((column) => column.column === entry.column);
    const isSite = entry.mapping?.field === 'website' && guess.entity === 'account' && !filled.has('domain');
    const looksLikeSite = (profile?.shares.url ?? 0) >= 0.5;
    mapping[entry.column] =
      entry.mapping && isSite && looksLikeSite ? [entry.mapping, { field: 'domain' }] : entry.mapping;
  }
  return {
    entity: guess.entity,
    mapping,
    ...(guess.account ? { account: guess.account } : {}),
    ...(Object.keys(guess.constants).length > 0 ? { constants: guess.constants } : {}),
  };
}
