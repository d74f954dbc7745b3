import type { Catalog } from '../catalog.ts';
import type { ResolvedRelated } from '../resolved.ts';
import { askedOfRows } from './asked.ts';
import { cellsWhere } from './cells.ts';
import { type Formula, formulasOf, windowAsField } from './formula.ts';
import type { Cell } from './number-domain.ts';
import { type Given, isPossible } from './satisfy.ts';

/** Laws grow with the square of the counts of one kind of row; beyond this many none are looked for. */
const MOST_COUNTS = 10;

function isCount({ measure }: ResolvedRelated): boolean {
  return measure.fn === 'count' || measure.fn === 'countDistinct';
}

/** An account's rows are also its family's; nothing else holds for every record, leads included. */
function isScopeWithin(inner: ResolvedRelated, outer: ResolvedRelated): boolean {
  return inner.of === outer.of || (inner.of === 'account' && outer.of === 'family');
}

/** Whether every row that `inner` counts is one that `outer` counts, whoever the record is. */
function isWithin(inner: ResolvedRelated, outer: ResolvedRelated, catalog: Catalog): boolean {
  if (!isScopeWithin(inner, outer)) return false;
  const asksOf = (rule: ResolvedRelated) => [rule.where, windowAsField(rule)].filter((part) => part !== null);
  const [given, asked] = [asksOf(inner), asksOf(outer)];
  const { formulas, things } = formulasOf([...given, ...asked], catalog, () => true);
  const held = formulas.slice(0, given.length).map((formula) => ({ formula, is: true }));
  return formulas
    .slice(given.length)
    .every((formula) => !isPossible([...held, { formula, is: false }], things));
}

/** The least and the most whole number in a cell; none in it: least above most. */
function wholeRange({ from, to, isPoint }: Cell): { least: number; most: number } {
  if (isPoint) return { least: Math.ceil(from), most: Math.floor(to) };
  return { least: Math.floor(from) + 1, most: Math.ceil(to) - 1 };
}

/** `inner` counts no more than `outer`: for each number that `inner` may reach, `outer` reaches it too. */
function lawsBetween(inner: string, outer: string, cells: ReadonlyMap<string, readonly Cell[]>): Given[] {
  const [few = [], many = []] = [inner, outer].map((key) => (cells.get(key) ?? []).map(wholeRange));
  const leaf = (
    thing: string,
    ranges: typeof few,
    holds: (range: (typeof few)[number]) => boolean,
  ): Formula => ({
    id: thing,
    kind: 'leaf',
    thing,
    set: cellsWhere(ranges.length + 1, (at) => {
      const range = ranges[at];
      return range !== undefined && holds(range);
    }),
  });
  const reached = [...new Set(few.map(({ least }) => least))].filter((one) => one > 0 && one < Infinity);
  return reached.map((number) => ({
    isLaw: true,
    is: true,
    formula: {
      id: `${inner} within ${outer}`,
      kind: 'join',
      op: 'any',
      parts: [
        leaf(inner, few, ({ least }) => least < number),
        leaf(outer, many, ({ most }) => most >= number),
      ],
    },
  }));
}

/**
 * What holds between the counts of rows by themselves: who has three rows of a kind in 30 days has at least as many of them
 * in 90. `cells` are the cells of each measure.
 */
export function rowLaws(
  rules: readonly ResolvedRelated[],
  catalog: Catalog,
  cells: ReadonlyMap<string, readonly Cell[]>,
): Given[] {
  const kinds = Map.groupBy(rules.filter(isCount), ({ entity, measure }) =>
    JSON.stringify([entity, measure]),
  );
  return [...kinds.values()].flatMap((alike) => {
    const byKey = new Map(alike.map((rule) => [askedOfRows(rule, true).key, rule] as const));
    if (byKey.size > MOST_COUNTS) return [];
    return [...byKey].flatMap(([inner, one]) =>
      [...byKey].flatMap(([outer, other]) =>
        inner !== outer && isWithin(one, other, catalog) ? lawsBetween(inner, outer, cells) : [],
      ),
    );
  });
}
