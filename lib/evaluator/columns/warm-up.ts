import type { Store } from '#lib/engine/store.ts';
import type { Group, Rule } from '#lib/rules/ast.ts';
import { countsOnly, type PreviewQuestion } from '../contract.ts';

/** Loops over whole columns reach V8's best compiler after so many questions. */
const ROUNDS = 12;

const field = (name: string, operator: 'in' | 'gte', value: unknown): Rule =>
  ({ id: `${name} ${operator}`, kind: 'field', field: name, operator, value }) as Rule;

const group = (op: Group['op'], ...rules: Rule[]): Group => ({
  id: `${op} ${rules.length}`,
  kind: 'group',
  op,
  rules,
});

function has(entity: 'technology' | 'contact' | 'signal', where: Rule, lastDays?: number): Rule {
  const window = lastDays === undefined ? {} : { window: { last: lastDays, unit: 'day' } };
  return {
    ...{ id: `has ${entity}`, kind: 'related', entity, ...window },
    ...{ where: group('all', where), measure: { fn: 'count' }, operator: 'gte', value: 1 },
  } as Rule;
}

/** Rules of every usual shape, with values that this workspace has. Every round asks for other ones. */
function rulesOf(store: Store, round: number): Group[] {
  const words = (key: string, count: number) => {
    const known = store.dictionaries.get(key)?.folded ?? [];
    return Array.from({ length: count }, (_, index) => known[(round + index) % known.length] ?? '-');
  };
  const size = field('employees', 'gte', 100 + round);
  const country = field('country', 'in', words('account.country', 1));
  const industry = field('industry', 'in', words('account.industry', 3));
  const uses = has('technology', field('name', 'in', words('technology.name', 1)));
  const knows = has('contact', field('jobFunction', 'in', words('contact.jobFunction', 1)));
  const signs = has('signal', field('type', 'in', words('signal.type', 1)), 30 + round);
  return [
    group('all', size),
    group('all', industry, size),
    group('all', country, industry, uses),
    group(
      'all',
      group('any', industry, field('revenue', 'gte', 1e6 + round)),
      group('none', country, uses),
      signs,
    ),
    group('all', knows, group('none', uses), size, country),
  ];
}

/**
 * Asks what people are going to ask, as the builder does: afterwards orders, groups and bins are there and the loops are
 * compiled, so that the first person waits no longer than the next ones. `ask` answers one question; `now` is epoch ms.
 */
export async function warmUp(
  ask: (question: PreviewQuestion) => Promise<unknown>,
  store: Store,
  now: number,
): Promise<void> {
  for (let round = 0; round < ROUNDS; round++) {
    for (const root of rulesOf(store, round)) {
      const definition = { version: 1 as const, entity: 'account' as const, root };
      const question = countsOnly({ definition, asOf: now, now, scope: { all: true }, mayLag: true });
      await ask({ ...question, limit: 50, sort: { field: 'score', descending: true } });
      await ask({
        ...{ ...question, breakdowns: ['industry', 'state'], histograms: ['employees'] },
        ...{ perCondition: true, unknowns: true, nearMisses: true, overlaps: true },
      });
    }
  }
}
