import 'server-only';
import { z } from 'zod';
import { saveWorkspace } from '#db/queries/settings/save-workspace.ts';
import { insertUser, noteSignIn } from '#db/queries/users/save-user.ts';
import { hasUsers } from '#db/queries/users/session-user.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { workspaceSettingsSchema } from '#lib/shared/workspace-settings.ts';
import type { SessionClaim } from './actor.ts';
import { hashPassword, requireGoodPassword } from './password.ts';

const setUpSettings = workspaceSettingsSchema.pick({
  currency: true,
  timeZone: true,
  fiscalYearStartMonth: true,
});

export const setUpSchema = setUpSettings.extend({
  name: z.string().trim().min(1, 'Enter your name.').max(120),
  email: z.email('Enter your e-mail address.').max(320),
  password: z.string(),
  workspaceName: z.string().trim().min(1, 'Give the workspace a name.').max(120),
});

/** The first start: makes the admin and the workspace. Only while there is nobody; afterwards `forbidden`. */
export async function setUp(ctx: Context, input: unknown): Promise<SessionClaim> {
  const fields = parseInput(setUpSchema, input);
  requireGoodPassword(fields.password);
  const passwordHash = await hashPassword(fields.password);
  const settings = workspaceSettingsSchema.parse({
    currency: fields.currency,
    timeZone: fields.timeZone,
    fiscalYearStartMonth: fields.fiscalYearStartMonth,
  });
  return write(ctx, (tx) => {
    if (hasUsers(tx.connection)) throw appError('forbidden', 'Tessera is already set up. Sign in instead.');
    saveWorkspace(tx.connection, { name: fields.workspaceName, settings }, ctx.now);
    const userId = insertUser(
      tx.connection,
      {
        email: fields.email,
        name: fields.name,
        role: 'admin',
        leaderSees: 'all',
        repId: null,
        passwordHash,
      },
      ctx.now,
    );
    noteSignIn(tx.connection, userId, ctx.now);
    tx.audit({
      action: 'workspace.setUp',
      entity: 'workspace',
      recordId: 1,
      summary: `${fields.name} set up the workspace ${fields.workspaceName}.`,
      after: { name: fields.workspaceName, ...settings },
      by: { userId, name: fields.name },
    });
    return { userId, sessionVersion: 1 };
  });
}
