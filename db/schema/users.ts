import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { reps } from './reps.ts';

export const users = sqliteTable(
  'users',
  {
    id: integer('id').primaryKey(),
    email: text('email').notNull(),
    emailFolded: text('email_folded').notNull(),
    name: text('name').notNull(),
    role: text('role', { enum: ['admin', 'revops', 'leader', 'rep', 'viewer'] }).notNull(),
    /** Leaders see their team (themselves as manager) or all. */
    leaderSees: text('leader_sees', { enum: ['team', 'all'] })
      .notNull()
      .default('team'),
    repId: integer('rep_id').references(() => reps.id, { onDelete: 'set null' }),
    /** Argon2id; null = no local password (OIDC, or invited and not yet set). */
    passwordHash: text('password_hash'),
    /** Raised by "sign out everywhere", a password change, a deactivation. */
    sessionVersion: integer('session_version').notNull().default(1),
    isActive: integer('is_active').notNull().default(1),
    inviteTokenHash: text('invite_token_hash'),
    inviteExpiresAt: integer('invite_expires_at'),
    isDemo: integer('is_demo').notNull().default(0),
    version: integer('version').notNull().default(1),
    createdAt: integer('created_at').notNull(),
    updatedAt: integer('updated_at').notNull(),
    lastSeenAt: integer('last_seen_at'),
  },
  (t) => [uniqueIndex('users_email').on(t.emailFolded), index('users_rep').on(t.repId)],
);

export const apiTokens = sqliteTable(
  'api_tokens',
  {
    id: integer('id').primaryKey(),
    userId: integer('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    tokenHash: text('token_hash').notNull(),
    /** First characters, to tell tokens apart in the list. */
    hint: text('hint').notNull(),
    role: text('role', { enum: ['admin', 'revops', 'leader', 'rep', 'viewer'] }).notNull(),
    createdAt: integer('created_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    lastUsedAt: integer('last_used_at'),
    revokedAt: integer('revoked_at'),
  },
  (t) => [uniqueIndex('api_tokens_hash').on(t.tokenHash), index('api_tokens_user').on(t.userId)],
);

/** Failed sign-ins by subject (`email:…` or `address:…`), for rate limiting across restarts. */
export const signInAttempts = sqliteTable(
  'sign_in_attempts',
  {
    id: integer('id').primaryKey(),
    subject: text('subject').notNull(),
    at: integer('at').notNull(),
  },
  (t) => [index('sign_in_attempts_subject').on(t.subject, t.at)],
);

/** Answers of POST requests by Idempotency-Key. */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    id: integer('id').primaryKey(),
    userId: integer('user_id').notNull(),
    key: text('key').notNull(),
    requestDigest: text('request_digest').notNull(),
    status: integer('status').notNull(),
    body: text('body').notNull(),
    createdAt: integer('created_at').notNull(),
  },
  (t) => [uniqueIndex('idempotency_keys_user_key').on(t.userId, t.key)],
);
