import 'server-only';
import type { Connection } from '#db/client.ts';
import {
  type CustomFieldRow,
  findCustomFieldRow,
  segmentsNamingField,
} from '#db/queries/fields/custom-field-rows.ts';
import { appError } from '#lib/shared/errors.ts';
import type { CustomFieldView } from '#lib/shared/field-shapes.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

export function customFieldView(connection: Connection, row: CustomFieldRow): CustomFieldView {
  const key = `custom.${row.key}`;
  return { ...row, id: toPublicId('field', row.id), key, usedBy: segmentsNamingField(connection, key) };
}

export function requireCustomField(connection: Connection, id: string): CustomFieldRow {
  const row = findCustomFieldRow(connection, toRowId('field', id));
  if (!row) throw appError('not_found', `There is no custom field "${id}".`);
  return row;
}
