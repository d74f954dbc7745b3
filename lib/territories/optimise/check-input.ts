import type { Issue } from '#lib/shared/errors.ts';
import type { CarveAccount, CarveInput, CarveRep, Rates } from './input.ts';

/**
 * What makes a question unanswerable, each with its path and a plain sentence; empty = it can be answered. What can be
 * answered only in part (no eligible rep, locks over a cap, a family larger than every cap) is a shortage of the answer.
 */
export function checkInput(input: CarveInput): Issue[] {
  const issues: Issue[] = [];
  const say = (path: string, code: string, message: string) => issues.push({ path, code, message });
  if (input.accounts.length === 0) say('/accounts', 'none', 'There are no accounts to give out.');
  if (input.reps.length === 0) say('/reps', 'none', 'There are no reps. Add at least one to the plan.');
  if (input.reps.length > 60_000) say('/reps', 'too_many', 'A plan can have at most 60,000 reps.');
  else if (input.reps.length > 0 && !input.reps.some((rep) => rep.shareRate * rep.rampRate > 0)) {
    say('/reps', 'no_capacity', 'No rep can take accounts: every share or ramp is 0.');
  }
  if (!Number.isInteger(input.seed)) say('/seed', 'not_whole', 'The seed must be a whole number.');
  checkRates(input.rates, say);
  const most = input.maxMovedRate ?? null;
  if (most !== null && !(most >= 0 && most <= 1)) {
    say('/maxMovedRate', 'not_a_share', 'The share of accounts that may change hands is 0 % to 100 %.');
  }
  const repIds = new Set<number>();
  input.reps.forEach((rep, index) => {
    if (repIds.has(rep.id)) say(`/reps/${index}`, 'twice', `${rep.name} is in the plan twice.`);
    repIds.add(rep.id);
    checkRep(rep, `/reps/${index}`, say);
  });
  const accountIds = new Set<number>();
  input.accounts.forEach((account, index) => {
    if (accountIds.has(account.id))
      say(`/accounts/${index}`, 'twice', `${account.name} is in the plan twice.`);
    accountIds.add(account.id);
    checkAccount(account, `/accounts/${index}`, repIds, say);
  });
  if (input.scope.kind === 'newReps') {
    input.scope.repIds.forEach((repId, index) => {
      if (!repIds.has(repId)) say(`/scope/repIds/${index}`, 'unknown', 'This rep is not in the plan.');
    });
    if (input.scope.repIds.length === 0) say('/scope/repIds', 'none', 'Name at least one new rep.');
  }
  input.refusals.forEach(({ accountId }, index) => {
    if (!accountIds.has(accountId)) {
      say(`/refusals/${index}`, 'unknown', 'A refused move is of an account that is not in the plan.');
    }
  });
  return issues;
}

type Say = (path: string, code: string, message: string) => void;

function checkAmount(value: number, path: string, label: string, say: Say): void {
  if (!Number.isFinite(value)) say(path, 'not_a_number', `${label} is not a number.`);
  else if (value < 0) say(path, 'negative', `${label} is negative (${value}). It must be 0 or more.`);
}

function checkAccount(account: CarveAccount, path: string, repIds: ReadonlySet<number>, say: Say): void {
  const { name } = account;
  if (account.potentialAmount !== null) {
    checkAmount(account.potentialAmount, `${path}/potentialAmount`, `The potential of ${name}`, say);
  }
  checkAmount(account.workloadTouches, `${path}/workloadTouches`, `The workload of ${name}`, say);
  checkAmount(account.pipelineAmount, `${path}/pipelineAmount`, `The open pipeline of ${name}`, say);
  if (
    account.place &&
    !(Number.isFinite(account.place.latitude) && Number.isFinite(account.place.longitude))
  ) {
    say(`${path}/place`, 'not_a_number', `The coordinates of ${name} are not numbers.`);
  }
  if (account.lockedRepId !== null && !repIds.has(account.lockedRepId)) {
    say(`${path}/lockedRepId`, 'unknown', `${name} is locked to a rep who is not in the plan.`);
  }
}

function checkRep(rep: CarveRep, path: string, say: Say): void {
  checkAmount(rep.shareRate, `${path}/shareRate`, `The share of ${rep.name}`, say);
  checkAmount(rep.rampRate, `${path}/rampRate`, `The ramp of ${rep.name}`, say);
  if (rep.capAccounts !== null) {
    checkAmount(rep.capAccounts, `${path}/capAccounts`, `The account cap of ${rep.name}`, say);
  }
  if (rep.capTouches !== null) {
    checkAmount(rep.capTouches, `${path}/capTouches`, `The capacity of ${rep.name}`, say);
  }
  if (rep.home && !(Number.isFinite(rep.home.latitude) && Number.isFinite(rep.home.longitude))) {
    say(`${path}/home`, 'not_a_number', `The coordinates of ${rep.name} are not numbers.`);
  }
}

const rateLabels: Record<Exclude<keyof Rates, 'moveAmountByTier'>, string> = {
  balancePotentialRate: 'The price of potential off target',
  balanceTouchAmount: 'The price of workload off target',
  balanceCountAmount: 'The price of accounts off target',
  bandRate: 'The tolerance',
  inBandSlope: 'The slope inside the tolerance',
  farFactor: 'The factor far outside the tolerance',
  moveAmount: 'The price of a move',
  movePotentialRate: 'The share of potential that a move costs',
  movePipelineRate: 'The share of open pipeline that a move costs',
  travelKmAmount: 'The price of a kilometre',
  travelMaxKm: 'The distance beyond which kilometres do not count',
  keepScreenFactor: 'The price of leaving the plan on screen',
};

function checkRates(rates: Rates, say: Say): void {
  for (const [key, label] of Object.entries(rateLabels)) {
    checkAmount(rates[key as keyof typeof rateLabels], `/rates/${key}`, label, say);
  }
  for (const [tier, amount] of Object.entries(rates.moveAmountByTier)) {
    checkAmount(amount, `/rates/moveAmountByTier/${tier}`, `The price of a move in ${tier}`, say);
  }
  if (rates.inBandSlope > 1)
    say('/rates/inBandSlope', 'too_large', 'Inside the tolerance cannot cost more than outside.');
  if (rates.farFactor < 1)
    say('/rates/farFactor', 'too_small', 'Far outside the tolerance cannot cost less than just outside.');
  if (rates.bandRate > 0.5) say('/rates/bandRate', 'too_large', 'The tolerance can be at most 50 %.');
}
