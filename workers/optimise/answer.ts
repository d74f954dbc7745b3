import { appError } from '#lib/shared/errors.ts';
import { alternativesOf } from '#lib/territories/optimise/alternatives.ts';
import { checkInput } from '#lib/territories/optimise/check-input.ts';
import type { Control } from '#lib/territories/optimise/control.ts';
import { familyFinder, handMove, proposalOf } from '#lib/territories/optimise/proposal.ts';
import { type Carved, changedInput, type RunJobs, solveAgain } from '#lib/territories/optimise/solve-plan.ts';
import { solveWithin } from '#lib/territories/optimise/solve-within.ts';
import { standingOf } from '#lib/territories/optimise/standing.ts';
import type { Ask } from './protocol.ts';

/** Keeps the plan of one screen and answers about it. Throws `invalid` with a sentence for each fault. */
export function planKeeper() {
  let kept: ReturnType<typeof keep> | null = null;

  return async (ask: Ask, run: RunJobs, control: Control): Promise<unknown> => {
    if (ask.kind === 'solve') {
      check(checkInput(ask.input));
      kept = keep(await solveWithin(ask.input, run, control));
      return proposalOf(kept.carved, ask.currency);
    }
    if (!kept) throw appError('invalid', 'There is no plan yet to ask about.');
    const { carved } = kept;
    switch (ask.kind) {
      case 'again':
        check(checkInput(changedInput(carved.built.input, ask.change)));
        kept = keep(await solveAgain(carved, ask.change, run, control));
        return proposalOf(kept.carved, ask.currency);
      case 'alternatives':
        return (await alternativesOf(carved, run, control)).map((plan) => ({
          keepWeight: plan.keepWeight,
          measures: plan.measures,
          proposal: proposalOf(plan.carved, ask.currency),
        }));
      case 'handMove': {
        const family = kept.familyOf(ask.accountId);
        if (family === undefined) throw appError('invalid', 'This account is not in the plan.');
        const rep =
          ask.repId === null ? -1 : carved.built.input.reps.findIndex((item) => item.id === ask.repId);
        if (ask.repId !== null && rep < 0) throw appError('invalid', 'This rep is not in the plan.');
        return handMove(kept.standing, family, rep, ask.keepIt);
      }
    }
  };
}

function keep(carved: Carved) {
  return { carved, standing: standingOf(carved.built, carved.assignment), familyOf: familyFinder(carved) };
}

function check(issues: ReturnType<typeof checkInput>): void {
  const [first] = issues;
  if (first) throw appError('invalid', first.message, { issues });
}
