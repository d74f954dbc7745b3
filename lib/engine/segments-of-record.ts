import type { RootEntity } from '#lib/rules/ast.ts';
import type { Moment } from '#lib/rules/facts-as-of.ts';
import type { Atom, Relational } from '#lib/rules/relational.ts';
import { atomTest, formRecordTest } from './atom-test.ts';
import type { RowTest } from './row-test.ts';
import type { Store } from './store.ts';

/** A rule by the key of what it decides. */
export type KeyedForm<Key> = { key: Key; form: Relational; moment: Moment };

/** For one record: the rules it passes. */
export type RecordClassifier<Key> = (ordinal: number) => Key[];

/**
 * Many rules made ready to be asked of one record at a time; a condition that several of them share is asked once a
 * record. `left` are the rules that the columns answer only for all records or not at all.
 */
export function recordClassifier<Key>(
  store: Store,
  entity: RootEntity,
  forms: readonly KeyedForm<Key>[],
  testOf: (atom: Atom, moment: Moment) => RowTest | null = (atom, moment) =>
    atomTest(store, entity, moment, atom),
): { classify: RecordClassifier<Key>; left: Key[] } {
  const shared = new Map<string, { test: RowTest | null; asked: number; holds: boolean }>();
  let round = 0;
  function sharedTest(atom: Atom, moment: Moment): RowTest | null {
    const name = `${moment.isPast} ${moment.asOf} ${JSON.stringify(atom)}`;
    const known = shared.get(name) ?? {
      test: testOf(atom, moment),
      asked: -1,
      holds: false,
    };
    shared.set(name, known);
    const { test } = known;
    if (!test) return null;
    return (ordinal) => {
      if (known.asked !== round) {
        known.asked = round;
        known.holds = test(ordinal);
      }
      return known.holds;
    };
  }
  const ready: { key: Key; test: RowTest }[] = [];
  const left: Key[] = [];
  for (const { key, form, moment } of forms) {
    const test = formRecordTest(form, (atom) => sharedTest(atom, moment));
    if (test) ready.push({ key, test });
    else left.push(key);
  }
  const classify: RecordClassifier<Key> = (ordinal) => {
    round += 1;
    const passed: Key[] = [];
    for (const { key, test } of ready) if (test(ordinal)) passed.push(key);
    return passed;
  };
  return { classify, left };
}
