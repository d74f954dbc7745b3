import type { MessagePort } from 'node:worker_threads';
import type { CarveInput } from '#lib/territories/optimise/input.ts';
import type { Stage } from '#lib/territories/optimise/control.ts';
import type { Measures } from '#lib/territories/optimise/measures.ts';
import type { HandMove, Proposal } from '#lib/territories/optimise/proposal.ts';
import type { Solved } from '#lib/territories/optimise/solve-component.ts';
import type { Change, Job } from '#lib/territories/optimise/solve-plan.ts';

/** What a plan on screen can be asked; `solve` comes first, the rest is about the plan it left. */
export type Ask =
  | { kind: 'solve'; input: CarveInput; currency: string }
  | { kind: 'again'; change: Change; currency: string }
  | { kind: 'alternatives'; currency: string }
  | { kind: 'handMove'; accountId: number; repId: number | null; keepIt: boolean };

export type PlanChoice = { keepWeight: number; measures: Measures; proposal: Proposal };
export type AnswerTo<Kind extends Ask['kind']> = Kind extends 'handMove'
  ? HandMove
  : Kind extends 'alternatives'
    ? PlanChoice[]
    : Proposal;

export type Progress = {
  part: number;
  stage: Stage;
  share: number;
  upper: number | null;
  lower: number | null;
};

/** To the thread that keeps the plan; `flag[0]` becomes 1 when the person cancels. */
export type ToLead =
  | { type: 'ask'; id: number; ask: Ask; flag: Int32Array }
  | { type: 'helper'; port: MessagePort };
/** To a thread that only solves parts, through the port it was given. */
export type ToHelper = { type: 'help'; port: MessagePort };
export type HelpWanted = { id: number; jobs: Job[]; flag: Int32Array };
export type HelpDone = { ok: true; solved: Solved[] } | { ok: false; message: string };

export type FromWorker =
  | { type: 'progress'; id: number; progress: Progress }
  | { type: 'answer'; id: number; value: unknown }
  | {
      type: 'failed';
      id: number;
      code: 'invalid' | null;
      message: string;
      issues: { path: string; code: string; message: string }[];
    };
