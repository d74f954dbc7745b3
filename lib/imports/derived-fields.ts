import type { ImportOptions } from './options.ts';

const followers = {
  account: ['region', 'latitude', 'longitude'],
  contact: ['seniority', 'jobFunction', 'persona'],
} as const;
/** Fields whose column also settles another one: half a point, and a seniority that brings its persona. */
const settledBy: Record<string, string> = {
  latitude: 'longitude',
  longitude: 'latitude',
  persona: 'seniority',
};
const none: ReadonlySet<string> = new Set();

type Mapped = Pick<ImportOptions, 'entity' | 'mapping' | 'constants'>;

/**
 * The fields that a new record of this import can only have because they follow from others: no column feeds them. Such
 * a value needs no note of its own to be told apart from one of the file.
 */
export function derivedFields(options: Mapped): ReadonlySet<string> {
  const { entity, mapping, constants } = options;
  if (entity !== 'account' && entity !== 'contact') return none;
  const fed = new Set(Object.keys(constants));
  for (const mapped of Object.values(mapping))
    for (const entry of [mapped ?? []].flat()) fed.add(entry.field);
  return new Set<string>(
    followers[entity].filter((field) => !fed.has(field) && !fed.has(settledBy[field] ?? field)),
  );
}
