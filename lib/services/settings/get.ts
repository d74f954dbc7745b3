import 'server-only';
import { type Connection, store } from '#db/client.ts';
import { listCurrencyRates } from '#db/queries/settings/currency-rates.ts';
import { findWorkspace } from '#db/queries/settings/workspace.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { SettingsView } from '#lib/shared/settings-shapes.ts';
import { defaultWorkspaceSettings } from '#lib/shared/workspace-settings.ts';

/** The workspace's name, settings and currency rates. */
export function getSettings(ctx: Context): SettingsView {
  requireCan(ctx.actor, 'settings.read');
  return settingsView(store().connection);
}

export function settingsView(connection: Connection): SettingsView {
  const workspace = findWorkspace(connection);
  return {
    name: workspace?.name ?? 'Tessera',
    version: workspace?.version ?? 0,
    settings: workspace?.settings ?? defaultWorkspaceSettings,
    currencyRates: listCurrencyRates(connection),
  };
}
