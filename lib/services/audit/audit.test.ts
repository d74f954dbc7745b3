import { beforeAll, describe, expect, it } from 'vitest';
import { testContext, useTempStore } from '#db/testing/temp-store.ts';
import { write } from '#db/write.ts';
import { parseIsoDay } from '#lib/shared/days.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { auditFilterChoices, listAudit } from './list.ts';

const held = useTempStore();
const base = testContext();

beforeAll(async () => {
  held.current.connection.exec(`
    INSERT INTO workspace (id, name, settings, created_at, updated_at) VALUES (1, 'A', '{"timeZone":"America/Chicago"}', 0, 0);
    INSERT INTO users (id, email, email_folded, name, role, created_at, updated_at)
      VALUES (1, 'a', 'A', 'Ada', 'admin', 0, 0), (2, 'b', 'B', 'Bea', 'revops', 0, 0);`);
  for (let at = 0; at < 6; at++) {
    const actor = { userId: (at % 2) + 1, name: at % 2 === 0 ? 'Ada' : 'Bea' };
    const ctx = testContext({ actor, now: Date.UTC(2026, 10, 20 + Math.floor(at / 2), 3, 0, 0) });
    await write(ctx, (tx) =>
      tx.audit({
        action: at < 4 ? 'tier.edit' : 'tier.create',
        entity: 'tier',
        recordId: at + 1,
        summary: `${at}.`,
      }),
    );
  }
});

const summaries = (query: Partial<Parameters<typeof listAudit>[1]>) =>
  listAudit(base, { limit: 50, ...query }).items.map((entry) => entry.summary);

describe('the audit log', () => {
  it('comes newest first, in pages that add up', () => {
    const first = listAudit(base, { limit: 4 });
    const rest = listAudit(base, { limit: 4, ...(first.nextCursor ? { cursor: first.nextCursor } : {}) });
    expect([...first.items, ...rest.items].map((entry) => entry.summary)).toEqual([
      '5.',
      '4.',
      '3.',
      '2.',
      '1.',
      '0.',
    ]);
    expect(rest.nextCursor).toBeNull();
  });

  it('is filtered by person, action, kind of action and record', () => {
    expect(summaries({ user: toPublicId('user', 2) })).toEqual(['5.', '3.', '1.']);
    expect(summaries({ action: 'tier.create' })).toEqual(['5.', '4.']);
    expect(summaries({ action: 'tier.' })).toHaveLength(6);
    expect(summaries({ entity: 'tier', record: toPublicId('tier', 3) })).toEqual(['2.']);
    expect(summaries({ record: toPublicId('tier', 3) })).toEqual(['2.']);
    expect(summaries({ record: toPublicId('segment', 3) })).toEqual([]);
    expect(summaries({ record: 'nothing' })).toEqual([]);
    expect(summaries({ user: 'usr_zz' })).toEqual([]);
  });

  it('knows days by the workspace’s time zone: 3:00 UTC is the evening before in Chicago', () => {
    const day = (text: string) => parseIsoDay(text) ?? 0;
    expect(summaries({ from: day('2026-11-20'), to: day('2026-11-20') })).toEqual(['3.', '2.']);
    expect(summaries({ to: day('2026-11-19') })).toEqual(['1.', '0.']);
  });

  it('refuses a cursor of another list, and offers who and what occurs', () => {
    expect(() => listAudit(base, { limit: 5, cursor: 'bm90IG91cnM' })).toThrow(/cursor/);
    expect(auditFilterChoices(base)).toEqual({
      people: [
        { id: 'usr_1', name: 'Ada' },
        { id: 'usr_2', name: 'Bea' },
      ],
      actions: ['tier.create', 'tier.edit'],
    });
  });

  it('names what it is about as that is called now, and where it lies', async () => {
    held.current.connection.exec(`
      INSERT INTO accounts (id, name, name_folded, created_at, updated_at) VALUES (7, 'Acme', 'ACME', 0, 0);
      INSERT INTO contacts (id, account_id, name, name_folded, created_at, updated_at)
        VALUES (3, 7, 'Petra', 'PETRA', 0, 0);`);
    const subjectOf = async (entity: string, recordId: number) => {
      const ctx = testContext({ now: Date.UTC(2026, 11, 1) });
      await write(ctx, (tx) => tx.audit({ action: 'subject.test', entity, recordId, summary: 'x.' }));
      return listAudit(base, { limit: 1, action: 'subject.test' }).items[0]?.subject;
    };
    const accountId = toPublicId('account', 7);
    expect(await subjectOf('account', 7)).toEqual({ name: 'Acme', accountId });
    expect(await subjectOf('contact', 3)).toEqual({ name: 'Petra', accountId });
    expect(await subjectOf('user', 2)).toEqual({ name: 'Bea', accountId: null });
    expect(await subjectOf('segment', 99)).toBeNull();
  });
});
