export type DealOutcome = 'open' | 'won' | 'lost';

/** One deal as it stood at `asOf`: what the formulas need, nothing rated yet. Days are epoch days, money is in the workspace currency. */
export type DealFact = {
  id: number;
  accountId: number | null;
  outcome: DealOutcome;
  /** Stage at `asOf`; null = open in no known stage. */
  stageId: number | null;
  pipeline: string;
  amount: number | null;
  acvAmount: number | null;
  termMonths: number | null;
  createdOn: number | null;
  closedOn: number | null;
  /** Furthest position that the stage history records by `asOf`, lost stages aside; null without such history. */
  furthestPosition: number | null;
};

/** One account first touched in the period, and what followed up to `asOf`. */
export type TouchFact = {
  accountId: number;
  /** Epoch ms of its first touch. */
  firstTouchAt: number;
  hasReplied: boolean;
  hasRepliedPositively: boolean;
  hasMet: boolean;
};

/** A row of the stage table. */
export type StageFact = {
  id: number;
  pipeline: string;
  name: string;
  position: number;
  outcome: DealOutcome;
  /** 0–1; null = not known. */
  probabilityRate: number | null;
};
