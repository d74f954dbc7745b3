import { api } from '#components/api-client.ts';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { searchAnswer } from '#lib/shared/search-shapes.ts';

/** Accounts by name, as the signed-in person may see them. */
export async function findAccounts(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  if (query.trim() === '') return [];
  const { items } = await api(`/search?q=${encodeURIComponent(query)}`, { schema: searchAnswer, signal });
  return items
    .filter((item) => item.id.startsWith('acc_'))
    .map(({ id, label, hint }) => ({ value: id, label, ...(hint ? { hint } : {}) }));
}
