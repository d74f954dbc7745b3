import { describe, expect, test } from 'vitest';
import { store } from '#db/client.ts';
import type { ImportOptionsInput } from '#lib/imports/options.ts';
import { workUntilIdle } from './testing/import-reference.ts';
import { all, csv, ctx, load, useTwoAccounts } from './testing/two-accounts.ts';
import { undoImport } from './undo.ts';

useTwoAccounts();

describe('contacts', () => {
  const people = csv(
    'First Name,Last Name,Email,Job Title,Company,Unsubscribed',
    'Ana,López,ana@acme.com,Chief Financial Officer,Acme,no',
    'Bo,Ek,bo@bolt.com,Plant Manager,,',
    'Cy,Doe,cy@gmail.com,Receptionist,,yes',
  );

  test('are guessed, joined to their account by name or by the domain of the address, and described by their title', async () => {
    const applied = await load(people);
    expect(applied).toMatchObject({ entity: 'contact', rows: { created: 3, rejected: 0 } });
    const sql = `SELECT c.name, a.name AS account, s.label AS seniority, p.label AS persona, c.reachable
      FROM contacts c LEFT JOIN accounts a ON a.id = c.account_id LEFT JOIN terms s ON s.id = c.seniority
      LEFT JOIN terms p ON p.id = c.persona ORDER BY c.id`;
    expect(all(sql)).toEqual([
      { name: 'Ana López', account: 'Acme', seniority: 'c_level', persona: 'economic buyer', reachable: 1 },
      { name: 'Bo Ek', account: 'Bolt', seniority: 'manager', persona: 'champion', reachable: 1 },
      { name: 'Cy Doe', account: null, seniority: 'staff', persona: 'end user', reachable: 0 },
    ]);
  });

  test('no blank cell ever takes an opt-out away, even where blanks clear', async () => {
    const applied = await load(people);
    const blank = csv('Email,Unsubscribed,Job Title', 'cy@gmail.com,,');
    const options: ImportOptionsInput = {
      entity: 'contact',
      onEmpty: 'clear',
      mapping: {
        Email: { field: 'email' },
        Unsubscribed: { field: 'optedOut' },
        'Job Title': { field: 'jobTitle' },
      },
    };
    expect((await load(blank, options)).rows.updated).toBe(1);
    expect(
      all("SELECT opted_out AS o, job_title AS t, reachable AS r FROM contacts WHERE email = 'cy@gmail.com'"),
    ).toEqual([{ o: 1, t: null, r: 0 }]);
    expect(applied.rows.created).toBe(3);
  });

  test('a seniority that a person set outlives a new title; a derived one follows it', async () => {
    await load(people);
    const id = (name: string) =>
      all<{ id: number }>(`SELECT id FROM contacts WHERE last_name = '${name}'`)[0]?.id;
    const { connection } = store();
    connection.exec(`
      UPDATE contacts SET seniority = (SELECT id FROM terms WHERE field = 'contact.seniority' AND label = 'staff') WHERE id = ${id('Ek')};
      INSERT INTO value_sources (entity, record_id, field, source, at, is_pinned) VALUES ('contact', ${id('Ek')}, 'seniority', 'person', 1, 1)
        ON CONFLICT DO UPDATE SET source = 'person', is_pinned = 1;
    `);
    await load(csv('Email,Job Title', 'bo@bolt.com,Vice President', 'ana@acme.com,Director of Finance'));
    const sql = `SELECT c.last_name AS name, t.label AS seniority FROM contacts c JOIN terms t ON t.id = c.seniority WHERE c.id IN (${id('Ek')}, ${id('López')}) ORDER BY c.id`;
    expect(all(sql)).toEqual([
      { name: 'López', seniority: 'director' },
      { name: 'Ek', seniority: 'staff' },
    ]);
  });

  test('a creation date of the file is kept', async () => {
    await load(csv('Email,Created', 'x@acme.com,2020-02-03'), {
      entity: 'contact',
      mapping: { Email: { field: 'email' }, Created: { field: 'createdAt' } },
    });
    expect(all("SELECT created_at AS at FROM contacts WHERE email = 'x@acme.com'")).toEqual([
      { at: Date.UTC(2020, 1, 3) },
    ]);
  });
});

describe('technologies, activities, stage history', () => {
  test('a technology is one per account and name; sightings widen its time', async () => {
    const options: ImportOptionsInput = {
      entity: 'technology',
      mapping: { Tool: { field: 'name' }, Seen: [{ field: 'lastSeenAt' }, { field: 'firstSeenAt' }] },
      account: { column: 'Site', match: ['domain'] },
    };
    await load(csv('Site,Tool,Seen', 'acme.com,SAP,2025-03-01'), options);
    const again = await load(
      csv(
        'Site,Tool,Seen',
        'www.acme.com,sap,2025-01-01',
        'acme.com,SAP,2025-06-01',
        'nobody.com,SAP,2025-06-01',
      ),
      options,
    );
    expect(again.rows).toMatchObject({ updated: 2, rejected: 1 });
    expect(all('SELECT first_seen_at AS a, last_seen_at AS b FROM technologies')).toEqual([
      { a: Date.UTC(2025, 0, 1), b: Date.UTC(2025, 5, 1) },
    ]);
  });

  test('reps bring first day, hours, home, places, languages and open places, and give them back', async () => {
    const team = csv(
      'Full Name,Sales Role,Hours a month,Hire date,Home city,Home country,Allowed regions,Languages,Open headcount',
      'Kim Lee,AE,110,2026-03-02,Leeds,United Kingdom,GB;IE,English;French,no',
      'Open AE,AE,110,2026-09-01,,,,,yes',
    );
    const options: ImportOptionsInput = {
      entity: 'rep',
      mapping: {
        'Full Name': { field: 'name' },
        'Sales Role': { field: 'role' },
        'Hours a month': { field: 'capacityHours' },
        'Hire date': { field: 'startsOn' },
        'Home city': { field: 'homeCity' },
        'Home country': { field: 'homeCountry' },
        'Allowed regions': { field: 'allowedRegions', split: ';' },
        Languages: { field: 'languages', split: ';' },
        'Open headcount': { field: 'opening' },
      },
    };
    const applied = await load(team, options);
    expect(applied).toMatchObject({ rows: { created: 2, rejected: 0 } });
    const sql = `SELECT r.name, r.capacity_hours AS hours, date(r.starts_on * 86400, 'unixepoch') AS starts,
        r.is_opening AS opening, r.home_city AS city, c.label AS country,
        (SELECT group_concat(t.label, ' ' ORDER BY t.label) FROM rep_regions x JOIN terms t ON t.id = x.term_id WHERE x.rep_id = r.id) AS places,
        (SELECT group_concat(t.label, ' ' ORDER BY t.label) FROM rep_languages x JOIN terms t ON t.id = x.term_id WHERE x.rep_id = r.id) AS languages
      FROM reps r LEFT JOIN terms c ON c.id = r.home_country ORDER BY r.id`;
    expect(all(sql)).toEqual([
      {
        name: 'Kim Lee',
        hours: 110,
        starts: '2026-03-02',
        opening: 0,
        city: 'Leeds',
        country: 'GB',
        places: 'GB IE',
        languages: 'English French',
      },
      {
        name: 'Open AE',
        hours: 110,
        starts: '2026-09-01',
        opening: 1,
        city: null,
        country: null,
        places: null,
        languages: null,
      },
    ]);
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    expect(all('SELECT name FROM reps')).toEqual([]);
  });

  test('activities find their account, contact and rep', async () => {
    await load(
      csv('Rep,Email,Active', 'Kim Lee,kim@us.com,yes', 'Old Rep,old@us.com,no', 'New Rep,new@us.com,'),
    );
    expect(all('SELECT is_active AS a FROM reps ORDER BY id')).toEqual([{ a: 1 }, { a: 0 }, { a: 1 }]);
    await load(csv('Email,Last Name,Company', 'ana@acme.com,López,Acme'));
    const applied = await load(
      csv(
        'Company,Person,Kind,When,Who,Result',
        'Acme,ana@acme.com,touch,2026-01-05 14:30,kim@us.com,connected',
      ),
      {
        entity: 'activity',
        mapping: {
          Person: { field: 'contact' },
          Kind: { field: 'type' },
          When: { field: 'occurredAt', timeZone: 'America/Chicago' },
          Who: { field: 'owner' },
          Result: { field: 'outcome' },
        },
        account: { column: 'Company', match: ['name'] },
      },
    );
    expect(applied.problems).toEqual([]);
    const sql = `SELECT c.email, r.name AS rep, a.occurred_at AS at FROM activities a JOIN contacts c ON c.id = a.contact_id JOIN reps r ON r.id = a.owner_id`;
    expect(all(sql)).toEqual([{ email: 'ana@acme.com', rep: 'Kim Lee', at: Date.UTC(2026, 0, 5, 20, 30) }]);
  });

  test('a stage change is one per deal, stage and time; unknown deals are rejected', async () => {
    await load(csv('Deal ID,Deal Stage,Close Date', 'D1,Proposal,2026-12-01'));
    expect(all('SELECT closed_on AS c, expected_close_on AS e FROM opportunities')).toEqual([
      { c: null, e: Date.UTC(2026, 11, 1) / 86_400_000 },
    ]);
    const options: ImportOptionsInput = {
      entity: 'stageChange',
      mapping: { Deal: { field: 'opportunity' }, To: { field: 'stage' }, At: { field: 'changedAt' } },
    };
    const history = csv(
      'Deal,To,At',
      'D1,Discovery,2026-01-01',
      'D1,Discovery,2026-01-01',
      'D9,Discovery,2026-01-01',
    );
    expect((await load(history, options)).rows).toMatchObject({ created: 1, unchanged: 1, rejected: 1 });
  });
});

describe('stages', () => {
  test('that an import made go with it, unless another deal stands in them', async () => {
    const deals = await load(csv('Deal ID,Deal Stage', 'D1,Discovery', 'D2,Won'));
    await load(csv('Deal ID,Deal Stage', 'D3,Won'));
    await undoImport(ctx, deals.id);
    await workUntilIdle(ctx);
    expect(all('SELECT name FROM stages')).toEqual([{ name: 'Won' }]);
  });
});

describe('lists, custom fields and other systems’ ids', () => {
  const rich = csv('Account ID,Needs,HubSpot,Plants,Audited', 'A1,erp;sap,h-1,7,2026-01-05');
  const options: ImportOptionsInput = {
    entity: 'account',
    mapping: {
      'Account ID': { field: 'externalId' },
      Needs: { field: 'needs', split: ';' },
      HubSpot: { field: 'externalId.hubspot' },
    },
    unmappedFields: 'createCustom',
  };
  const stored = () => ({
    needs: all<{ label: string }>(
      'SELECT t.label FROM account_needs n JOIN terms t ON t.id = n.term_id ORDER BY t.label',
    ).map((row) => row.label),
    systems: all('SELECT system, value FROM external_ids'),
    custom: all(
      'SELECT f.key, v.number, v.day FROM custom_values v JOIN custom_fields f ON f.id = v.field_id ORDER BY f.key',
    ),
  });

  const sources = () => all("SELECT field, source FROM value_sources WHERE source = 'import' ORDER BY field");

  test('are written, found again by the other system’s id, and taken back', async () => {
    const applied = await load(rich, options);
    expect(applied.rows.updated).toBe(1);
    expect(applied.report?.newFields.map((field) => [field.key, field.type])).toEqual([
      ['plants', 'number'],
      ['audited', 'day'],
    ]);
    expect(stored()).toEqual({
      needs: ['erp', 'sap'],
      systems: [{ system: 'hubspot', value: 'h-1' }],
      custom: [
        { key: 'audited', number: null, day: Date.UTC(2026, 0, 5) / 86_400_000 },
        { key: 'plants', number: 7, day: null },
      ],
    });
    expect(sources()).toEqual([
      { field: 'custom.audited', source: 'import' },
      { field: 'custom.plants', source: 'import' },
      { field: 'externalId.hubspot', source: 'import' },
      { field: 'needs', source: 'import' },
    ]);
    const byHubSpot = await load(csv('HubSpot,Phone', 'h-1,+1 555 0100'), {
      entity: 'account',
      mapping: { HubSpot: { field: 'externalId.hubspot' }, Phone: { field: 'phone' } },
    });
    expect(byHubSpot.rows).toMatchObject({ created: 0, updated: 1 });
    await undoImport(ctx, applied.id);
    await workUntilIdle(ctx);
    expect(stored()).toEqual({ needs: [], systems: [], custom: [] });
    expect(sources()).toEqual([{ field: 'phone', source: 'import' }]);
    expect(all('SELECT key FROM custom_fields')).toEqual([]);
  });
});

describe('a full file', () => {
  test('archives the records of its system that it no longer holds; they come back with a later file', async () => {
    const full: ImportOptionsInput = {
      entity: 'account',
      mapping: { 'Account ID': { field: 'externalId' }, 'Account Name': { field: 'name' } },
      absent: 'archive',
    };
    const applied = await load(csv('Account ID,Account Name', 'A1,Acme'), full);
    expect(applied.report?.absentRecords).toBe(1);
    const archived = () =>
      all<{ id: string }>('SELECT external_id AS id FROM accounts WHERE archived_at IS NOT NULL').map(
        (row) => row.id,
      );
    expect(archived()).toEqual(['B2']);
    await load(csv('Account ID,Account Name', 'A1,Acme', 'B2,Bolt'), full);
    expect(archived()).toEqual([]);
  });
});
