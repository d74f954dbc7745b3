import 'server-only';
import { z } from 'zod';
import { store } from '#db/client.ts';
import { type OpportunityRow, opportunityRows } from '#db/queries/results/opportunity-rows.ts';
import { type TouchedAccountRow, touchedAccountRows } from '#db/queries/results/touched-account-rows.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { checkQuestion } from './check-question.ts';
import type { ResultsInput } from './input.ts';
import { recordFigures, type RecordIds, type RecordQuestion } from './question.ts';
import { frameOf, type ResultsFrame } from './results.ts';

const recordsInputSchema = z.object({
  figure: z.enum(recordFigures, `Name a figure: ${recordFigures.join(', ')}.`),
  /** With figure `all`: only deals at or past this stage of the funnel. */
  reached: z.string().max(200).optional(),
  limit: z.number().int().min(1).max(500).default(50),
  cursor: z.string().max(40).optional(),
});

export type RecordsInput = z.input<typeof recordsInputSchema>;

export type ResultRecords = { count: number; nextCursor: string | null } & (
  | { entity: 'opportunity'; items: OpportunityRow[] }
  | { entity: 'account'; items: TouchedAccountRow[] }
);

/** The records behind one figure of a result, latest first, a page at a time. The same filters give the same count. */
export async function resultRecords(
  ctx: Context,
  input: ResultsInput,
  records: RecordsInput,
): Promise<ResultRecords & ResultsFrame> {
  const { limit, cursor, ...asked } = parseInput(recordsInputSchema, records);
  const { found, frame } = await findRecords(ctx, input, asked);
  const start = cursor === undefined ? 0 : startOf(cursor);
  const ids = found.ids.slice(start, start + limit);
  const end = start + ids.length;
  const page = { count: found.ids.length, nextCursor: end < found.ids.length ? `after-${end}` : null };
  return { ...rowsOf({ entity: found.entity, ids }), ...page, ...frame };
}

/** All records behind a figure, read in pieces as the caller takes them: for a file. */
export async function* allResultRecords(
  ctx: Context,
  input: ResultsInput,
  records: Pick<RecordsInput, 'figure' | 'reached'>,
) {
  requireCan(ctx.actor, 'accounts.export');
  const { found } = await findRecords(ctx, input, parseInput(recordsInputSchema, records));
  for (let start = 0; start < found.ids.length; start += PIECE) {
    yield rowsOf({ entity: found.entity, ids: found.ids.slice(start, start + PIECE) });
  }
}

const PIECE = 1000;

async function findRecords(
  ctx: Context,
  input: ResultsInput,
  { figure, reached }: Pick<z.output<typeof recordsInputSchema>, 'figure' | 'reached'>,
): Promise<{ found: RecordIds; frame: ResultsFrame }> {
  requireCan(ctx.actor, 'results.read');
  const question = checkQuestion(ctx, store().connection, input, (by) => [{ groupBy: [], by }]);
  const asked: RecordQuestion = { ...question, figure, stage: reached ?? null };
  return { found: await heavyRead('answerRecords', asked), frame: frameOf(question) };
}

function rowsOf({ entity, ids }: RecordIds) {
  const { connection } = store();
  return entity === 'opportunity'
    ? { entity, items: opportunityRows(connection, ids) }
    : { entity, items: touchedAccountRows(connection, ids) };
}

function startOf(cursor: string): number {
  const start = /^after-(\d{1,9})$/.exec(cursor)?.[1];
  if (start === undefined) throw appError('invalid', 'This page marker is not one of ours.');
  return Number(start);
}
