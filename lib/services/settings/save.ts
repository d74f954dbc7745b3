import 'server-only';
import type { Connection } from '#db/client.ts';
import { store } from '#db/client.ts';
import { loadCatalog } from '#db/queries/catalog/load-catalog.ts';
import { saveWorkspace } from '#db/queries/settings/save-workspace.ts';
import { saveCurrencyRates } from '#db/queries/settings/currency-rates.ts';
import { write } from '#db/write.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { findField } from '#lib/rules/catalog.ts';
import { refreshSegmentsLater } from '#lib/services/segments/refresh.ts';
import { appError, type Issue } from '#lib/shared/errors.ts';
import type { SettingsInput, SettingsView } from '#lib/shared/settings-shapes.ts';
import { settingsView } from './get.ts';

/** Saves the workspace's settings; segments are evaluated anew, since rules read some of them. */
export async function saveSettings(
  ctx: Context,
  input: SettingsInput,
  readVersion: number,
): Promise<SettingsView> {
  requireCan(ctx.actor, 'settings.edit');
  await write(ctx, (tx) => {
    const before = settingsView(tx.connection);
    if (before.version !== readVersion) {
      throw appError('conflict', 'Someone else changed the settings in the meantime.', { current: before });
    }
    const issues = unknownReferences(tx.connection, input);
    if (issues[0]) throw appError('invalid', issues[0].message, { issues });
    saveWorkspace(tx.connection, input, ctx.now);
    if (input.currencyRates) saveCurrencyRates(tx.connection, input.currencyRates, ctx.now);
    tx.audit({
      action: 'settings.edit',
      entity: 'workspace',
      recordId: 1,
      summary: 'Changed the workspace settings.',
      before: { name: before.name, ...before.settings, currencyRates: before.currencyRates },
      after: {
        name: input.name,
        ...input.settings,
        currencyRates: input.currencyRates ?? before.currencyRates,
      },
    });
    tx.changed({ entity: 'workspace', recordId: 1, op: 'update' });
    refreshSegmentsLater(tx);
  });
  return settingsView(store().connection);
}

/** The segment and the field that settings name must exist. */
function unknownReferences(connection: Connection, { settings }: SettingsInput): Issue[] {
  const catalog = loadCatalog(connection);
  const issues: Issue[] = [];
  const segmentId = settings.tamSegmentId;
  if (segmentId !== null && !catalog.segments.has(segmentId)) {
    const message = 'This segment does not exist any more. Choose another one, or all accounts.';
    issues.push({ path: '/settings/tamSegmentId', code: 'unknown', message });
  }
  const field = findField(catalog, 'account', settings.potentialField);
  if (!field || (field.type !== 'money' && field.type !== 'number')) {
    const message = 'Choose an amount or a number of the account.';
    issues.push({ path: '/settings/potentialField', code: 'unknown', message });
  }
  if (settings.viability.low > settings.viability.high) {
    const message = 'The lower number of reachable contacts comes first.';
    issues.push({ path: '/settings/viability', code: 'order', message });
  }
  return issues;
}
