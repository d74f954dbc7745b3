import 'server-only';
import { store } from '#db/client.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { SessionClaim } from './actor.ts';
import { hashPassword, requireGoodPassword } from './password.ts';
import { hashSecret } from './secrets.ts';

type Invited = { id: number; name: string; email: string; sessionVersion: number };

/** Who was invited by this link, or null when it is unknown, used or expired. */
export function findInvite(secret: string, now: number): Invited | null {
  const row = store()
    .connection.prepare<[string, number], Invited>(
      `SELECT id, name, email, session_version AS sessionVersion FROM users
       WHERE invite_token_hash = ? AND invite_expires_at > ? AND is_active = 1`,
    )
    .get(hashSecret(secret), now);
  return row ?? null;
}

/** Sets the password of an invited person and ends the link. A password set before is replaced and its sessions end. */
export async function acceptInvite(
  ctx: Context,
  input: { secret: string; password: string },
): Promise<SessionClaim> {
  requireGoodPassword(input.password);
  const passwordHash = await hashPassword(input.password);
  return write(ctx, (tx) => {
    const invited = findInvite(input.secret, ctx.now);
    if (!invited) {
      throw appError('not_found', 'This link was used already or is too old. Ask an admin for a new one.');
    }
    const sessionVersion = invited.sessionVersion + 1;
    tx.connection
      .prepare(
        `UPDATE users SET password_hash = ?, invite_token_hash = NULL, invite_expires_at = NULL,
           session_version = ?, version = version + 1, updated_at = ?, last_seen_at = ? WHERE id = ?`,
      )
      .run(passwordHash, sessionVersion, ctx.now, ctx.now, invited.id);
    tx.audit({
      action: 'user.setPassword',
      entity: 'user',
      recordId: invited.id,
      summary: `${invited.name} set a password by link`,
    });
    return { userId: invited.id, sessionVersion };
  });
}
