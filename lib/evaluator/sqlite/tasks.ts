import { nameValues } from '#db/queries/preview/field-values.ts';
import { loadRecordFacts } from '#db/queries/preview/record-facts.ts';
import { explainRecord, type ExplainedNode } from '#lib/rules/explain.ts';
import { englishWords, referenceNames } from '#lib/rules/explain-words.ts';
import { referenceRowId } from '#lib/rules/reference-ids.ts';
import { wantedFacts } from '#lib/rules/wanted-facts.ts';
import { appError } from '#lib/shared/errors.ts';
import type { Passes, PassesRequest, Preview, PreviewQuestion, Question, ValueCount } from '../contract.ts';
import { and, countBits, hasBit } from '#lib/engine/bitset.ts';
import { answerPasses } from './passes.ts';
import { answerPreview } from './preview.ts';
import { type Checkpoint, idsOf, membersOf, resolveQuestion, scopeBits } from './question.ts';
import { columnStore, recordsIn, rulesContext, type Session } from './session.ts';
import { answerValues, type ValuesRequest } from './values.ts';

async function memberBits(session: Session, question: Question, checkpoint: Checkpoint) {
  const resolved = resolveQuestion(session, question);
  const members = await membersOf(session, resolved, checkpoint);
  return and(members, scopeBits(session, resolved.entity, question.scope));
}

function explain(session: Session, question: Question, recordId: number): ExplainedNode {
  const { catalog, columns, settings } = rulesContext(session);
  const resolved = resolveQuestion(session, question);
  const source = { catalog, columns };
  const facts = loadRecordFacts(session.connection, source, resolved.entity, recordId, wantedFacts(resolved));
  const ordinal = recordsIn(session, resolved.entity).ordinalOf(recordId);
  const isInScope = ordinal >= 0 && hasBit(scopeBits(session, resolved.entity, question.scope), ordinal);
  if (!facts || !isInScope) throw appError('not_found', `There is no such ${resolved.entity}.`);
  const accountColumn = columns.field('account.parent');
  const nameOf = referenceNames(catalog, (refKind, id) => {
    const rowId = refKind === 'account' ? referenceRowId('account', id) : null;
    if (rowId === null) return null;
    return nameValues(session.connection, accountColumn, [rowId]).get(rowId)?.label ?? null;
  });
  return explainRecord(resolved, facts, catalog, englishWords(catalog, settings, nameOf));
}

/** Every question the SQLite evaluator answers, over plain data that can cross to another thread. */
export type EvaluatorTasks = {
  preview: (question: PreviewQuestion) => Preview;
  /** The same, or null while the columns lag behind. */
  presentPreview: (question: PreviewQuestion) => Preview | null;
  count: (question: Question) => number;
  members: (question: Question) => Int32Array;
  matches: (input: { question: Question; recordIds: number[] }) => boolean[];
  /** As those above, from columns, or null while there are none. */
  previewInColumns: (question: PreviewQuestion) => Preview | null;
  membersInColumns: (question: Question) => Int32Array | null;
  matchesInColumns: (input: { question: Question; recordIds: number[] }) => boolean[] | null;
  passesInColumns: (request: PassesRequest) => Passes | null;
  explain: (input: { question: Question; recordId: number }) => ExplainedNode;
  values: (request: ValuesRequest) => ValueCount[];
};

export type TaskName = keyof EvaluatorTasks;
export type TaskInput<Name extends TaskName> = Parameters<EvaluatorTasks[Name]>[0];
export type TaskOutput<Name extends TaskName> = ReturnType<EvaluatorTasks[Name]>;

type Answer<Name extends TaskName> = (
  session: Session,
  input: TaskInput<Name>,
  checkpoint: Checkpoint,
  now: number,
) => Promise<TaskOutput<Name>> | TaskOutput<Name>;

async function members(session: Session, question: Question, checkpoint: Checkpoint): Promise<Int32Array> {
  return idsOf(
    recordsIn(session, question.definition.entity),
    await memberBits(session, question, checkpoint),
  );
}

async function matches(
  session: Session,
  { question, recordIds }: TaskInput<'matches'>,
  checkpoint: Checkpoint,
): Promise<boolean[]> {
  const bits = await memberBits(session, question, checkpoint);
  const records = recordsIn(session, question.definition.entity);
  return recordIds.map((id) => {
    const ordinal = records.ordinalOf(id);
    return ordinal >= 0 && hasBit(bits, ordinal);
  });
}

/** One answer each, for a session that stands in a transaction. */
export const answers: { [Name in TaskName]: Answer<Name> } = {
  preview: answerPreview,
  presentPreview: answerPreview,
  count: async (session, question, checkpoint) => countBits(await memberBits(session, question, checkpoint)),
  members,
  matches,
  previewInColumns: (session, question, checkpoint) =>
    columnStore(session) ? answerPreview(session, question, checkpoint) : null,
  membersInColumns: (session, question, checkpoint) =>
    columnStore(session) ? members(session, question, checkpoint) : null,
  matchesInColumns: (session, input, checkpoint) =>
    columnStore(session) ? matches(session, input, checkpoint) : null,
  passesInColumns: answerPasses,
  explain: (session, { question, recordId }) => explain(session, question, recordId),
  values: (session, request, _checkpoint, now) => answerValues(session, request, now),
};
