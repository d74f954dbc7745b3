/** The demo's two pipelines. Positions start at 1 in each. */
export type DemoStage = {
  pipeline: string;
  name: string;
  outcome: 'open' | 'won' | 'lost';
  probabilityRate: number;
};

export const newBusiness = 'New business';
export const renewalPipeline = 'Renewal';

export const demoStages: readonly DemoStage[] = [
  { pipeline: newBusiness, name: 'Discovery', outcome: 'open', probabilityRate: 0.1 },
  { pipeline: newBusiness, name: 'Qualified', outcome: 'open', probabilityRate: 0.2 },
  { pipeline: newBusiness, name: 'Evaluation', outcome: 'open', probabilityRate: 0.4 },
  { pipeline: newBusiness, name: 'Proposal', outcome: 'open', probabilityRate: 0.6 },
  { pipeline: newBusiness, name: 'Negotiation', outcome: 'open', probabilityRate: 0.8 },
  { pipeline: newBusiness, name: 'Won', outcome: 'won', probabilityRate: 1 },
  { pipeline: newBusiness, name: 'Lost', outcome: 'lost', probabilityRate: 0 },
  { pipeline: renewalPipeline, name: 'Upcoming', outcome: 'open', probabilityRate: 0.7 },
  { pipeline: renewalPipeline, name: 'In review', outcome: 'open', probabilityRate: 0.85 },
  { pipeline: renewalPipeline, name: 'Renewed', outcome: 'won', probabilityRate: 1 },
  { pipeline: renewalPipeline, name: 'Churned', outcome: 'lost', probabilityRate: 0 },
];

/** List prices are a year, in the workspace currency. */
export const demoProducts = [
  { name: 'Planner Starter', family: 'Planner', listPriceAmount: 7_200, from: 0, to: 99, weight: 5 },
  { name: 'Planner Core', family: 'Planner', listPriceAmount: 26_000, from: 40, to: 900, weight: 5 },
  { name: 'Planner Advanced', family: 'Planner', listPriceAmount: 84_000, from: 300, to: 1e9, weight: 5 },
  { name: 'Demand Sense', family: 'Forecasting', listPriceAmount: 38_000, from: 80, to: 1e9, weight: 3 },
  {
    name: 'Shopfloor Scheduler',
    family: 'Execution',
    listPriceAmount: 48_000,
    from: 80,
    to: 1e9,
    weight: 3.4,
  },
  { name: 'Warehouse Pilot', family: 'Execution', listPriceAmount: 54_000, from: 100, to: 1e9, weight: 2 },
  { name: 'Supplier Link', family: 'Network', listPriceAmount: 31_000, from: 120, to: 1e9, weight: 1.8 },
  { name: 'Network Studio', family: 'Network', listPriceAmount: 140_000, from: 1500, to: 1e9, weight: 1.6 },
] as const;
