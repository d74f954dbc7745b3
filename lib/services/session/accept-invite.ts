import 'server-only';
import { store } from '#db/client.ts';
import { findInvited, type Invited } from '#db/queries/users/invites.ts';
import { endSessions, noteSignIn, setPassword } from '#db/queries/users/save-user.ts';
import { write } from '#db/write.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { SessionClaim } from './actor.ts';
import { hashPassword, requireGoodPassword } from './password.ts';
import { hashSecret } from './secrets.ts';

/** Who was invited by this link, or null when it is unknown, used or expired. */
export function findInvite(secret: string, now: number): Invited | null {
  return findInvited(store().connection, hashSecret(secret), now);
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
    setPassword(tx.connection, invited.id, passwordHash, ctx.now);
    endSessions(tx.connection, invited.id);
    noteSignIn(tx.connection, invited.id, ctx.now);
    tx.audit({
      action: 'user.setPassword',
      entity: 'user',
      recordId: invited.id,
      summary: `${invited.name} set a password by link.`,
      by: { userId: invited.id, name: invited.name },
    });
    return { userId: invited.id, sessionVersion: invited.sessionVersion + 1 };
  });
}
