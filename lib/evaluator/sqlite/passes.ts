import { atomTest } from '#lib/engine/atom-test.ts';
import { hasBit } from '#lib/engine/bitset.ts';
import { atomsOf } from '#lib/engine/form-bits.ts';
import type { RowTest } from '#lib/engine/row-test.ts';
import { type KeyedForm, recordClassifier } from '#lib/engine/segments-of-record.ts';
import { ordinalOf } from '#lib/engine/store.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { Atom, Relational } from '#lib/rules/relational.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { isAppError } from '#lib/shared/errors.ts';
import type { PassesRequest, Passes } from '../contract.ts';
import { leafBits } from './leaf.ts';
import { resolveQuestion } from './question.ts';
import { columnStore, type Session } from './session.ts';

/** Whether a change of one record can move others, or what is asked is written while segments are refreshed. */
function reachesFurther(form: Relational): boolean {
  return atomsOf(form).some(
    (atom) => atom.kind === 'change' || (atom.kind === 'related' && atom.scope === 'family'),
  );
}

/** Which rules a few records pass, all rules in one look at each record; null without columns. */
export function answerPasses(session: Session, { questions, recordIds }: PassesRequest): Passes | null {
  const store = columnStore(session);
  const [first] = questions;
  if (!store) return null;
  if (!first) return { passed: recordIds.map(() => []), left: [] };
  const { entity } = first.definition;
  const left: number[] = [];
  const forms: KeyedForm<number>[] = questions.flatMap((question, key) => {
    try {
      const moment = resolveQuestion(session, question);
      const form = toRelational(moment);
      if (!reachesFurther(form)) return [{ key, form, moment }];
    } catch (error) {
      if (!isAppError(error)) throw error;
    }
    left.push(key);
    return [];
  });
  const testOf = (atom: Atom, moment: Moment): RowTest => {
    const test = atomTest(store, entity, moment, atom);
    if (test) return test;
    const bits = leafBits(session, atom, entity, moment);
    return (ordinal) => hasBit(bits, ordinal);
  };
  const { classify } = recordClassifier(store, entity, forms, testOf);
  const table = store.tables[entity];
  const passed = recordIds.map((id) => {
    const ordinal = ordinalOf(table, id);
    return ordinal >= 0 && hasBit(table.live, ordinal) ? classify(ordinal) : [];
  });
  return { passed, left };
}
