'use client';
import { Combobox } from '#components/ui/combobox.tsx';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { api } from '#components/api-client.ts';
import { searchAnswer } from '#lib/shared/search-shapes.ts';

/** Accounts by name, as the signed-in person may see them. */
async function findAccounts(query: string, signal: AbortSignal): Promise<ComboOption[]> {
  if (query.trim() === '') return [];
  const { items } = await api(`/search?q=${encodeURIComponent(query)}`, { schema: searchAnswer, signal });
  return items
    .filter((item) => item.id.startsWith('acc_'))
    .map(({ id, label, hint }) => ({ value: id, label, ...(hint ? { hint } : {}) }));
}

/** Picks any account, to be told why it is or is not in the segment. */
export function CheckAccount({
  onChoose,
  className = 'w-48',
}: {
  onChoose: (accountId: string) => void;
  className?: string;
}) {
  return (
    <Combobox
      label="Check an account"
      placeholder="Why is … not in?"
      value={null}
      onValueChange={onChoose}
      loadOptions={findAccounts}
      className={className}
    />
  );
}
