import { countAnd, countBits, xorCount } from '#lib/engine/bitset.ts';
import { formBits } from '#lib/engine/form-bits.ts';
import { recordClassifier } from '#lib/engine/segments-of-record.ts';
import { leafBits } from '#lib/evaluator/sqlite/leaf.ts';
import { resolveQuestion } from '#lib/evaluator/sqlite/question.ts';
import { columnStore, type Session } from '#lib/evaluator/sqlite/session.ts';
import { toRelational } from '#lib/rules/to-relational.ts';
import { quantile } from '../statistics.ts';
import { manySegments } from './many-segments.ts';

export type RefreshTimes = {
  members: number;
  coldMs: number;
  warmMs: number;
  accountUs: number;
  checked: number;
};

/**
 * Membership of 200 segments from nothing (no condition kept) and once more, each held against the membership before;
 * then all 200 for one account at a time. Throws when the two ways do not agree.
 */
export function benchRefresh(session: Session, now: number): RefreshTimes {
  const store = columnStore(session);
  if (!store) throw new Error('The columns are not there.');
  const { account } = store.tables;
  const moment = { asOf: now, now };
  const forms = manySegments(200).map((definition) => {
    const resolved = resolveQuestion(session, { definition, ...moment });
    return { resolved, form: toRelational(resolved) };
  });
  const membersOf = ({ resolved, form }: (typeof forms)[number]) =>
    formBits(form, account.capacity, (atom) => leafBits(session, atom, 'account', resolved));
  const timed = (work: () => void) => {
    const startedAt = performance.now();
    work();
    return performance.now() - startedAt;
  };
  const before = forms.map(membersOf);
  const compare = () => {
    let moved = 0;
    for (const [index, form] of forms.entries()) {
      const bits = membersOf(form);
      moved += xorCount(bits, before[index] ?? bits);
    }
    if (moved > 0) throw new Error('Nothing changed, and yet members moved.');
  };
  const cold = Array.from({ length: 5 }, () => {
    session.cache.clear();
    resolveQuestion(session, { definition: manySegments(1)[0]!, ...moment });
    return timed(compare);
  });
  const warm = Array.from({ length: 5 }, () => timed(compare));
  const { classify, left } = recordClassifier(
    store,
    'account',
    forms.map(({ form, resolved }, key) => ({ key, form, moment: resolved })),
  );
  if (left.length > 0) throw new Error(`${left.length} segments cannot be asked of one account.`);
  const times: number[] = [];
  let checked = 0;
  classify(0);
  for (let step = 0; step < 2_000; step++) {
    const ordinal = (step * 7_919) % account.used;
    const startedAt = performance.now();
    const passed = classify(ordinal);
    times.push((performance.now() - startedAt) * 1000);
    const word = ordinal >>> 5;
    const expected = before.flatMap(({ words }, key) => ((words[word]! >>> (ordinal & 31)) & 1 ? [key] : []));
    if (expected.join() !== passed.join()) throw new Error(`Account ${ordinal}: the two ways do not agree.`);
    checked += passed.length;
  }
  const members = before.reduce((sum, bits) => sum + countAnd(bits, account.live), 0);
  if (countBits(account.live) !== account.used) throw new Error('Some accounts are archived.');
  return {
    members,
    coldMs: quantile(cold, 0.5),
    warmMs: quantile(warm, 0.5),
    accountUs: quantile(times, 0.5),
    checked,
  };
}
