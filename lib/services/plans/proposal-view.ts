import type { PlanRow } from '#db/queries/plans/plan-rows.ts';
import { toPublicId } from '#lib/shared/ids.ts';
import type { OptimiseInput, Proposal as ProposalView } from '#lib/shared/proposal-shapes.ts';
import { goalsInWords } from '#lib/territories/optimise/goals-in-words.ts';
import type { Rates } from '#lib/territories/optimise/input.ts';
import { moveSentence } from '#lib/territories/optimise/move-words.ts';
import type { Proposal } from '#lib/territories/optimise/proposal.ts';
import type { PlanQuestion } from '#lib/territories/optimise/question-of-plan.ts';
import { remedySentence, shortageSentence } from '#lib/territories/optimise/shortage-words.ts';
import type { PlanChoice } from '#workers/optimise/protocol.ts';

const SHOWN_ACCOUNTS = 20;

/** What a person reviews: the optimiser's answer with names, sentences and public ids. */
export function proposalView(made: {
  plan: PlanRow;
  planId: string;
  input: OptimiseInput;
  question: PlanQuestion;
  rates: Rates;
  found: Proposal;
  others: readonly PlanChoice[];
  currency: string;
}): ProposalView {
  const { plan, planId, input, question, rates, found, others, currency } = made;
  const accounts = new Map(question.accounts.map((account) => [account.id, account]));
  const people = new Map(question.reps.map((rep) => [rep.id, rep.name]));
  const repName = (id: number) => people.get(id) ?? 'somebody who left';
  const names = { rep: repName, account: (id: number) => accounts.get(id)?.name ?? '' };
  const homeless = new Set(
    found.assignment.filter(({ repId }) => repId === null).map(({ accountId }) => accountId),
  );
  /** Those that nobody has in this proposal, where it is about them; else all that it is about. */
  const concerned = (ids: readonly number[]) => {
    const left = ids.filter((id) => homeless.has(id));
    return left.length > 0 ? left : ids;
  };
  const holderOf = (id: number | null) =>
    id === null ? null : { id: toPublicId('rep', id), name: repName(id) };
  const repOf = (id: number) => ({ id: toPublicId('rep', id), name: repName(id) });
  return {
    planId,
    planName: plan.name,
    planVersion: plan.version,
    input,
    currency,
    accounts: question.accounts.length,
    potentialUnknown: found.potentialUnknown,
    leftOut: question.leftOut,
    goals: goalsInWords(rates, currency),
    before: found.before,
    after: found.after,
    books: found.books.map(({ repId, ...loads }) => ({ rep: repOf(repId), ...loads })),
    moves: found.moves.map((move) => ({
      accountId: toPublicId('account', move.accountId),
      accountName: names.account(move.accountId),
      from: holderOf(move.fromRepId),
      to: holderOf(move.toRepId),
      isUnplaced: accounts.get(move.accountId)?.territoryId === null,
      isForced: move.isForced,
      rule: move.rule,
      reason: moveSentence(move, repName, names.account, currency),
      stayingAmount: move.stayingAmount ?? move.exchange?.extraAmount ?? null,
      inExchangeFor: move.exchange && names.account(move.exchange.accountId),
      potentialAmount: accounts.get(move.accountId)?.potentialAmount ?? null,
      pipelineAmount: accounts.get(move.accountId)?.pipelineAmount ?? 0,
      runnersUp: move.runnersUp.map(({ repId, extraAmount, exchange }) => ({
        rep: repOf(repId),
        extraAmount,
        inExchangeFor: exchange && names.account(exchange.accountId),
      })),
    })),
    gap: found.gap,
    parts: found.parts,
    gapSentence: found.gapSentence,
    shortages: found.shortages.map((shortage) => ({
      kind: shortage.kind,
      sentence: shortageSentence(shortage, names),
      shortBy: shortage.shortBy,
      accounts: concerned(shortage.accountIds).length,
      sample: concerned(shortage.accountIds)
        .slice(0, SHOWN_ACCOUNTS)
        .map((id) => ({ id: toPublicId('account', id), name: names.account(id) })),
      remedies: shortage.remedies.map((remedy) => remedySentence(remedy, shortage.kind, names, currency)),
    })),
    alternatives: others.map(({ keepWeight, measures }) => ({ keepWeight, measures })),
    digest: found.digest,
    isStoppedEarly: found.isStoppedEarly,
  };
}
