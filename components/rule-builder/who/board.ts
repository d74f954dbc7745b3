import type { BulkFacts } from '#components/accounts/bulk-actions.tsx';
import type { PinnedSegment } from '#components/segments/pin-actions.ts';
import type { SegmentDefinition } from '#lib/rules/ast.ts';

/** What the pane "who is in it" knows beside the rule itself. */
export type BoardFacts = {
  /** The segment whose rule it is: its pins count, and more can be pinned. */
  pinned: PinnedSegment;
  /** Why this person may not pin; null when they may. */
  noPin: string | null;
  bulk: BulkFacts;
  name: string;
  tamId: string | null;
  published: { number: number; definition: SegmentDefinition } | null;
  currency: string;
  timeZone: string;
  viability: { low: number; high: number };
  /** Why this person may not export; null when they may. */
  noExport: string | null;
};
