import { formatMoney, formatNumber } from '#lib/shared/format.ts';
import type { Remedy } from './remedies.ts';
import type { Shortage } from './shortages.ts';

export type Names = { rep: (repId: number) => string; account: (accountId: number) => string };

/** A shortage for a person, e.g. "990 accounts need a rep, 840 slots are free: short by 150." */
export function shortageSentence(shortage: Shortage, names: Names): string {
  const { kind, need, have, shortBy, accountIds, repIds, trait } = shortage;
  const accounts = countOf(accountIds.length, 'account', 'accounts');
  const first = accountIds[0] === undefined ? '' : names.account(accountIds[0]);
  switch (kind) {
    case 'noEligibleRep':
      if (!trait)
        return `${accounts}, such as ${first}, may go to no rep: what each takes or excludes rules them out.`;
      return trait.value === null
        ? `${accounts}, such as ${first}, have no ${trait.name}, and no rep takes accounts without one.`
        : `${accounts} may go to no rep: nobody takes ${trait.name} ${trait.value}.`;
    case 'familyOverCap':
      return `The family of ${first} is larger than every cap: it needs ${formatNumber(need)}, the most anybody may hold is ${formatNumber(have)}.`;
    case 'locksOverCap':
      return `${repIds[0] === undefined ? 'A rep' : names.rep(repIds[0])} is over the cap by what is locked or fixed alone: ${formatNumber(need)} held, ${formatNumber(have)} allowed, ${formatNumber(shortBy)} too many.`;
    case 'tornFamily':
      return `Locks give the family of ${first} to several reps. The locks are kept, so the family is split.`;
    case 'accountCap':
      return `${formatNumber(need)} accounts need a rep, ${formatNumber(have)} slots are free with ${countOf(repIds.length, 'rep', 'reps')}: short by ${formatNumber(shortBy)}.`;
    case 'capacity':
      return `${formatNumber(need)} touches a month are needed, ${countOf(repIds.length, 'rep', 'reps')} can do ${formatNumber(have)}: short by ${formatNumber(shortBy)}.`;
    case 'doesNotFit':
      return `${accounts}, such as ${first}, found no place: there is room in sum, but not in one book for a whole family.`;
  }
}

/** What would help, for a person. `unit` is what is short: accounts or touches. */
export function remedySentence(
  remedy: Remedy,
  kind: Shortage['kind'],
  names: Names,
  currency: string,
): string {
  const [one, many] =
    kind === 'capacity' ? (['touch', 'touches'] as const) : (['account', 'accounts'] as const);
  const worth =
    remedy.worthAmount >= 1
      ? ` Each of the first is worth about ${formatMoney(remedy.worthAmount, currency, { compact: true })} to the plan.`
      : '';
  switch (remedy.action) {
    case 'raiseCaps': {
      const most = remedy.repIds[0] === undefined ? '' : `, ${names.rep(remedy.repIds[0])} first`;
      return `Raise the caps of these ${countOf(remedy.repIds.length, 'rep', 'reps')} by ${countOf(remedy.by, one, many)} each${most}.${worth}`;
    }
    case 'addReps':
      return `Add ${countOf(remedy.reps, 'rep', 'reps')} who may take them.${worth}`;
    case 'openEligibility':
      return `Let ${remedy.repIds.map(names.rep).join(', ')} take them: they have room for ${countOf(remedy.by, one, many)}.${worth}`;
    case 'leaveOut':
      return `Leave ${countOf(remedy.accounts, 'account', 'accounts')} with the least potential (${formatMoney(remedy.potentialAmount, currency, { compact: true })}) without a rep.`;
  }
}

function countOf(count: number, one: string, many: string): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}
