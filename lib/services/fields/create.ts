import 'server-only';
import { store } from '#db/client.ts';
import { insertCustomField, takenFieldKeys } from '#db/queries/fields/custom-field-rows.ts';
import { write } from '#db/write.ts';
import { customKey } from '#lib/imports/custom-columns.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { CustomFieldInput, CustomFieldView } from '#lib/shared/field-shapes.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import { customFieldView, requireCustomField } from './custom-field-view.ts';

/** Adds a custom field. Its key comes from its label and is never given to another field of that entity again. */
export async function createCustomField(ctx: Context, input: CustomFieldInput): Promise<CustomFieldView> {
  requireCan(ctx.actor, 'fields.manage');
  const rowId = await write(ctx, (tx) => {
    const taken = takenFieldKeys(tx.connection, input.entity);
    const wanted = customKey(input.label);
    let key = wanted;
    for (let count = 2; taken.has(key); count++) key = `${wanted.slice(0, 36)}${count}`;
    const id = insertCustomField(tx.connection, { ...input, key, createdAt: ctx.now });
    tx.audit({
      action: 'field.create',
      entity: 'field',
      recordId: id,
      summary: `Added the custom field “${input.label}” to ${input.entity}.`,
      after: { ...input, key: `custom.${key}` },
    });
    tx.changed({ entity: 'field', recordId: id, op: 'create' });
    return id;
  });
  const { connection } = store();
  return customFieldView(connection, requireCustomField(connection, toPublicId('field', rowId)));
}
