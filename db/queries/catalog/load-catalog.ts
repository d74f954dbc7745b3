import 'server-only';
import { buildCatalog, type CustomField } from '#lib/rules/build-catalog.ts';
import type { Catalog, Reference, SegmentReference } from '#lib/rules/catalog.ts';
import { type IdKind, toPublicId } from '#lib/shared/ids.ts';
import type { Connection } from '../../client.ts';
import { whileUnchanged } from '../../kept.ts';

type Named = { id: number; name: string };

function references(connection: Connection, kind: IdKind, sql: string): Reference[] {
  return connection
    .prepare<[], Named>(sql)
    .all()
    .map(({ id, name }) => ({ id: toPublicId(kind, id), name }));
}

function holders(connection: Connection): Reference[] {
  return connection
    .prepare<[], Named & { kind: 'rep' | 'pool' }>(
      'SELECT id, name, kind FROM reps WHERE archived_at IS NULL ORDER BY name_folded, id',
    )
    .all()
    .map(({ id, name, kind }) => ({ id: toPublicId(kind, id), name }));
}

/** A class has no row of its own: its name is its id. */
function classes(connection: Connection): Reference[] {
  return connection
    .prepare<[], string>("SELECT label FROM terms WHERE field = 'account.class' ORDER BY folded")
    .pluck()
    .all()
    .map((label) => ({ id: label, name: label }));
}

function segments(connection: Connection): SegmentReference[] {
  return connection
    .prepare<
      [],
      { id: number; name: string; entity: 'account' | 'contact'; status: SegmentReference['status'] }
    >('SELECT id, name, entity, status FROM segments WHERE archived_at IS NULL ORDER BY name_folded, id')
    .all()
    .map((row) => ({ ...row, id: toPublicId('segment', row.id) }));
}

function customFields(connection: Connection): CustomField[] {
  return connection
    .prepare<[], Omit<CustomField, 'unit'> & { unit: string | null }>(
      'SELECT id, entity, key, label, type, unit FROM custom_fields WHERE archived_at IS NULL ORDER BY label, id',
    )
    .all()
    .map(({ unit, ...field }) => (unit === null ? field : { ...field, unit }));
}

/** The workspace's field catalog as rules read it now: built-in and custom fields, the names of people, tiers, segments. */
export function loadCatalog(connection: Connection): Catalog {
  return whileUnchanged(connection, 'catalog', () => readCatalog(connection));
}

function readCatalog(connection: Connection): Catalog {
  const bySegment = segments(connection);
  return buildCatalog({
    customFields: customFields(connection),
    segments: bySegment,
    references: {
      rep: holders(connection),
      tier: references(
        connection,
        'tier',
        'SELECT id, name FROM tiers WHERE archived_at IS NULL ORDER BY rank, id',
      ),
      territory: references(
        connection,
        'territory',
        `SELECT id, name FROM territories WHERE archived_at IS NULL
         AND plan_id IN (SELECT id FROM plans WHERE scenario_of_plan_id IS NULL) ORDER BY position, id`,
      ),
      user: references(
        connection,
        'user',
        'SELECT id, name FROM users WHERE is_active = 1 ORDER BY name, id',
      ),
      segment: bySegment.map(({ id, name }) => ({ id, name })),
      class: classes(connection),
    },
  });
}
