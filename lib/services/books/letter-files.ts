import 'server-only';
import { store } from '#db/client.ts';
import { listRepRows, type RepRow } from '#db/queries/reps/rep-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { Letter } from '#lib/shared/book-shapes.ts';
import type { FileCell, FileFormat, TableFile, Workbook } from '#lib/shared/table-file/table-file.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { chosenVersion, letterPeriod } from './letter.ts';
import { letterCells, letterColumns } from './letter-cells.ts';

/** Accounts whose lines are asked for at once: tens of milliseconds of the reads worker, a few to take in the answer. */
const ACCOUNTS_AT_ONCE = 1_500;

/** A letter as a table: what is held, what came and what went. */
export function letterFile(letter: Letter): TableFile {
  return {
    name: `book-${letter.rep.name}`,
    columns: letterColumns,
    rows: letterCells(letter, letter.rep.name),
  };
}

/**
 * The books of everybody within scope in one file: a sheet for each rep, or as CSV one table with the rep in front. For
 * those who plan. The lines are read in the reads worker, some people at a time, so that other pages get their turn.
 */
export async function lettersFile(
  ctx: Context,
  format: FileFormat,
  number?: number,
): Promise<TableFile | Workbook> {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const chosen = chosenVersion(ctx, connection, number);
  const reps = listRepRows(connection, scopeOf(ctx.actor)).filter(
    ({ kind, accounts, isActive, isOpening }) =>
      kind === 'rep' && isOpening === 0 && (accounts > 0 || isActive === 1),
  );
  const period = letterPeriod(ctx, chosen);
  const letters: FileCell[][][] = [];
  for (const some of portions(reps)) {
    const asked = some.map(({ id, name }) => ({ id, name }));
    letters.push(...(await heavyRead('bookLetters', { reps: asked, period })));
  }
  const name = chosen.version ? `books-v${chosen.version.number}` : 'books';
  if (format === 'csv') {
    return { name, columns: [{ header: 'rep' }, ...letterColumns], rows: everybody() };
  }
  const sheets = reps.map((rep, at) => ({ name: rep.name, columns: letterColumns, rows: letters[at] ?? [] }));
  const nobody = { name: 'Nobody', columns: letterColumns, rows: [] };
  return { name, sheets: sheets.length > 0 ? sheets : [nobody] };

  function* everybody(): Generator<FileCell[]> {
    for (const [at, rep] of reps.entries()) for (const row of letters[at] ?? []) yield [rep.name, ...row];
  }
}

/** People in their order, so many at a time that their books together stay small. */
function* portions(reps: readonly RepRow[]): Generator<RepRow[]> {
  let some: RepRow[] = [];
  let accounts = 0;
  for (const rep of reps) {
    if (some.length > 0 && accounts + rep.accounts > ACCOUNTS_AT_ONCE) {
      yield some;
      [some, accounts] = [[], 0];
    }
    some.push(rep);
    accounts += rep.accounts;
  }
  if (some.length > 0) yield some;
}
