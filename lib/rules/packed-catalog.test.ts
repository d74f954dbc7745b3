import { expect, it } from 'vitest';
import { packCatalog, unpackCatalog } from './packed-catalog.ts';
import { all, definition } from './testing/rule-makers.ts';
import { catalogWith } from './testing/workspace.ts';

it('brings a whole catalog through JSON, custom fields, names and segments included', () => {
  const catalog = catalogWith({ seg_1: definition(all()) });
  const there = unpackCatalog(
    JSON.parse(JSON.stringify(packCatalog(catalog))) as ReturnType<typeof packCatalog>,
  );
  expect([...there.fields.keys()]).toEqual([...catalog.fields.keys()]);
  expect(there).toEqual(catalog);
});
