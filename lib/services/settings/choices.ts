import 'server-only';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { termLabels } from '#db/terms.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';

export type SettingsChoices = {
  /** Segments of accounts that can be the TAM. */
  segments: { id: string; name: string }[];
  /** Amounts and numbers of an account that can mean its potential. */
  potentialFields: { key: string; label: string }[];
  /** Values of `contact.jobFunction` that occur or ship. */
  jobFunctions: string[];
};

/** What the settings page offers to choose from. */
export function settingsChoices(ctx: Context): SettingsChoices {
  requireCan(ctx.actor, 'settings.read');
  const { connection } = store();
  const catalog = loadCatalog(connection);
  const fields = [...catalog.fields.values()].filter((field) => field.entity === 'account');
  const stored = termLabels(connection, ['contact.jobFunction']).values();
  const shipped = catalog.fields.get('contact.jobFunction')?.vocabulary ?? [];
  return {
    segments: [...catalog.segments.values()]
      .filter((segment) => segment.entity === 'account' && segment.status === 'published')
      .map(({ id, name }) => ({ id, name })),
    potentialFields: fields
      .filter((field) => field.type === 'money' || field.type === 'number')
      .map(({ key, label }) => ({ key, label })),
    jobFunctions: [...new Set([...shipped, ...stored])],
  };
}
