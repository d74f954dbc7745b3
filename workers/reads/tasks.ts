import 'server-only';
import { findPlanAccount, listPlanAccounts } from '#db/queries/plans/list-plan-accounts.ts';
import { planEffect, planMoves, planPicture, planSplit } from '#db/queries/plans/plan-picture.ts';
import { findRecords } from '#db/queries/search/find-records.ts';
import { answerRecords } from '#lib/services/results/answer-records.ts';
import { answerResults } from '#lib/services/results/answer.ts';

/** Every read that runs in the reads worker: a function of a read-only connection and plain input. */
export const readTasks = {
  planPicture,
  planEffect,
  planMoves,
  planSplit,
  listPlanAccounts,
  findPlanAccount,
  answerResults,
  findRecords,
  answerRecords,
};

export type ReadTasks = typeof readTasks;
