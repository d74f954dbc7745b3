/** What the preview says about the parts of a rule, by node id; absent while it is not known. */
export type RuleInsights = {
  /** Records that match, of how many. */
  count: number;
  total: number;
  conditions: Readonly<Record<string, { alone: number; without: number }>>;
  /** Muted parts: what they keep alone, and the count with them. */
  muted: Readonly<Record<string, { alone: number; withIt: number }>>;
  /** Negative conditions: members that have no value in the field. */
  missing: Readonly<Record<string, number>>;
  /** True while newer numbers are computed. */
  stale: boolean;
};
