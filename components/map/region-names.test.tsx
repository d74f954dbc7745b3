import { expect, test } from 'vitest';
import us from 'us-atlas/states-albers-10m.json';
import world from 'world-atlas/countries-50m.json';
import { countryOfBoundary, stateOfBoundary } from './region-names.ts';

type Named = { properties: { name: string } };
const namesOf = (geometries: readonly Named[]) => geometries.map(({ properties }) => properties.name);

test('every boundary with an ISO code finds its country, and none of them twice', () => {
  const names = namesOf(world.objects.countries.geometries as readonly Named[]);
  const codes = names.map((name) => [name, countryOfBoundary(name)] as const);
  expect(codes.flatMap(([name, code]) => (code === null ? [name] : [])).sort()).toEqual([
    'Ashmore and Cartier Is.',
    'Indian Ocean Ter.',
    'N. Cyprus',
    'Siachen Glacier',
    'Somaliland',
  ]);
  const known = codes.flatMap(([, code]) => code ?? []);
  expect(new Set(known).size).toBe(known.length);
});

test('every state of the boundaries is known by its code', () => {
  const codes = namesOf(us.objects.states.geometries as readonly Named[]).map(stateOfBoundary);
  expect(codes).not.toContain(null);
  expect(codes).toContain('US-WA');
});
