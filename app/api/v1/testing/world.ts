import type { Connection } from '#db/client.ts';
import { type Role, roles } from '#lib/permissions/roles.ts';
import { hashSecret } from '#lib/services/session/secrets.ts';
import { type IdKind, toPublicId } from '#lib/shared/ids.ts';
import { foldText } from '#lib/shared/text.ts';

/** A small workspace with one person of each role, whose rep holds one account while another is somebody else's. */
export type World = {
  /** Bearer token of each role's person. */
  tokens: Record<Role, string>;
  /** Public ids of what this person's book reaches and what they made themselves. */
  own: (role: Role) => WorldIds;
  /** Public ids of what lies outside the rep's book, and what somebody else made. */
  foreign: (role: Role) => WorldIds;
};

export type WorldIds = {
  account: string;
  contact: string;
  opportunity: string;
  signal: string;
  activity: string;
  note: string;
  removedNote: string;
  nextStep: string;
  rep: string;
  view: string;
  token: string;
  job: string;
  user: string;
  segment: string;
  tier: string;
  plan: string;
  approval: string;
  holdover: string;
  request: string;
  territory: string;
  import: string;
  product: string;
  stage: string;
  field: string;
};

export const NOW = Date.UTC(2026, 10, 22, 9, 0, 0);

const segmentRule = {
  version: 1,
  entity: 'account',
  root: {
    id: 'root',
    kind: 'group',
    op: 'all',
    rules: [{ id: 'a', kind: 'field', field: 'name', operator: 'notEmpty' }],
  },
};

/** Fills a migrated database. Row ids: 1 is own, 2 foreign, in every table that has both. */
export function makeWorld(connection: Connection): World {
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const names = Object.keys(row);
    connection
      .prepare(
        `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `@${name}`).join(', ')})`,
      )
      .run(row);
  };
  const times = { created_at: NOW, updated_at: NOW };
  const named = (name: string) => ({ name, name_folded: foldText(name) });
  insert('workspace', { id: 1, name: 'Acme', settings: '{}', ...times });
  insert('imports', {
    id: 1,
    file_name: 'a.csv',
    file_bytes: 1,
    entity: 'account',
    status: 'completed',
    created_at: NOW,
  });
  insert('imports', {
    id: 2,
    kind: 'demo',
    file_name: 'demo',
    file_bytes: 1,
    status: 'completed',
    created_at: NOW,
  });
  insert('reps', { id: 3, ...named('Manager'), ...times });
  insert('reps', { id: 1, ...named('Own rep'), manager_id: 3, ...times });
  insert('reps', { id: 2, ...named('Other rep'), ...times });
  const repOf: Partial<Record<Role, number>> = { rep: 1, leader: 3 };
  const tokens = {} as Record<Role, string>;
  roles.forEach((role, at) => {
    const id = at + 1;
    const email = `${role}@example.com`;
    insert('users', {
      id,
      email,
      email_folded: foldText(email),
      name: role,
      role,
      rep_id: repOf[role] ?? null,
      ...times,
    });
    tokens[role] = `tsr_${role}`;
    insert('api_tokens', {
      id: id + 10,
      user_id: id,
      name: 'walk',
      token_hash: hashSecret(tokens[role]),
      hint: 'tsr',
      role,
      created_at: NOW,
      expires_at: Date.now() + 86_400_000,
    });
    insert('api_tokens', {
      id,
      user_id: id,
      name: 'own',
      token_hash: `h${id}`,
      hint: 'x',
      role: 'viewer',
      created_at: NOW,
      expires_at: NOW,
    });
    insert('saved_views', {
      id,
      page: 'accounts',
      name: role,
      user_id: id,
      is_shared: 1,
      state: '{}',
      ...times,
    });
    insert('jobs', {
      id,
      kind: 'jobs.housekeeping',
      status: 'running',
      payload: 'null',
      user_id: id,
      run_at: NOW,
      created_at: NOW,
    });
  });
  insert('terms', { id: 1, field: 'opportunity.stage', label: 'Discovery', folded: 'DISCOVERY' });
  insert('terms', { id: 2, field: 'signal.type', label: 'visit', folded: 'VISIT' });
  insert('terms', { id: 3, field: 'activity.type', label: 'touch', folded: 'TOUCH' });
  insert('stages', { id: 1, ...named('Discovery'), term_id: 1, position: 0, outcome: 'open' });
  insert('tiers', {
    id: 1,
    ...named('Tier 1'),
    rank: 1,
    touches_from: 4,
    touches_to: 8,
    channel_mix: '{"email":1}',
    ...times,
  });
  insert('plans', { id: 1, name: 'Plan', ...times });
  insert('plan_approvals', { id: 1, plan_id: 1, plan_version: 1, asked_by_user_id: 2, asked_at: NOW });
  for (const id of [1, 2]) {
    const name = id === 1 ? 'Own' : 'Other';
    insert('accounts', { id, ...named(name), ...times });
    insert('assignments', { account_id: id, slot: 'ae', rep_id: id, from_at: NOW - 1000, source: 'hand' });
    insert('contacts', { id, account_id: id, ...named(`${name} contact`), ...times });
    insert('opportunities', { id, account_id: id, ...named(`${name} deal`), stage_id: 1, ...times });
    insert('holdovers', {
      id,
      opportunity_id: id,
      account_id: id,
      slot: 'ae',
      rep_id: id,
      created_at: NOW,
    });
    insert('signals', { id, account_id: id, type: 2, occurred_at: NOW });
    insert('activities', { id, account_id: id, type: 3, owner_id: id, occurred_at: NOW, created_at: NOW });
    insert('next_steps', { id, account_id: id, rep_id: id, due_on: 20_000, text: name, created_at: NOW });
    insert('products', { id, ...named(`Product ${id}`) });
    insert('custom_fields', {
      id,
      entity: 'account',
      key: `field${id}`,
      label: `Field ${id}`,
      type: 'text',
      created_at: NOW,
    });
    insert('territories', {
      id,
      plan_id: 1,
      ...named(`Territory ${id}`),
      position: id,
      kind: 'named',
      color: id,
    });
    insert('segments', { id, ...named(`Segment ${id}`), draft: JSON.stringify(segmentRule), ...times });
  }
  const userId = (role: Role) => roles.indexOf(role) + 1;
  roles.forEach((role, at) => {
    const id = at + 1;
    insert('notes', { id, account_id: 1, user_id: id, text: role, ...times });
    insert('notes', { id: 10 + id, account_id: 1, user_id: id, text: role, archived_at: NOW, ...times });
  });
  const asked = { slot: 'ae', kind: 'give', reason: 'Closer to them', asked_at: NOW };
  roles.forEach((role, at) => {
    const from = { account_id: 1, from_rep_id: 1, to_rep_id: 2 };
    insert('account_requests', { id: at + 1, ...from, asked_by_user_id: userId(role), ...asked });
  });
  insert('account_requests', {
    id: 20,
    account_id: 2,
    from_rep_id: 2,
    to_rep_id: 1,
    asked_by_user_id: 1,
    ...asked,
  });
  insert('notes', { id: 20, account_id: 2, user_id: 1, text: 'Other', ...times });
  insert('notes', { id: 21, account_id: 2, user_id: 1, text: 'Other', archived_at: NOW, ...times });
  return {
    tokens,
    own: (role) => idsOf(1, userId(role)),
    foreign: (role) => idsOf(2, role === 'admin' ? userId('rep') : userId('admin')),
  };
}

function idsOf(id: 1 | 2, userId: number): WorldIds {
  const of = (kind: IdKind, rowId: number = id) => toPublicId(kind, rowId);
  return {
    account: of('account'),
    contact: of('contact'),
    opportunity: of('opportunity'),
    signal: of('signal'),
    activity: of('activity'),
    note: of('note', id === 1 ? userId : 20),
    removedNote: of('note', id === 1 ? 10 + userId : 21),
    nextStep: of('nextStep'),
    rep: of('rep'),
    view: of('view', userId),
    token: of('token', userId),
    job: of('job', userId),
    user: of('user', 4),
    segment: of('segment'),
    tier: of('tier', 1),
    plan: of('plan', 1),
    approval: of('approval', 1),
    holdover: of('holdover'),
    request: of('request', id === 1 || userId !== 1 ? userId : 20),
    territory: of('territory'),
    import: of('import', 1),
    product: of('product'),
    stage: of('stage', 1),
    field: of('field'),
  };
}
