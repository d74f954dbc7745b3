import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { holderIdsOf } from '#db/queries/users/holder-ids.ts';
import { seedDemo } from '#db/seed/seed-demo.ts';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import type { Context } from '#lib/permissions/context.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { type Book, bookSchema, letterSchema } from '#lib/shared/book-shapes.ts';
import { toWire } from '#lib/shared/wire-times.ts';
import { printFile } from '#lib/shared/table-file/print-file.ts';
import { getBook } from './get-book.ts';
import { bookLetter } from './letter.ts';
import { everybodysLetters } from './everybodys-letters.ts';
import { letterFile, lettersFile } from './letter-files.ts';

const db = useTempStore();
const now = Date.UTC(2026, 10, 19, 15, 0);
const ids = new Map<string, number>();
const repOf = (name: string) => toPublicId('rep', ids.get(name) ?? 0);
let orla: Context;
let maya: Context;
let planner: Context;

function personOf(name: string): Context {
  const id = ids.get(name) ?? 0;
  const holderIds = holderIdsOf(db.current.connection, id, false);
  return testContext({ now, actor: { kind: 'user', userId: 1, name, role: 'rep', repId: id, holderIds } });
}

beforeAll(async () => {
  await seedDemo(db.current, { now, accounts: 2_000 });
  for (const row of db.current.connection
    .prepare<[], { id: number; name: string }>("SELECT id, name FROM reps WHERE kind = 'rep'")
    .all())
    ids.set(row.name, row.id);
  orla = personOf('Orla Kestermann');
  maya = personOf('Maya Torres');
  planner = testContext({ now, actor: { kind: 'user', userId: 2, role: 'revops' } });
}, 60_000);

const all = <Row>(sql: string, ...params: unknown[]) =>
  db.current.connection.prepare<unknown[], Row>(sql).all(...params);
const measure = (book: Book, key: string) => book.measures.find((item) => item.key === key);

/** The middle of a list, the slow way. */
function middle(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1
    ? (sorted[Math.floor(half)] ?? 0)
    : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
}

/** What each AE holds, asked of the tables alone. */
function sellers() {
  return all<{ id: number; accounts: number; potential: number; workload: number; pipeline: number }>(
    `WITH own AS (SELECT DISTINCT rep_id, account_id FROM assignments WHERE to_at IS NULL)
     SELECT r.id, count(a.id) AS accounts, coalesce(sum(a.revenue), 0) AS potential,
       coalesce(sum((SELECT (t.touches_from + t.touches_to) / 2 FROM account_tiers x JOIN tiers t ON t.id = x.tier_id
         WHERE x.account_id = a.id AND x.to_at IS NULL)), 0) AS workload,
       coalesce(sum((SELECT sum(o.amount) FROM opportunities o JOIN stages s ON s.id = o.stage_id
         WHERE o.account_id = a.id AND s.outcome = 'open' AND o.archived_at IS NULL)), 0) AS pipeline
     FROM reps r JOIN terms role ON role.id = r.role AND role.label = 'ae'
     LEFT JOIN own ON own.rep_id = r.id LEFT JOIN accounts a ON a.id = own.account_id AND a.archived_at IS NULL
     WHERE r.kind = 'rep' AND r.is_active = 1 AND r.is_opening = 0 AND (r.starts_on IS NULL OR r.starts_on <= ?)
     GROUP BY r.id`,
    Math.floor(now / 86_400_000),
  );
}

describe('one’s own book', () => {
  it('stands against the middle of the role, as plain SQL finds it', async () => {
    const book = await getBook(orla);
    const team = sellers();
    expect(book).toMatchObject({ isOwn: true, team: team.length });
    expect(team.length).toBeGreaterThan(4);
    for (const key of ['accounts', 'potential', 'workload', 'pipeline'] as const) {
      const own = team.find(({ id }) => id === ids.get('Orla Kestermann'));
      expect([key, measure(book, key)?.own]).toEqual([key, expect.closeTo(own?.[key] ?? -1, 4)]);
      expect([key, measure(book, key)?.median]).toEqual([
        key,
        expect.closeTo(middle(team.map((row) => row[key])), 4),
      ]);
    }
    expect(measure(book, 'accounts')?.limit).toBe(50);
  });

  it('tells what was won in the last four fiscal quarters', async () => {
    const book = await getBook(orla);
    expect(book.quarters).toHaveLength(4);
    const [first, last] = [book.quarters[0]?.fromOn ?? 0, book.quarters[3]?.toOn ?? 0];
    const [{ amount } = { amount: -1 }] = all<{ amount: number }>(
      `SELECT coalesce(sum(o.amount), 0) AS amount FROM opportunities o JOIN stages s ON s.id = o.stage_id
       WHERE s.outcome = 'won' AND o.owner_id = ? AND o.closed_on BETWEEN ? AND ?`,
      ids.get('Orla Kestermann'),
      first,
      last,
    );
    expect(amount).toBeGreaterThan(0);
    expect(book.quarters.reduce((sum, { ownAmount }) => sum + ownAmount, 0)).toBeCloseTo(amount, 4);
  });

  it('tells no median of a team so small that it would tell what one of them has', async () => {
    const book = await getBook(maya);
    expect(book.team).toBe(3);
    expect(book.measures.map(({ median }) => median)).toEqual([null, null, null, null]);
    expect(book.quarters.map(({ medianAmount }) => medianAmount)).toEqual([null, null, null, null]);
  });

  it('is not for colleagues, and names none of them beside one’s own accounts', async () => {
    await expect(getBook(maya, repOf('Orla Kestermann'))).rejects.toMatchObject({ code: 'forbidden' });
    const { accounts, moves, ...rest } = await getBook(orla);
    const mine = new Set(
      all<{ id: number }>(
        'SELECT DISTINCT account_id AS id FROM assignments WHERE rep_id = ?',
        orla.actor.repId,
      ).map(({ id }) => toPublicId('account', id)),
    );
    expect(accounts.every(({ id }) => mine.has(id))).toBe(true);
    expect(moves.every(({ accountId }) => mine.has(accountId))).toBe(true);
    for (const name of ids.keys()) {
      if (name !== 'Orla Kestermann') expect(JSON.stringify(rest)).not.toContain(name);
    }
    expect((await getBook(planner, repOf('Orla Kestermann'))).isOwn).toBe(false);
  });

  it('lists every account that came and went, and from whom', async () => {
    const { moves } = await getBook(planner, repOf('Clara Penhallow'));
    const [{ came, went } = { came: -1, went: -1 }] = all<{ came: number; went: number }>(
      'SELECT count(*) AS came, count(to_at) AS went FROM assignments WHERE rep_id = ?',
      ids.get('Clara Penhallow'),
    );
    expect(moves.filter(({ change }) => change === 'came')).toHaveLength(came);
    expect(moves.filter(({ change }) => change === 'went')).toHaveLength(went);
    expect(moves.some(({ change, otherName }) => change === 'came' && otherName !== null)).toBe(true);
  });
});

describe('letters', () => {
  it('and books read over the wire as they are in hand', async () => {
    const book = await getBook(orla);
    expect(bookSchema.parse(toWire(book))).toEqual(book);
    const letter = bookLetter(planner, repOf('Clara Penhallow'));
    expect(letterSchema.parse(toWire(letter))).toEqual(letter);
  });

  it('are for the rep they are about, and for those who see everybody', async () => {
    expect(bookLetter(orla, repOf('Orla Kestermann')).rep.name).toBe('Orla Kestermann');
    expect(() => bookLetter(orla, repOf('Dev Harrington'))).toThrow(
      'The letter of Dev Harrington is not for you.',
    );
    expect(bookLetter(planner, repOf('Dev Harrington')).rep.name).toBe('Dev Harrington');
    expect(() => bookLetter(planner, repOf('Dev Harrington'), 99)).toThrow('No version 99');
    await expect(lettersFile(orla, 'xlsx')).rejects.toThrow('does not allow this');
  });

  it('tell what the version in force changed, from and to whom', () => {
    const letter = bookLetter(planner, repOf('Clara Penhallow'));
    const before = letter.accounts.length - letter.came.length + letter.went.length;
    const [{ held } = { held: -1 }] = all<{ held: number }>(
      'SELECT count(*) AS held FROM assignments WHERE rep_id = ? AND from_at < ? AND (to_at IS NULL OR to_at >= ?)',
      ids.get('Clara Penhallow'),
      letter.sinceAt,
      letter.sinceAt,
    );
    expect(before).toBe(held);
    expect(letter.came.length).toBeGreaterThan(0);
    expect(letter.came.every(({ otherName }) => otherName !== 'Clara Penhallow')).toBe(true);
    expect(letter.accounts.filter(({ isNew }) => isNew)).toHaveLength(letter.came.length);
    expect(letter.accounts.every(({ reason }) => reason !== null)).toBe(true);
    expect(letter.manager?.name).toBe('Lena Ashgrove');
  });

  it('name the territory that brought or took an account', () => {
    const { came } = bookLetter(planner, repOf('Clara Penhallow'));
    const placed = came.filter(({ reason }) => reason === 'Goes with its territory');
    expect(placed.length).toBeGreaterThan(0);
    expect(new Set(placed.map(({ territory }) => territory))).toEqual(new Set(['Mid-Atlantic']));
    const { went } = bookLetter(planner, repOf('Theo Brackett'));
    const lost = went.filter(({ otherName }) => otherName === 'Clara Penhallow');
    expect(lost.length).toBeGreaterThan(0);
    expect(new Set(lost.map(({ territory }) => territory))).toEqual(new Set(['Mid-Atlantic']));
  });

  it('come all at once for those who plan, each as its rep reads it', async () => {
    const letters = await everybodysLetters(planner);
    expect(letters.find(({ rep }) => rep.name === 'Orla Kestermann')).toEqual(
      bookLetter(planner, repOf('Orla Kestermann')),
    );
    expect(letters.every(({ accounts, went }) => accounts.length + went.length > 0)).toBe(true);
    await expect(everybodysLetters(orla)).rejects.toThrow('does not allow this');
  });

  it('about an earlier version stop where the next began', () => {
    const first = bookLetter(planner, repOf('Clara Penhallow'), 1);
    const second = bookLetter(planner, repOf('Clara Penhallow'), 2);
    expect(first.plan).toMatchObject({ number: 1, isInForce: false });
    expect(first.asOf).toBe(second.sinceAt - 1);
  });

  it('are files: one table for one rep, a sheet for each in a workbook, or one CSV', async () => {
    const letter = bookLetter(orla, repOf('Orla Kestermann'));
    expect([...letterFile(letter).rows]).toHaveLength(letter.accounts.length + letter.went.length);
    const { fileName, pieces } = printFile(await lettersFile(planner, 'xlsx'), 'xlsx');
    expect(fileName).toBe('books-v2.xlsx');
    const parts = unzipSync(new Uint8Array(Buffer.concat([...pieces])));
    const book = new TextDecoder().decode(parts['xl/workbook.xml']);
    const names = [...book.matchAll(/<sheet name="([^"]*)"/g)].map((match) => match[1]);
    expect(names).toContain('Orla Kestermann');
    expect(new Set(names).size).toBe(names.length);
    expect(Object.keys(parts).filter((name) => name.includes('worksheets/'))).toHaveLength(names.length);
    const csv = await lettersFile(planner, 'csv');
    const rows = 'rows' in csv ? [...csv.rows] : [];
    const reps = new Set(rows.map(([rep]) => rep));
    expect(reps.has('Orla Kestermann')).toBe(true);
    expect(names).toEqual(expect.arrayContaining([...reps]));
    const own = rows.filter(([rep]) => rep === 'Orla Kestermann');
    expect(own.map(([, ...row]) => row)).toEqual([...letterFile(letter).rows]);
  });
});
