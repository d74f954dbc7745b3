'use client';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { api } from '#components/api-client.ts';
import type { LoadOptions } from '#components/ui/combo-options.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import { freeAccountsSchema } from '#lib/shared/request-shapes.ts';

const AskDialog = dynamic(() => import('./ask-dialog.tsx').then((module) => module.AskDialog), {
  ssr: false,
});

const findFree: LoadOptions = async (text, signal) => {
  const { items } = await api(`/account-requests/free-accounts?q=${encodeURIComponent(text)}`, {
    schema: freeAccountsSchema,
    signal,
  });
  return items.map(({ id, name, city, country }) => ({
    value: id,
    label: name,
    hint: [city, country].filter(Boolean).join(', '),
  }));
};

/** Finds an account that nobody holds, and asks for it. */
export function AskForFree() {
  const router = useRouter();
  const [asked, setAsked] = useState<{ id: string; name: string } | null>(null);
  return (
    <>
      <Combobox
        label="Ask for an account that nobody holds"
        placeholder="Ask for an account…"
        value={null}
        onValueChange={(id, option) => setAsked({ id, name: option.label })}
        loadOptions={findFree}
      />
      {asked && (
        <AskDialog
          key={asked.id}
          accountId={asked.id}
          name={asked.name}
          onClose={() => setAsked(null)}
          onAsked={() => router.refresh()}
        />
      )}
    </>
  );
}
