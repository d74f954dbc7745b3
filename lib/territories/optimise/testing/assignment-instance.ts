import { measureCount, type Problem } from '../problem.ts';

/** The generalised assignment problem: each item to one agent at a cost, within the agents' capacities. */
export type AssignmentInstance = {
  agents: number;
  items: number;
  /** By agent × item. */
  costs: number[][];
  weights: number[][];
  capacities: number[];
};

/** Reads the OR-Library form: agents, items, costs by agent, weights by agent, capacities. */
export function readInstance(text: string): AssignmentInstance {
  const numbers = text.trim().split(/\s+/).map(Number);
  let at = 0;
  const take = () => numbers[at++] ?? Number.NaN;
  const agents = take();
  const items = take();
  const table = () => Array.from({ length: agents }, () => Array.from({ length: items }, take));
  return {
    agents,
    items,
    costs: table(),
    weights: table(),
    capacities: Array.from({ length: agents }, take),
  };
}

/** The instance for the core: workload by pair, hard capacities, nothing balanced; nobody is dearer than any agent. */
export function problemOfInstance({
  agents,
  items,
  costs,
  weights,
  capacities,
}: AssignmentInstance): Problem {
  const stride = agents + 1;
  const first = new Uint32Array(items + 1);
  const reps: number[] = [];
  const pairCosts: number[] = [];
  const pairWeights: number[] = [];
  const nobodyCost = 4 * Math.max(...costs.flat());
  for (let item = 0; item < items; item++) {
    for (let agent = 0; agent < agents; agent++) {
      if (weights[agent]![item]! > capacities[agent]!) continue;
      reps.push(agent);
      pairCosts.push(costs[agent]![item]!);
      pairWeights.push(weights[agent]![item]!);
    }
    reps.push(agents);
    pairCosts.push(nobodyCost);
    pairWeights.push(0);
    first[item + 1] = reps.length;
  }
  const cap = new Float64Array(measureCount * stride).fill(Number.POSITIVE_INFINITY);
  cap.set(capacities, stride);
  const none = new Float64Array(reps.length);
  return {
    units: items,
    reps: agents,
    stride,
    first,
    pairRep: Uint16Array.from(reps),
    pairCost: Float64Array.from(pairCosts),
    loadsBy: 'pair',
    loads: [none, Float64Array.from(pairWeights), none],
    target: new Float64Array(measureCount * stride),
    cap,
    fixed: new Float64Array(measureCount * stride),
    rate: new Float64Array(measureCount * stride),
    bandRate: 0.1,
    inBandSlope: 0.01,
    farFactor: 3,
    constant: 0,
  };
}

/** Draws an instance of the published types A–D (Martello & Toth 1990; Chu & Beasley 1997). */
export function drawInstance(
  type: 'A' | 'B' | 'C' | 'D',
  agents: number,
  items: number,
  random: () => number,
): AssignmentInstance {
  const int = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const table = (make: () => number) =>
    Array.from({ length: agents }, () => Array.from({ length: items }, make));
  const weights = type === 'D' ? table(() => int(1, 100)) : table(() => int(5, 25));
  const costs =
    type === 'D'
      ? weights.map((row) => row.map((weight) => 111 - weight + int(-10, 10)))
      : table(() => int(10, 50));
  const total = (agent: number) => weights[agent]!.reduce((sum, weight) => sum + weight, 0);
  const cheapest = Array.from({ length: items }, (_, item) => {
    let best = 0;
    for (let agent = 1; agent < agents; agent++) if (costs[agent]![item]! < costs[best]![item]!) best = agent;
    return best;
  });
  const largest = Math.max(
    ...weights.map((row, agent) =>
      row.reduce((sum, weight, item) => sum + (cheapest[item] === agent ? weight : 0), 0),
    ),
  );
  const capacities = weights.map((_, agent) => {
    if (type === 'C' || type === 'D') return Math.floor((0.8 * total(agent)) / agents);
    const loose = (9 * items) / agents + 0.4 * largest;
    // Type A of the literature: 9 (n/m) + 0.4 × the largest load of the cheapest assignment, n/m × 15 × 0.6 = 9 (n/m).
    return Math.floor(type === 'A' ? loose : 0.7 * loose);
  });
  return { agents, items, costs, weights, capacities };
}
