import 'server-only';
import { accountListRows } from '#db/queries/accounts/account-list-rows.ts';
import { accountTotals } from '#db/queries/accounts/account-totals.ts';
import { accountRows } from '#db/queries/accounts/hydrate-accounts.ts';
import { timelineRows } from '#db/queries/accounts/timeline-rows.ts';
import { bookPicture } from '#db/queries/books/book-picture.ts';
import { fillRates } from '#db/queries/catalog/fill-rates.ts';
import { contactListRows } from '#db/queries/contacts/contact-list-rows.ts';
import { contactTotals } from '#db/queries/contacts/contact-totals.ts';
import { contactRows } from '#db/queries/contacts/hydrate-contacts.ts';
import { planChecks } from '#db/queries/plans/plan-checks.ts';
import { freezePlan, frozenMoves } from '#db/queries/plans/frozen-version.ts';
import { movingDeals } from '#db/queries/plans/moving-deals.ts';
import { planEffect } from '#db/queries/plans/plan-effect.ts';
import { planImpact } from '#db/queries/plans/plan-impact.ts';
import { planHandOver } from '#db/queries/plans/hand-over.ts';
import { findPlanAccount, listPlanAccounts } from '#db/queries/plans/list-plan-accounts.ts';
import { planMap } from '#db/queries/plans/plan-map.ts';
import { heldInDraft, planMoves, planPicture, planSplit } from '#db/queries/plans/plan-picture.ts';
import { planSwaps } from '#db/queries/plans/swap-suggestions.ts';
import { placeNew } from '#db/queries/plans/place-new.ts';
import { movesToState } from '#db/queries/plans/state-at.ts';
import { requestEffect } from '#db/queries/requests/request-effect.ts';
import { resolveChange } from '#db/queries/plans/resolve-change.ts';
import { compareAccounts, comparePlans } from '#db/queries/scenarios/compare-plans.ts';
import { planSize } from '#db/queries/scenarios/plan-size.ts';
import { publishedContent } from '#db/queries/scenarios/published-content.ts';
import { impactOfSets, impactPart } from '#db/queries/segments/impact.ts';
import { memberOverlaps } from '#db/queries/segments/member-overlaps.ts';
import { memberPage, membersAsOf } from '#db/queries/segments/members-as-of.ts';
import { segmentMoves } from '#db/queries/segments/membership-moves.ts';
import { segmentFigures } from '#db/queries/segments/segment-figures.ts';
import { listSignalRows } from '#db/queries/signals/list-signals.ts';
import { findRecords } from '#db/queries/search/find-records.ts';
import { answerBrief } from '#lib/services/accounts/answer-brief.ts';
import { answerLetters } from '#lib/services/books/answer-letters.ts';
import { answerRecords } from '#lib/services/results/answer-records.ts';
import { answerResults } from '#lib/services/results/answer.ts';
import { answerWork } from '#lib/services/work/answer-work.ts';

/** Every read that runs in the reads worker: a function of a read-only connection and plain input. */
export const readTasks = {
  planPicture,
  planEffect,
  heldInDraft,
  planMoves,
  planMap,
  planChecks,
  planSplit,
  planSwaps,
  movesToState,
  freezePlan,
  movingDeals,
  planImpact,
  frozenMoves,
  planHandOver,
  resolveChange,
  requestEffect,
  bookPicture,
  bookLetters: answerLetters,
  placeNew,
  listPlanAccounts,
  findPlanAccount,
  comparePlans,
  planSize,
  compareAccounts,
  publishedContent,
  answerResults,
  findRecords,
  fillRates,
  segmentFigures,
  segmentMoves,
  memberOverlaps,
  memberPage,
  membersAsOf,
  impactOfSets,
  impactPart,
  accountRows,
  contactRows,
  answerRecords,
  accountListRows,
  timelineRows,
  listSignalRows,
  contactListRows,
  accountTotals,
  contactTotals,
  workList: answerWork,
  accountBrief: answerBrief,
};

export type ReadTasks = typeof readTasks;
