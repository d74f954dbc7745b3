'use client';
import { useEffect, useState } from 'react';
import { api } from '#components/api-client.ts';
import { fieldListShape } from '#lib/shared/preview-shapes.ts';

const nothing: ReadonlyMap<string, number> = new Map();
let asked: Promise<ReadonlyMap<string, number>> | null = null;

async function askFillRates(): Promise<ReadonlyMap<string, number>> {
  const { items } = await api('/fields', { schema: fieldListShape });
  return new Map(
    items.flatMap(({ entity, key, fillRate }) => (fillRate === null ? [] : [[`${entity}.${key}`, fillRate]])),
  );
}

/** How well each field is filled, by `entity.key`; asked once, when first wanted. Empty until then. */
export function useFillRates(wanted: boolean): ReadonlyMap<string, number> {
  const [rates, setRates] = useState(nothing);
  useEffect(() => {
    if (!wanted) return;
    let isCurrent = true;
    asked ??= askFillRates();
    asked.then(
      (found) => isCurrent && setRates(found),
      () => {
        asked = null;
      },
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted]);
  return rates;
}
