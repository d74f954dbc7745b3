import type { Market } from './industries.ts';
import type { Place } from './places.ts';

/** An account as it will be stored, with what the generator knows and the data does not say. */
export type DemoAccount = {
  id: number;
  /** The part of the name that a family shares. */
  stem: string;
  name: string;
  domain: string;
  /** False where the data has no domain. */
  showsDomain: boolean;
  market: Market;
  place: Place;
  trueEmployees: number;
  trueRevenue: number;
  parentId: number | null;
  familyId: number;
  industry: string | null;
  subIndustry: string | null;
  employees: number | null;
  revenue: number | null;
  foundedYear: number | null;
  growthRate: number | null;
  ownership: string | null;
  fundingStage: string | null;
  status: string | null;
  type: string | null;
  doNotContact: boolean;
  country: string | null;
  state: string | null;
  region: string | null;
  city: string | null;
  phone: string | null;
  postalCode: string | null;
  latitude: number | null;
  longitude: number | null;
  journeyStage: string | null;
  needs: string[];
  renewalOn: number | null;
  createdAt: number;
  score: number;
  /** How well the product fits, 0–1; drives signals, deals and the score. */
  fitRate: number;
  /** Since when it is seen running SAP; null = it does not. */
  sapSinceAt: number | null;
};
