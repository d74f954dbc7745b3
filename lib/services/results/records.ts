import 'server-only';
import { store } from '#db/client.ts';
import { findDimension } from '#db/queries/results/dimensions.ts';
import { filterWords } from '#db/queries/results/key-values.ts';
import { opportunityRows } from '#db/queries/opportunities/opportunity-rows.ts';
import { touchedAccountRows } from '#db/queries/results/touched-account-rows.ts';
import type { RecordsAbout, ResultsFrame } from '#lib/metrics/results.ts';
import { requireCan } from '#lib/permissions/can.ts';
import type { Context } from '#lib/permissions/context.ts';
import type { RecordRows } from '#lib/shared/record-rows.ts';
import { appError } from '#lib/shared/errors.ts';
import { parseInput } from '#lib/shared/parse-input.ts';
import type { Totals } from '#lib/shared/total-shapes.ts';
import { heavyRead } from '#workers/reads/host.ts';
import { checkQuestion } from './check-question.ts';
import type { ResultsInput } from './input.ts';
import type { RecordIds, RecordQuestion, ResultsQuestion } from './question.ts';
import { type RecordsInput, recordsInputSchema } from './records-input.ts';
import { frameOf } from './results.ts';

type ResultRecords = { count: number; nextCursor: string | null; totals: Totals } & RecordRows;

/** The records behind one figure of a result, latest first, a page at a time. The same filters give the same count. */
export async function resultRecords(
  ctx: Context,
  input: ResultsInput,
  records: RecordsInput,
): Promise<ResultRecords & ResultsFrame & { about: RecordsAbout[] }> {
  const { limit, cursor, ...asked } = parseInput(recordsInputSchema, records);
  const { found, frame, about } = await findRecords(ctx, input, asked);
  const start = cursor === undefined ? 0 : startOf(cursor);
  const ids = found.ids.slice(start, start + limit);
  const end = start + ids.length;
  const nextCursor = end < found.ids.length ? `after-${end}` : null;
  const page = { count: found.ids.length, nextCursor, totals: found.totals };
  return { ...rowsOf({ entity: found.entity, ids }), ...page, ...frame, about };
}

/** All records behind a figure, read in pieces as the caller takes them: for a file. */
export async function exportResultRecords(
  ctx: Context,
  input: ResultsInput,
  records: Pick<RecordsInput, 'figure' | 'reached'>,
): Promise<{ entity: RecordIds['entity']; pieces: Iterable<RecordRows> }> {
  requireCan(ctx.actor, 'accounts.export');
  const { found } = await findRecords(ctx, input, parseInput(recordsInputSchema, records));
  return { entity: found.entity, pieces: inPieces(found) };
}

function* inPieces({ entity, ids }: RecordIds) {
  for (let start = 0; start < ids.length; start += PIECE) {
    yield rowsOf({ entity, ids: ids.slice(start, start + PIECE) });
  }
}

const PIECE = 1000;

async function findRecords(
  ctx: Context,
  input: ResultsInput,
  { figure, reached }: Pick<RecordsInput, 'figure' | 'reached'>,
): Promise<{ found: RecordIds; frame: ResultsFrame; about: RecordsAbout[] }> {
  requireCan(ctx.actor, 'results.read');
  const question = checkQuestion(ctx, store().connection, input, (by) => [{ groupBy: [], by }]);
  const asked: RecordQuestion = { ...question, figure, stage: reached ?? null };
  return {
    found: await heavyRead('answerRecords', asked),
    frame: frameOf(question),
    about: aboutOf(question),
  };
}

/** The filters in words: which group the figure stands in. */
function aboutOf(question: RecordQuestion | ResultsQuestion): RecordsAbout[] {
  const { connection } = store();
  return question.filters.flatMap(({ dimension: key, values }) => {
    const dimension = findDimension(connection, key);
    return dimension ? [{ dimension: key, values: filterWords(connection, dimension, values) }] : [];
  });
}

function rowsOf({ entity, ids }: Pick<RecordIds, 'entity' | 'ids'>): RecordRows {
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
