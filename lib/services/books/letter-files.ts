import 'server-only';
import { store } from '#db/client.ts';
import { listRepRows } from '#db/queries/reps/rep-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { scopeOf } from '#lib/permissions/scope.ts';
import type { Letter, LetterAccount } from '#lib/shared/book-shapes.ts';
import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { FileCell, FileFormat, TableFile, Workbook } from '#lib/shared/table-file/table-file.ts';
import { chosenVersion, letterOf } from './letter.ts';

const columns = [
  'change',
  'account_id',
  'account_crm_id',
  'account',
  'place',
  'tier',
  'territory',
  'slot',
  'from',
  'to',
  'reason',
].map((header) => ({ header }));

/** A letter as a table: what is held, what came and what went. */
export function letterFile(letter: Letter): TableFile {
  return { name: `book-${letter.rep.name}`, columns, rows: letterRows(letter) };
}

function letterRows(letter: Letter): FileCell[][] {
  const from = new Map(letter.came.map((row) => [`${row.id} ${row.slot}`, row.otherName]));
  return [
    ...letter.accounts.map((row) =>
      cells(row.isNew ? 'came' : 'stays', row, from.get(`${row.id} ${row.slot}`) ?? null, letter.rep.name),
    ),
    ...letter.went.map((row) => cells('went', row, letter.rep.name, row.otherName)),
  ];
}

function cells(
  change: 'stays' | 'came' | 'went',
  row: LetterAccount,
  from: string | null,
  to: string | null,
): FileCell[] {
  return [
    change,
    row.id,
    row.crmId,
    row.name,
    row.place,
    row.tier,
    row.territory,
    slotLabels[row.slot],
    from,
    to,
    row.reason,
  ];
}

/**
 * The books of everybody within scope in one file: a sheet for each rep, or as CSV one table with the rep in front. For
 * those who plan. Letters are made one after the other, as the file is drawn.
 */
export function lettersFile(ctx: Context, format: FileFormat, number?: number): TableFile | Workbook {
  requireCan(ctx.actor, 'plans.edit');
  const { connection } = store();
  const chosen = chosenVersion(ctx, connection, number);
  const reps = listRepRows(connection, scopeOf(ctx.actor)).filter(
    ({ kind, accounts, isActive, isOpening }) =>
      kind === 'rep' && isOpening === 0 && (accounts > 0 || isActive === 1),
  );
  const name = chosen.version ? `books-v${chosen.version.number}` : 'books';
  if (format === 'csv') {
    return { name, columns: [{ header: 'rep' }, ...columns], rows: everybody() };
  }
  const sheets: TableFile[] = reps.map((rep) => ({ name: rep.name, columns, rows: lazily(rep) }));
  return { name, sheets: sheets.length > 0 ? sheets : [{ name: 'Nobody', columns, rows: [] }] };

  function* everybody(): Generator<FileCell[]> {
    for (const rep of reps) for (const row of lazily(rep)) yield [rep.name, ...row];
  }

  function* lazily(rep: (typeof reps)[number]): Generator<FileCell[]> {
    yield* letterRows(letterOf(ctx, connection, rep, chosen));
  }
}
