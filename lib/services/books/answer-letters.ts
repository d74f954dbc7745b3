import 'server-only';
import type { Connection } from '#db/client.ts';
import type { FileCell } from '#lib/shared/table-file/table-file.ts';
import { letterCells } from './letter-cells.ts';
import { letterLines, type LetterPeriod } from './letter-lines.ts';

/** The letters of several people as rows of a file each, in their order. Runs in the reads worker. */
export function answerLetters(
  connection: Connection,
  { reps, period }: { reps: readonly { id: number; name: string }[]; period: LetterPeriod },
): FileCell[][][] {
  return reps.map(({ id, name }) => letterCells(letterLines(connection, id, period), name));
}
