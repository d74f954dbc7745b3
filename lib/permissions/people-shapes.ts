import { z } from 'zod';
import { wireInstant } from '#lib/shared/wire-times.ts';
import { roles } from './roles.ts';

/** What the people and token parts of the API take and answer, shared by handlers, pages and OpenAPI. */

const name = z.string().trim().min(1, 'Enter a name.').max(120);
const role = z.enum(roles, 'Choose one of the roles.');
const leaderSees = z.enum(['team', 'all']).describe('Whether a leader sees their team or everybody.');
const repId = z.string().nullable().describe('The rep whose book this person works, by public id.');

export const inviteInput = z.strictObject({
  email: z.email('Enter an e-mail address, for example ada@example.com.').max(320),
  name,
  role,
  leaderSees: leaderSees.default('team'),
  repId: repId.default(null),
});

export const personChange = z.strictObject({
  name: name.optional(),
  role: role.optional(),
  leaderSees: leaderSees.optional(),
  repId: repId.optional(),
  isActive: z.boolean().optional(),
});

export const person = z.object({
  id: z.string(),
  email: z.string(),
  name: z.string(),
  role,
  leaderSees,
  repId,
  repName: z.string().nullable(),
  isActive: z.boolean(),
  /** `invited`: has a link and no password yet. */
  state: z.enum(['active', 'invited', 'deactivated']),
  isDemo: z.boolean(),
  lastSeenAt: wireInstant.nullable(),
  version: z.number().int(),
});
export type Person = z.output<typeof person>;

export const personList = z.object({ items: z.array(person), nextCursor: z.null() });

/** A link that lets one person choose a password; shown once. */
export const inviteLink = z.object({
  user: person,
  invitePath: z.string(),
  inviteUrl: z.string(),
  expiresAt: wireInstant,
});
export type InviteLink = z.output<typeof inviteLink>;

export const tokenInput = z.strictObject({
  name: z.string().trim().min(1, 'Say what the token is for.').max(120),
  role: role.optional().describe('At most your own role; yours when left out.'),
  expiresInDays: z.number().int().min(1).max(366, 'A token lives at most a year.').default(90),
});

export const token = z.object({
  id: z.string(),
  name: z.string(),
  hint: z.string().describe('The first characters, to tell tokens apart.'),
  role,
  userId: z.string(),
  userName: z.string(),
  isOwn: z.boolean(),
  state: z.enum(['active', 'expired', 'revoked']),
  createdAt: wireInstant,
  expiresAt: wireInstant,
  lastUsedAt: wireInstant.nullable(),
});
export type ApiToken = z.output<typeof token>;

export const tokenList = z.object({ items: z.array(token), nextCursor: z.null() });
export const newToken = z.object({ token: z.string().describe('Shown this once.'), item: token });

export const passwordChange = z.strictObject({ current: z.string(), next: z.string() });
