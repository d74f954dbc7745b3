import 'server-only';
import { defaultMatch } from '#lib/imports/identity.ts';
import { type Candidate, decideMatch } from '#lib/imports/match.ts';
import { foldText } from '#lib/shared/text.ts';
import { repFinder } from './find-records.ts';
import { count, type ImportRun } from './import-run.ts';
import { createRecordCells } from './record-cells.ts';
import { createRecordTable } from './record-table.ts';
import { complain, reject, type RowHandler } from './row-handler.ts';

type RepRow = {
  id: number;
  name: string;
  external_id: string | null;
  email_folded: string | null;
  name_folded: string;
};

/** Reps: matched by id, e-mail or name. A manager whom nobody knows becomes a rep with the role manager. */
export function repRows(run: ImportRun): RowHandler {
  const { connection } = run;
  const cells = createRecordCells(run, 'rep', ['name', 'name_folded', 'manager_id']);
  const table = createRecordTable(run, 'rep', cells.columns, cells.fieldOf);
  const [nameAt, foldedAt, managerAt] = [table.at('name'), table.at('name_folded'), table.at('manager_id')];
  const managers = repFinder(connection);
  const columns = 'id, name, external_id, email_folded, name_folded';
  const by = {
    externalId: connection.prepare<[string], RepRow>(
      `SELECT ${columns} FROM reps WHERE external_id = ? LIMIT 20`,
    ),
    email: connection.prepare<[string], RepRow>(
      `SELECT ${columns} FROM reps WHERE email_folded = ? LIMIT 20`,
    ),
    name: connection.prepare<[string], RepRow>(`SELECT ${columns} FROM reps WHERE name_folded = ? LIMIT 20`),
  };
  const insertManager = connection.prepare(
    `INSERT INTO reps (id, name, name_folded, role, import_id, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const keys = (run.options.match ?? defaultMatch.rep).filter((key) => cells.has(key));
  const toCandidate = (rep: RepRow): Candidate => ({
    id: rep.id,
    label: rep.name,
    keys: { externalId: rep.external_id, email: rep.email_folded, name: rep.name_folded },
  });

  function managerId(name: string): number | 'ambiguous' {
    const found = managers.find(name);
    if (found !== null) return found;
    const id = run.nextId('reps');
    insertManager.run(
      id,
      name,
      foldText(name),
      run.terms.id('rep.role', 'manager'),
      run.importId,
      run.now,
      run.now,
    );
    managers.forget();
    count(run.tally.alsoCreated, 'rep');
    return id;
  }

  return {
    take(row) {
      const fold = (key: string) => {
        const value = cells.valueOf(row, key);
        return typeof value !== 'string' ? null : key === 'externalId' ? value : foldText(value);
      };
      const rowKeys = { externalId: fold('externalId'), email: fold('email'), name: fold('name') };
      const decision = decideMatch(keys, rowKeys, (key, value) =>
        by[key as keyof typeof by].all(value).map(toCandidate),
      );
      if (decision.kind === 'reject') return reject(row, decision.code, decision.message);
      if (decision.kind === 'match' && run.options.onMatch === 'skip') return 'unchanged';
      const values = cells.cellsOf(row);
      const manager = cells.valueOf(row, 'manager');
      if (manager === null) values[managerAt] = null;
      if (typeof manager === 'string') {
        const id = managerId(manager);
        if (typeof id === 'number') values[managerAt] = id;
        else complain(row, null, manager, 'unknown_rep', `Several people are called “${manager}”.`);
      }
      if (decision.kind === 'match') {
        if (values[managerAt] === decision.id) values[managerAt] = null;
        return table.update(decision.id, values, () => cells.writeSides(decision.id, row));
      }
      if (typeof values[nameAt] !== 'string') {
        const name = String(cells.valueOf(row, 'email') ?? cells.valueOf(row, 'externalId'));
        [values[nameAt], values[foldedAt]] = [name, foldText(name)];
      }
      const id = table.insert(values);
      cells.writeSides(id, row);
      managers.forget();
      return 'created';
    },
    startBatch() {
      cells.startBatch();
      managers.forget();
    },
  };
}
