import { jobTable } from './job-table.ts';
import { type Random, weightedPicker } from './random.ts';

export type Job = { jobFunction: string; seniority: string; titles: string[]; weight: number };

const jobs: Job[] = jobTable
  .trim()
  .split('\n')
  .map((line) => {
    const [jobFunction = '', seniority = '', weight = '', titles = ''] = line.split('|');
    return { jobFunction, seniority, weight: Number(weight), titles: titles.split(';') };
  });

const pickAny = weightedPicker(jobs, (job) => job.weight);
/** In small companies people know the boss; in large ones the ranks below. */
const pickSmall = weightedPicker(
  jobs,
  (job) => job.weight * (job.seniority === 'c_level' ? 3 : job.seniority === 'vp' ? 0.4 : 1),
);

export function drawJob(random: Random, employees: number): Job {
  return employees < 80 ? pickSmall(random) : pickAny(random);
}

/** What this vendor sells to: planning and supply chain. Stored as the workspace's `soldToFunctions`. */
export const soldToFunctions = ['operations', 'procurement'];

const technical = new Set(['it', 'engineering', 'security']);
const belowVp = new Set(['director', 'manager', 'staff']);

/** The persona by the rule that ships, until someone edits it in Settings. */
export function personaOf(jobFunction: string | null, seniority: string | null): string | null {
  if (jobFunction === null || seniority === null) return null;
  const isTop = seniority === 'c_level' || seniority === 'vp';
  if (isTop && (jobFunction === 'finance' || jobFunction === 'general management')) return 'economic buyer';
  const isSoldTo = soldToFunctions.includes(jobFunction);
  if (isSoldTo && (seniority === 'director' || seniority === 'manager')) return 'champion';
  if (technical.has(jobFunction) && belowVp.has(seniority)) return 'technical evaluator';
  if (seniority === 'staff') return 'end user';
  return isSoldTo ? 'influencer' : null;
}
