import 'server-only';
import { saveRoleAssumptions } from '#db/queries/capacity/people.ts';
import { termWriter } from '#db/terms.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { RoleAssumptionsInput } from '#lib/shared/capacity-shapes.ts';

/** Sets what is assumed of everybody in a role: ramp curve, attrition, hours a touch. */
export async function saveRole(ctx: Context, input: RoleAssumptionsInput): Promise<RoleAssumptionsInput> {
  requireCan(ctx.actor, 'reps.edit');
  await write(ctx, (tx) => {
    const roleId = termWriter(tx.connection)('rep.role', input.role);
    if (roleId === null) throw appError('invalid', 'Name the role.');
    saveRoleAssumptions(tx.connection, roleId, input, ctx.now);
    tx.audit({
      action: 'capacity.edit_role',
      entity: 'rep',
      recordId: null,
      summary: `Changed ramp, attrition and hours a touch of the role "${input.role}".`,
      after: input,
    });
    tx.changed({ entity: 'rep', recordId: null, op: 'bulk' });
  });
  return input;
}
