import 'server-only';
import type { z } from 'zod';
import { store } from '#db/client.ts';
import { setFieldArchived, updateCustomField } from '#db/queries/fields/custom-field-rows.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import type { CustomFieldView, customFieldChange } from '#lib/shared/field-shapes.ts';
import { customFieldView, requireCustomField } from './custom-field-view.ts';

/** Renames a custom field or its unit; its key stays, so that rules and mappings go on. */
export async function changeCustomField(
  ctx: Context,
  id: string,
  change: z.output<typeof customFieldChange>,
): Promise<CustomFieldView> {
  requireCan(ctx.actor, 'fields.manage');
  await write(ctx, (tx) => {
    const before = requireCustomField(tx.connection, id);
    const after = {
      label: change.label ?? before.label,
      unit: change.unit === undefined ? before.unit : change.unit,
    };
    updateCustomField(tx.connection, before.id, after);
    tx.audit({
      action: 'field.edit',
      entity: 'field',
      recordId: before.id,
      summary: `Changed the custom field “${after.label}”.`,
      before: { label: before.label, unit: before.unit },
      after,
    });
    tx.changed({ entity: 'field', recordId: before.id, op: 'update' });
  });
  const { connection } = store();
  return customFieldView(connection, requireCustomField(connection, id));
}

/** Takes a custom field out of use; its values stay stored. Refused while a segment's or a territory's rule asks for it. */
export async function archiveField(ctx: Context, id: string): Promise<void> {
  requireCan(ctx.actor, 'fields.manage');
  await write(ctx, (tx) => {
    const before = requireCustomField(tx.connection, id);
    const { usedBy } = customFieldView(tx.connection, before);
    if (usedBy.length > 0) {
      throw appError(
        'invalid',
        `“${before.label}” is used by ${usedBy.join(', ')}. Take it out of the rule first.`,
      );
    }
    setFieldArchived(tx.connection, before.id, ctx.now);
    tx.audit({
      action: 'field.archive',
      entity: 'field',
      recordId: before.id,
      summary: `Took the custom field “${before.label}” out of use.`,
      before: { entity: before.entity, key: `custom.${before.key}`, label: before.label, type: before.type },
    });
    tx.changed({ entity: 'field', recordId: before.id, op: 'delete' });
  });
}

/** Brings a custom field back into use, with the values that it had. */
export async function restoreField(ctx: Context, id: string): Promise<CustomFieldView> {
  requireCan(ctx.actor, 'fields.manage');
  await write(ctx, (tx) => {
    const field = requireCustomField(tx.connection, id, { retired: true });
    if (field.archivedAt === null) return;
    setFieldArchived(tx.connection, field.id, null);
    tx.audit({
      action: 'field.restore',
      entity: 'field',
      recordId: field.id,
      summary: `Brought the custom field “${field.label}” back into use.`,
    });
    tx.changed({ entity: 'field', recordId: field.id, op: 'create' });
  });
  const { connection } = store();
  return customFieldView(connection, requireCustomField(connection, id));
}
