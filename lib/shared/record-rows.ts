/** A deal as lists show it. Money in the workspace currency, days ISO, ids public. */
export type OpportunityRow = {
  id: string;
  externalId: string | null;
  name: string | null;
  accountId: string | null;
  /** Of the account, or what the file called it. */
  accountName: string | null;
  pipeline: string | null;
  stage: string;
  outcome: 'open' | 'won' | 'lost';
  amount: number | null;
  acvAmount: number | null;
  termMonths: number | null;
  ownerId: string | null;
  ownerName: string | null;
  product: string | null;
  source: string | null;
  type: string | null;
  createdOn: string | null;
  closedOn: string | null;
  expectedCloseOn: string | null;
};

/** An account as a list behind a reply or meeting rate shows it. */
export type TouchedAccountRow = {
  id: string;
  externalId: string | null;
  name: string;
  domain: string | null;
  industry: string | null;
  employees: number | null;
  country: string | null;
  ownerName: string | null;
};

export type RecordRows =
  | { entity: 'opportunity'; items: OpportunityRow[] }
  | { entity: 'account'; items: TouchedAccountRow[] };
