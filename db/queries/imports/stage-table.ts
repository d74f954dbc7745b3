import 'server-only';
import { guessOutcome, orderStages, type Outcome } from '#lib/imports/stage-outcomes.ts';
import { foldText } from '#lib/shared/text.ts';
import type { ImportRun } from './import-run.ts';

export type Stage = { id: number; outcome: Outcome };

export type StageTable = {
  /** Stage of a pipeline by name, made with its guessed or given outcome when the table does not hold it. */
  stage: (pipeline: string, name: string) => Stage;
  /** First stage of a pipeline with this outcome, or null. */
  withOutcome: (pipeline: string, outcome: Outcome) => Stage | null;
  forget: () => void;
};

type Row = { id: number; outcome: Outcome };

/** The stage table as an import reads and fills it. `outcomes` are what the mapping says, by stage name. */
export function createStageTable(
  run: ImportRun,
  outcomes: Readonly<Record<string, Outcome>> | null,
): StageTable {
  const { connection, terms } = run;
  const given = new Map(Object.entries(outcomes ?? {}).map(([name, outcome]) => [foldText(name), outcome]));
  const select = connection.prepare<[string, string], Row>(
    'SELECT id, outcome FROM stages WHERE pipeline = ? AND name_folded = ?',
  );
  const byOutcome = connection.prepare<[string, string], Row>(
    'SELECT id, outcome FROM stages WHERE pipeline = ? AND outcome = ? ORDER BY position LIMIT 1',
  );
  const next = connection.prepare<[string], { position: number }>(
    'SELECT coalesce(max(position), 0) + 1 AS position FROM stages WHERE pipeline = ?',
  );
  const insert = connection.prepare(
    `INSERT INTO stages (pipeline, name, name_folded, term_id, position, outcome, is_confirmed) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  let known = new Map<string, Stage>();

  return {
    stage(pipeline, name) {
      const key = `${pipeline}\n${name}`;
      const cached = known.get(key);
      if (cached) return cached;
      const folded = foldText(name);
      let found = select.get(pipeline, folded);
      if (!found) {
        const outcome = outcomes === null ? guessOutcome(name) : (given.get(folded) ?? 'open');
        const termId = terms.id('opportunity.stage', name) ?? 0;
        const position = next.get(pipeline)?.position ?? 1;
        const made = insert.run(
          pipeline,
          name.trim(),
          folded,
          termId,
          position,
          outcome,
          Number(outcomes !== null),
        );
        found = { id: Number(made.lastInsertRowid), outcome };
        run.remember('stage', found.id, {}, {});
      }
      known.set(key, found);
      return found;
    },
    withOutcome: (pipeline, outcome) => byOutcome.get(pipeline, outcome) ?? null,
    forget: () => {
      known = new Map();
    },
  };
}

/** Makes the stages that a file names, in their usual order, so that positions do not follow the file's first rows. */
export function fillStages(
  table: StageTable,
  pipeline: string,
  names: readonly string[],
  outcomes: Readonly<Record<string, Outcome>> | null,
): void {
  const folded = new Map(Object.entries(outcomes ?? {}).map(([name, outcome]) => [foldText(name), outcome]));
  const stages = names.map((name) => ({
    name,
    outcome: outcomes === null ? guessOutcome(name) : (folded.get(foldText(name)) ?? 'open'),
  }));
  for (const stage of orderStages(stages)) table.stage(pipeline, stage.name);
}
