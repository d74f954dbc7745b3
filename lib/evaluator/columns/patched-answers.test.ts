import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Connection } from '#db/client.ts';
import { arbitraryWrites, carryOut } from '#db/testing/random-writes.ts';
import { termWriter } from '#db/terms.ts';
import { insertWorld } from '#db/testing/insert-world.ts';
import { useTempStore } from '#db/testing/temp-store.ts';
import { countBits } from '#lib/engine/bitset.ts';
import type { RootEntity, SegmentDefinition } from '#lib/rules/ast.ts';
import { arbitraryDefinition } from '#lib/rules/testing/arbitrary-rule.ts';
import { arbitraryWorld } from '#lib/rules/testing/arbitrary-world.ts';
import { all, definition, is } from '#lib/rules/testing/rule-makers.ts';
import { now } from '#lib/rules/testing/workspace.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';
import type { Preview, PreviewQuestion } from '../contract.ts';
import { columnStore, openSession, recordsIn, refreshSession, type Session } from '../sqlite/session.ts';
import { answers } from '../sqlite/tasks.ts';
import { previewQuestion } from '../testing/preview-question.ts';
import { type IndexKeeper, loadIndex } from './index-keeper.ts';

/** How many worlds, each with a row of writes; `TESSERA_PATCHED_WORLDS` for a longer run, the seed is printed on failure. */
const worlds = Number(process.env.TESSERA_PATCHED_WORLDS ?? 25);
const timeout = 60_000 + worlds * 1_000;
const seed = Number(process.env.TESSERA_PARITY_SEED ?? 20_261_127);
const store = useTempStore();

function keeperOf(connection: Connection): IndexKeeper {
  const steps = loadIndex(connection, now);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return { current: step.value, next: null, save: () => {}, reload: () => {} };
}

const shown: Record<RootEntity, Partial<PreviewQuestion>> = {
  account: {
    sort: { field: 'employees', descending: true },
    breakdowns: ['industry', 'owner', 'custom.badges'],
    histograms: ['revenue'],
  },
  contact: {
    sort: { field: 'account.revenue', descending: false },
    breakdowns: ['reachable', 'account.industry'],
    histograms: ['account.employees'],
  },
};

function question(definition: SegmentDefinition, repIds: number[] | null): PreviewQuestion {
  return {
    ...previewQuestion(definition, now),
    scope: repIds ? { all: false, repIds } : { all: true },
    sort: { field: 'name', descending: false },
    limit: 5,
    perCondition: true,
    unknowns: true,
    nearMisses: true,
    ...shown[definition.entity],
  };
}

/** A picture stands still while numbers move within it, so only what it counts in all is compared. */
function comparable(preview: Preview) {
  const histograms = Object.values(preview.histograms).map(({ bins, missing, min, max }) => ({
    counted: bins.reduce((sum, { count }) => sum + count, 0),
    missing,
    min,
    max,
  }));
  return { ...preview, histograms, elapsedMs: 0 };
}

it('answers after any row of single writes are those of SQLite alone, from sets kept', {
  timeout,
}, async () => {
  let kept = 0;
  const rules = fc.array(
    fc.oneof(
      arbitraryDefinition('account', { withSegments: false }),
      arbitraryDefinition('contact', { withSegments: false }),
    ),
    { minLength: 4, maxLength: 4 },
  );
  const property = fc.asyncProperty(arbitraryWorld, arbitraryWrites, rules, async (world, writes, asked) => {
    const { connection } = store.current;
    connection.pragma('foreign_keys = OFF');
    connection.exec('BEGIN');
    try {
      insertWorld(connection, world);
      const session: Session = openSession(connection, keeperOf(connection));
      const columns = columnStore(session);
      const questions = asked.flatMap((one) => [
        question(one, null),
        {
          ...question(one, [1, 2]),
          sort: { field: one.entity === 'account' ? 'industry' : 'jobTitle', descending: true },
        },
        {
          ...question(one, null),
          sort: { field: one.entity === 'account' ? 'name' : 'reachable', descending: false },
        },
      ]);
      const askAll = async (of: Session) => {
        const found: unknown[] = [];
        for (const one of questions)
          found.push(comparable(await answers.preview(of, one, async () => {}, now)));
        return found;
      };
      refreshSession(session, now);
      await askAll(session);
      const note = connection.prepare(
        "INSERT INTO change_log (entity, record_id, op, at) VALUES (?, ?, 'update', 0)",
      );
      for (const one of writes) {
        const written = carryOut(connection, one);
        if (written) note.run(written.entity, written.id);
        session.seen.file = -1;
        refreshSession(session, now);
        if (columnStore(session) !== columns) return;
        kept += 1;
        const got = await askAll(session);
        expect(got).toEqual(await askAll(openSession(connection)));
      }
    } finally {
      connection.exec('ROLLBACK');
    }
  });
  await fc.assert(property, { seed, numRuns: worlds });
  expect(kept).toBeGreaterThan(0);
});

it('sees pins that are put on and taken off while the same columns answer', async () => {
  const { connection } = store.current;
  connection.exec('BEGIN');
  try {
    insertWorld(connection, {
      accounts: [
        { id: 1, values: { name: 'Acme', employees: 400 } },
        { id: 2, values: { name: 'Bolt', employees: 700 } },
      ],
      contacts: [],
      rows: [],
    });
    connection.exec(
      `INSERT INTO segments (id, name, name_folded, draft, created_at, updated_at) VALUES (7, 'S', 'S', '{}', 0, 0)`,
    );
    const session = openSession(connection, keeperOf(connection));
    const columns = columnStore(session);
    const members = async (): Promise<number[]> => {
      session.seen.file = -1;
      refreshSession(session, now);
      const scope = { all: true as const };
      const segmentId = toPublicId('segment', 7);
      const asked = {
        definition: definition(all(is('employees', 'gte', 1))),
        segmentId,
        asOf: now,
        now,
        scope,
      };
      return [...(await answers.members(session, asked, async () => {}, now))];
    };
    const write = (statement: string) =>
      connection.exec(
        `${statement}; INSERT INTO change_log (entity, record_id, op, at) VALUES ('segment', 7, 'update', 0)`,
      );
    expect(await members()).toEqual([1, 2]);
    write(
      `INSERT INTO segment_pins (segment_id, record_id, side, reason, from_at) VALUES (7, 1, 'out', 'Said so', ${now - 2})`,
    );
    expect(await members()).toEqual([2]);
    write(`UPDATE segment_pins SET to_at = ${now - 1}`);
    expect(await members()).toEqual([1, 2]);
    expect(columnStore(session)).toBe(columns);
  } finally {
    connection.exec('ROLLBACK');
  }
});

it('knows texts that were written for the first time after a kept set was brought in step', async () => {
  const { connection } = store.current;
  connection.exec('BEGIN');
  try {
    insertWorld(connection, {
      accounts: [
        { id: 1, values: { name: 'Acme', industry: 'Retail' } },
        { id: 2, values: { name: 'Bolt', industry: 'Retail' } },
      ],
      contacts: [],
      rows: [],
    });
    const session = openSession(connection, keeperOf(connection));
    const columns = columnStore(session);
    const members = async (field: string): Promise<number[]> => {
      session.seen.file = -1;
      refreshSession(session, now);
      const rule = definition(all(is(field, 'contains', 'new')));
      const asked = { definition: rule, asOf: now, now, scope: { all: true as const } };
      return [...(await answers.members(session, asked, async () => {}, now))];
    };
    const term = termWriter(connection);
    for (const field of ['name', 'industry']) {
      expect(await members(field)).toEqual([]);
      for (const [id, text] of [
        [1, 'New One'],
        [2, 'New Two'],
      ] as const) {
        const value = field === 'industry' ? term('account.industry', text) : foldText(text);
        const column = field === 'industry' ? 'industry' : 'name_folded';
        connection.prepare(`UPDATE accounts SET ${column} = ? WHERE id = ?`).run(value, id);
        connection.exec(
          `INSERT INTO change_log (entity, record_id, op, at) VALUES ('account', ${id}, 'update', 0)`,
        );
        expect(await members(field)).toEqual(id === 1 ? [1] : [1, 2]);
      }
    }
    expect(columnStore(session)).toBe(columns);
  } finally {
    connection.exec('ROLLBACK');
  }
});

it('leaves archived accounts out of what a holder is told', async () => {
  const { connection } = store.current;
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN');
  try {
    insertWorld(connection, {
      accounts: [
        { id: 1, values: { name: 'Acme' }, references: { owner: [{ id: 'rep_1', from: 0, to: null }] } },
        { id: 2, values: { name: 'Bolt' }, references: { owner: [{ id: 'rep_1', from: 0, to: null }] } },
      ],
      contacts: [],
      rows: [],
    });
    connection.exec('UPDATE accounts SET archived_at = 1 WHERE id = 2');
    const session = openSession(connection, keeperOf(connection));
    const asked = question(definition(all()), [1]);
    const count = async () => {
      session.seen.file = -1;
      refreshSession(session, now);
      return (await answers.preview(session, asked, async () => {}, now)).count;
    };
    expect(await count()).toBe(1);
    connection.exec('UPDATE accounts SET archived_at = 1');
    connection.exec(`INSERT INTO change_log (entity, record_id, op, at) VALUES ('account', 1, 'update', 0)`);
    expect(await count()).toBe(0);
  } finally {
    connection.exec('ROLLBACK');
  }
});

it('counts a kept set once, from question to question, until something is written', () => {
  const { connection } = store.current;
  connection.exec('BEGIN');
  try {
    const accounts = [1, 2].map((id) => ({ id, values: { name: `Account ${id}` } }));
    insertWorld(connection, { accounts, contacts: [], rows: [] });
    const session = openSession(connection, keeperOf(connection));
    const columns = columnStore(session);
    let counted = 0;
    const count = () => {
      session.seen.file = -1;
      refreshSession(session, now);
      const { all: everybody } = recordsIn(session, 'account');
      return session.cache.numberOf(everybody, everybody, () => {
        counted += 1;
        return countBits(everybody);
      });
    };
    expect([count(), count(), count(), counted]).toEqual([2, 2, 2, 1]);
    connection.exec('UPDATE accounts SET archived_at = 1 WHERE id = 2');
    connection.exec(`INSERT INTO change_log (entity, record_id, op, at) VALUES ('account', 2, 'update', 0)`);
    expect([count(), count(), counted]).toEqual([1, 1, 2]);
    expect(columnStore(session)).toBe(columns);
  } finally {
    connection.exec('ROLLBACK');
  }
});
