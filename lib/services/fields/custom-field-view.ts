import 'server-only';
import type { Connection } from '#db/client.ts';
import { type CustomFieldRow, findCustomFieldRow } from '#db/queries/fields/custom-field-rows.ts';
import { rulesHolding } from '#db/queries/segments/references.ts';
import type { Draft } from '#lib/rules/draft.ts';
import { fieldsNamed } from '#lib/rules/fields-named.ts';
import { appError } from '#lib/shared/errors.ts';
import type { CustomFieldView } from '#lib/shared/field-shapes.ts';
import { toPublicId, toRowId } from '#lib/shared/ids.ts';

/** Names of the segments and territories whose rule, drafted or published, asks for a field. */
function usersOf(connection: Connection, { entity, key }: CustomFieldRow): string[] {
  const field = `${entity}.custom.${key}`;
  return rulesHolding(connection, `custom.${key}`)
    .filter(({ rules }) => rules.some((text) => fieldsNamed(JSON.parse(text) as Draft).has(field)))
    .map(({ kind, name }) => (kind === 'territory' ? `the territory ${name}` : name));
}

export function customFieldView(connection: Connection, row: CustomFieldRow): CustomFieldView {
  const { archivedAt: _archivedAt, ...field } = row;
  return {
    ...field,
    id: toPublicId('field', row.id),
    key: `custom.${row.key}`,
    usedBy: usersOf(connection, row),
  };
}

/** A custom field in use; with `retired` also one that was taken out of use. Throws `not_found`. */
export function requireCustomField(
  connection: Connection,
  id: string,
  options: { retired?: boolean } = {},
): CustomFieldRow {
  const row = findCustomFieldRow(connection, toRowId('field', id));
  if (!row || (row.archivedAt !== null && !options.retired)) {
    throw appError('not_found', `There is no custom field "${id}".`);
  }
  return row;
}
