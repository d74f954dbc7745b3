import 'server-only';
import type { Connection } from '#db/client.ts';
import { addProblems, countProblems, cutProblems } from '#db/queries/imports/import-rows.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';

/** How many problems of an import are kept to be listed; all of them are counted. */
export const MAX_STORED_PROBLEMS = 50_000;

/** How many more than wanted are let in before the last of the file are dropped: to sort at each one would take long. */
const slackOf = (most: number) => Math.ceil(most / 10);

/** The first `most` problems by their line, whatever order the rows come in. Holds a tenth more at the most. */
export function firstProblems(most = MAX_STORED_PROBLEMS): {
  add: (problem: RowProblem) => void;
  all: () => RowProblem[];
} {
  let kept: RowProblem[] = [];
  let lastLine = Number.POSITIVE_INFINITY;
  function cut() {
    kept.sort((a, b) => a.line - b.line);
    if (kept.length < most) return;
    kept = kept.slice(0, most);
    lastLine = kept.at(-1)?.line ?? 0;
  }
  return {
    add(problem) {
      if (problem.line > lastLine) return;
      kept.push(problem);
      if (kept.length > most + slackOf(most)) cut();
    },
    all() {
      cut();
      return kept;
    },
  };
}

/** As `firstProblems`, kept in the store: what was added goes there with each `flush`, which belongs to a write. */
export function problemWriter(
  connection: Connection,
  importId: number,
  most = MAX_STORED_PROBLEMS,
): { add: (problem: RowProblem) => void; flush: (isLast?: boolean) => void } {
  let fresh: RowProblem[] = [];
  let stored = countProblems(connection, importId);
  let lastLine = Number.POSITIVE_INFINITY;
  return {
    add(problem) {
      if (problem.line <= lastLine) fresh.push(problem);
    },
    flush(isLast = false) {
      addProblems(connection, importId, fresh);
      stored += fresh.length;
      fresh = [];
      if (stored <= most + (isLast ? 0 : slackOf(most))) return;
      lastLine = cutProblems(connection, importId, most);
      stored = most;
    },
  };
}
