import type { SegmentDefinition } from '#lib/rules/ast.ts';

/** What the pane "who is in it" knows beside the rule itself. */
export type BoardFacts = {
  segmentId: string | null;
  name: string;
  tamId: string | null;
  published: { number: number; definition: SegmentDefinition } | null;
  currency: string;
  timeZone: string;
  viability: { low: number; high: number };
  /** Why this person may not export; null when they may. */
  noExport: string | null;
};
