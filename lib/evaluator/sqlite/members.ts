import type { Bits } from '#lib/engine/bitset.ts';

/** Who is in, as a set and one by one. */
export type Members = { bits: Bits; ordinals: Int32Array };
