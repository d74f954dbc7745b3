import { industryTable } from './industry-table.ts';
import { type Random, weightedPicker } from './random.ts';

/** How one sub-industry looks: sizes, money, how well the product fits it and how it answers. */
export type Market = {
  industry: string;
  subIndustry: string;
  weight: number;
  medianEmployees: number;
  employeesSigma: number;
  revenuePerEmployee: number;
  fitRate: number;
  replyRate: number;
  /** Added to the log odds of a win. */
  winShift: number;
  words: string[];
};

function readMarket(line: string): Market {
  const cells = line.split('|');
  const number = (at: number) => Number(cells[at]);
  return {
    industry: cells[0] ?? '',
    subIndustry: cells[1] ?? '',
    weight: number(2),
    medianEmployees: number(3),
    employeesSigma: number(4),
    revenuePerEmployee: number(5) * 1000,
    fitRate: number(6),
    replyRate: number(7),
    winShift: number(8),
    words: (cells[9] ?? '').split(','),
  };
}

export const markets: readonly Market[] = industryTable.trim().split('\n').map(readMarket);

const pickMarket = weightedPicker(markets, (market) => market.weight);

export function drawMarket(random: Random): Market {
  return pickMarket(random);
}
