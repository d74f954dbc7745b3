import type { PlanMap } from '#lib/shared/plan-map-shapes.ts';

type Named = { id: string; name: string };

/** The accounts of a draft in columns, all of the same length. Indexes count from 1 into the lists; 0 = none. */
export type MapData = {
  accounts: number;
  territories: (Named & { colourId?: string | undefined })[];
  holders: Named[];
  regionCodes: string[];
  /** Row numbers; public ids by `toPublicId('account', …)`. */
  ids: Uint32Array;
  /** Degrees, NaN = not known. */
  longitudes: Float32Array;
  latitudes: Float32Array;
  /** NaN = not recorded. */
  potentialAmounts: Float64Array;
  regions: Uint16Array;
  territoriesBefore: Uint16Array;
  territoriesAfter: Uint16Array;
  holdersBefore: Uint16Array;
  holdersAfter: Uint16Array;
  flags: Uint8Array;
};

function bytesOf(base64: string): ArrayBuffer {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes.buffer;
}

/** Columns as they came over the wire → typed arrays. */
export function decodeMap({ accounts, territories, holders, regions, columns }: PlanMap): MapData {
  return {
    accounts,
    territories,
    holders,
    regionCodes: regions,
    ids: new Uint32Array(bytesOf(columns.ids)),
    longitudes: new Float32Array(bytesOf(columns.longitudes)),
    latitudes: new Float32Array(bytesOf(columns.latitudes)),
    potentialAmounts: new Float64Array(bytesOf(columns.potentialAmounts)),
    regions: new Uint16Array(bytesOf(columns.regions)),
    territoriesBefore: new Uint16Array(bytesOf(columns.territoriesBefore)),
    territoriesAfter: new Uint16Array(bytesOf(columns.territoriesAfter)),
    holdersBefore: new Uint16Array(bytesOf(columns.holdersBefore)),
    holdersAfter: new Uint16Array(bytesOf(columns.holdersAfter)),
    flags: new Uint8Array(bytesOf(columns.flags)),
  };
}
