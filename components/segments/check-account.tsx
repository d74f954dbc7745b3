'use client';
import { Combobox } from '#components/ui/combobox.tsx';
import { findAccounts } from '#components/accounts/find-accounts.ts';

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
