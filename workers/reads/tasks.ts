import 'server-only';
import { planEffect, planMoves, planPicture } from '#db/queries/plans/plan-picture.ts';

/** Every read that runs in the reads worker: a function of a read-only connection and plain input. */
export const readTasks = {
  planPicture,
  planEffect,
  planMoves,
};

export type ReadTasks = typeof readTasks;
