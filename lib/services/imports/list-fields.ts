import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { entityLabels, importEntities, importFields } from '#lib/imports/import-fields.ts';
import type { ImportFieldList } from '#lib/imports/import-view.ts';
import type { Context } from '#lib/permissions/context.ts';
import { requireImports } from './may-import.ts';

/** What the columns of a file may fill, by the kind of its rows. */
export function listImportFields(ctx: Context): ImportFieldList {
  requireImports(ctx);
  const catalog = loadCatalog(store().connection);
  return {
    entities: importEntities.map((entity) => ({
      entity,
      label: entityLabels[entity].many,
      fields: importFields(catalog, entity).map(({ key, label, type, isLink }) => ({
        key,
        label,
        type,
        isLink: isLink === true,
      })),
    })),
  };
}
