import { beforeAll, expect, it } from 'vitest';
import { useTempStore } from '#db/testing/temp-store.ts';
import { findRecords } from './find-records.ts';

const held = useTempStore();
const all = { all: true } as const;

beforeAll(() => {
  held.current.connection.exec(`
    INSERT INTO reps (id, name, name_folded, created_at, updated_at) VALUES (1, 'R', 'R', 0, 0);
    INSERT INTO accounts (id, name, name_folded, domain, domain_folded, created_at, updated_at, archived_at) VALUES
      (1, 'Great Northern', 'GREAT NORTHERN', 'gn.example', 'GN.EXAMPLE', 0, 0, NULL),
      (2, 'Northwind', 'NORTHWIND', 'nw.example', 'NW.EXAMPLE', 0, 0, NULL),
      (3, 'North Trash', 'NORTH TRASH', NULL, NULL, 0, 0, 1);
    INSERT INTO assignments (account_id, slot, rep_id, source, from_at) VALUES (1, 'ae', 1, 'hand', 0);
    INSERT INTO contacts (id, account_id, name, name_folded, job_title, created_at, updated_at) VALUES
      (1, 2, 'Nora North', 'NORA NORTH', 'Buyer', 0, 0), (2, NULL, 'Lead North', 'LEAD NORTH', NULL, 0, 0);
    INSERT INTO segments (id, name, name_folded, draft, created_at, updated_at) VALUES (1, 'North only', 'NORTH ONLY', '{}', 0, 0);`);
});

function labels(folded: string, scope: Parameters<typeof findRecords>[1]['scope'] = all) {
  return findRecords(held.current.connection, { folded, scope, limit: 5 }).map((found) => found.label);
}

it('finds names with the text in them, those that begin with it first, none from the Trash', () => {
  expect(labels('NORTH')).toEqual(['Northwind', 'Great Northern', 'North only', 'Lead North', 'Nora North']);
  expect(labels('NW.EX')).toEqual(['Northwind']);
  expect(labels("%' OR 1=1 --")).toEqual([]);
});

it('shows a rep only what lies in their book, and no leads', () => {
  expect(labels('NORTH', { all: false, repIds: [1] })).toEqual(['Great Northern', 'North only']);
  expect(labels('NORTH', { all: false, repIds: [] })).toEqual(['North only']);
});
