'use client';
import { useCallback } from 'react';
import { api } from '#components/api-client.ts';
import { Combobox } from '#components/ui/combobox.tsx';
import type { ComboOption } from '#components/ui/combo-options.ts';
import { segmentListShape } from '#lib/shared/segment-shapes.ts';

export type ChosenSegment = { id: string; name: string; isDraft: boolean };

/** Picks any segment, published or draft, to be told why the account is or is not in it. */
export function ChooseSegment({ onChoose }: { onChoose: (segment: ChosenSegment) => void }) {
  const load = useCallback(async (query: string, signal: AbortSignal): Promise<ComboOption[]> => {
    const search = new URLSearchParams(query.trim() === '' ? {} : { search: query });
    const { items } = await api(`/segments?${search}`, { schema: segmentListShape, signal });
    return items
      .filter(({ entity }) => entity === 'account')
      .map(({ id, name, status }) => ({
        value: id,
        label: name,
        ...(status === 'draft' ? { hint: 'draft' } : {}),
      }));
  }, []);
  return (
    <Combobox
      label="Why is it not in …?"
      placeholder="Why is it not in …?"
      value={null}
      onValueChange={(id, option) => onChoose({ id, name: option.label, isDraft: option.hint === 'draft' })}
      loadOptions={load}
      className="w-full"
    />
  );
}
