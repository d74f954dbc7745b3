import type { ProblemGroup } from '#lib/imports/import-view.ts';
import type { RowProblem } from '#lib/imports/read-row.ts';

export type ProblemCounter = {
  add: (problem: RowProblem) => void;
  groups: () => ProblemGroup[];
};

const sentences: Record<string, string> = {
  ambiguous: 'Two or more records could match',
  keys_disagree: 'Id and domain point to different records',
  no_identity: 'No id, name or domain',
  too_many_cells: 'More cells than the header has columns',
  account_missing: 'No account named',
  unknown_account: 'Account not known',
  unknown_rep: 'Nobody of this name in the team',
  unknown_parent: 'Parent account not known',
  unknown_contact: 'Contact not known',
  unknown_deal: 'Deal not known',
  no_stage: 'No stage',
  id_taken: 'An id that belongs to another record',
  not_a_number: 'Not a number',
  not_a_date: 'Not a date',
  no_such_day: 'No such day',
  date_order_unknown: 'Day or month first is not answered yet',
  not_a_domain: 'Not a web address',
  not_an_email: 'Not an e-mail address',
  not_a_phone: 'Not a telephone number',
  not_a_boolean: 'Neither yes nor no',
  not_a_year: 'Not a year',
  spreadsheet_error: 'An error that a spreadsheet left',
  no_rate: 'No exchange rate in Settings',
  open_range: 'A range without that end',
  parent_cycle: 'An account cannot be its own parent',
};

const MOST_SAMPLES = 3;

type Group = ProblemGroup & { firstLine: number; lines: Map<string, number> };

/** Keeps the values of the first lines, in whatever order the lines come. */
function keepSample(lines: Map<string, number>, value: string, line: number): void {
  const known = lines.get(value);
  if (known !== undefined && known <= line) return;
  lines.set(value, line);
  if (lines.size <= MOST_SAMPLES) return;
  const [last] = [...lines].sort(([, a], [, b]) => b - a);
  if (last) lines.delete(last[0]);
}

/** Counts problems by kind and column, with the first examples of the file; rows may come in any order. */
export function createProblemCounter(): ProblemCounter {
  const groups = new Map<string, Group>();
  return {
    add(problem) {
      const key = `${problem.code}\n${problem.column ?? ''}\n${problem.rowRejected}`;
      let group = groups.get(key);
      if (!group) {
        group = {
          code: problem.code,
          column: problem.column,
          count: 0,
          rowRejected: problem.rowRejected,
          message: sentences[problem.code] ?? problem.message,
          samples: [],
          firstLine: problem.line,
          lines: new Map(),
        };
        groups.set(key, group);
      }
      group.count += 1;
      if (problem.line < group.firstLine) {
        group.firstLine = problem.line;
        group.message = sentences[problem.code] ?? problem.message;
      }
      if (problem.value) keepSample(group.lines, problem.value.slice(0, 60), problem.line);
    },
    groups: () =>
      [...groups.values()]
        .sort((a, b) => b.count - a.count || a.firstLine - b.firstLine)
        .map(({ firstLine: _, lines, ...group }) => ({
          ...group,
          samples: [...lines].sort(([, a], [, b]) => a - b).map(([value]) => value),
        })),
  };
}
