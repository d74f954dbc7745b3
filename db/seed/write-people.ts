import { hash } from '@node-rs/argon2';
import type { Connection } from '../client.ts';
import { crmId } from './crm-ids.ts';
import { fold, toAscii } from './fold.ts';
import { demoPools, demoReps } from './reps.ts';
import type { TermCell } from './term-cells.ts';

export const demoPassword = 'tessera-demo';

export type DemoLogin = { role: string; name: string; email: string; password: string };
export type DemoLogins = DemoLogin[];

type DemoUser = {
  name: string;
  role: 'admin' | 'revops' | 'leader' | 'rep' | 'viewer';
  title: string;
  repKey: string | null;
};

export const demoUsers: readonly DemoUser[] = [
  { name: 'Milo Farraday', role: 'admin', title: 'Admin', repKey: null },
  { name: 'Dara Winslade', role: 'revops', title: 'RevOps', repKey: null },
  { name: 'Lena Ashgrove', role: 'leader', title: 'Sales leader', repKey: 'Lena' },
  { name: 'Ansel Brightmoor', role: 'rep', title: 'SDR', repKey: 'Ansel' },
  { name: 'Orla Kestermann', role: 'rep', title: 'AE', repKey: 'Orla' },
  { name: 'Ines Calloway', role: 'viewer', title: 'Viewer', repKey: null },
];

export function demoEmail(name: string): string {
  return `${toAscii(name.split(' ')[0] ?? name).toLowerCase()}@tessera.example`;
}

/** One argon2id hash for the common demo password, with the memory and time that OWASP asks for at least. */
export function hashDemoPassword(): Promise<string> {
  return hash(demoPassword, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });
}

/** Writes reps, managers and pools; ids by key. */
export function writeReps(
  connection: Connection,
  term: TermCell,
  importId: number,
  createdAt: number,
): Map<string, number> {
  const insert = connection.prepare(
    `INSERT INTO reps (kind, external_id, name, name_folded, email, email_folded, role, region, manager_id,
       capacity_touches, max_accounts, ramp_rate, import_id, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const ids = new Map<string, number>();
  for (const [at, rep] of demoReps.entries()) {
    const email = demoEmail(rep.name);
    const managerId = rep.manager === null ? null : (ids.get(rep.manager) ?? null);
    const capacity = rep.role === 'manager' ? null : rep.capacityTouches;
    const cells = [
      'rep',
      crmId('005', 100 + at),
      rep.name,
      fold(rep.name),
      email,
      fold(email),
      term('rep.role', rep.role),
      term('rep.region', rep.region),
      managerId,
      capacity,
      rep.maxAccounts,
      rep.rampRate,
      importId,
      createdAt,
      createdAt,
    ];
    ids.set(rep.key, Number(insert.run(cells).lastInsertRowid));
  }
  writePools(connection, ids, { importId, createdAt });
  writeRepTiers(connection, term, ids);
  return ids;
}

function writePools(
  connection: Connection,
  ids: Map<string, number>,
  { importId, createdAt }: { importId: number; createdAt: number },
): void {
  const insert = connection.prepare(
    `INSERT INTO reps (kind, name, name_folded, import_id, created_at, updated_at) VALUES ('pool', ?, ?, ?, ?, ?)`,
  );
  const join = connection.prepare('INSERT INTO pool_members (pool_id, rep_id) VALUES (?, ?)');
  for (const pool of demoPools) {
    const id = Number(insert.run(pool.name, fold(pool.name), importId, createdAt, createdAt).lastInsertRowid);
    ids.set(pool.key, id);
    for (const member of pool.members) join.run(id, ids.get(member));
  }
}

function writeRepTiers(connection: Connection, term: TermCell, ids: ReadonlyMap<string, number>): void {
  const insert = connection.prepare('INSERT INTO rep_tiers (rep_id, term_id) VALUES (?, ?)');
  for (const rep of demoReps) {
    if (rep.role === 'manager') continue;
    const tiers = rep.manager === 'Priya' && rep.role === 'ae' ? ['Tier 1'] : ['Tier 1', 'Tier 2', 'Tier 3'];
    for (const tier of tiers) insert.run(ids.get(rep.key), term('rep.tiers', tier));
  }
}

/** Writes the demo people who may sign in; row ids by first name. */
export function writeUsers(
  connection: Connection,
  reps: ReadonlyMap<string, number>,
  passwordHash: string,
  createdAt: number,
): { ids: Map<string, number>; logins: DemoLogins } {
  const insert = connection.prepare(
    `INSERT INTO users (email, email_folded, name, role, leader_sees, rep_id, password_hash, is_demo, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
  );
  const ids = new Map<string, number>();
  const logins = demoUsers.map(({ name, role, title, repKey }) => {
    const email = demoEmail(name);
    const repId = repKey === null ? null : (reps.get(repKey) ?? null);
    const sees = role === 'leader' ? 'all' : 'team';
    const cells = [email, fold(email), name, role, sees, repId, passwordHash, createdAt, createdAt];
    ids.set(name.split(' ')[0] ?? name, Number(insert.run(cells).lastInsertRowid));
    return { role: title, name, email, password: demoPassword };
  });
  return { ids, logins };
}
