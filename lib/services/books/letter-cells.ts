import { slotLabels } from '#lib/shared/plan-shapes.ts';
import type { LetterAccount } from '#lib/shared/book-shapes.ts';
import type { FileCell } from '#lib/shared/table-file/table-file.ts';
import type { LetterLines } from './letter-lines.ts';

export const letterColumns = [
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

/** The lines of a letter to `name` as rows of a file: what is held, what came and what went. */
export function letterCells({ accounts, came, went }: LetterLines, name: string): FileCell[][] {
  const from = new Map(came.map((row) => [`${row.id} ${row.slot}`, row.otherName]));
  return [
    ...accounts.map((row) =>
      cells(row.isNew ? 'came' : 'stays', row, from.get(`${row.id} ${row.slot}`) ?? null, name),
    ),
    ...went.map((row) => cells('went', row, name, row.otherName)),
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
