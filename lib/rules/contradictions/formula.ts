import type { GroupOperator } from '../ast.ts';
import type { Catalog } from '../catalog.ts';
import type { ResolvedField, ResolvedFieldGroup, ResolvedRelated, ResolvedRule } from '../resolved.ts';
import {
  type Asked,
  type AskedFlag,
  askedOfField,
  askedOfPin,
  askedOfRows,
  askedOfSegment,
} from './asked.ts';
import { type CellSet, cellsWhere } from './cells.ts';
import { type Cell, numberDomain } from './number-domain.ts';
import { tagDomain } from './tag-domain.ts';
import { textDomain } from './text-domain.ts';

/** A rule as sets of values: every leaf says in which cells of its thing it is true. */
export type Formula = { id: string } & (
  | { kind: 'leaf'; thing: string; set: CellSet }
  | { kind: 'join'; op: GroupOperator; parts: Formula[] }
);

/** All cells of each thing that a formula speaks of. */
export type Things = ReadonlyMap<string, CellSet>;

type AnyRule = ResolvedRule | ResolvedFieldGroup;
type Leaf = Exclude<AnyRule, { kind: 'group' }>;
type Read = (asked: Asked) => { thing: string; set: CellSet };

function leavesOf(rule: AnyRule): Leaf[] {
  return rule.kind === 'group' ? rule.rules.flatMap(leavesOf) : [rule];
}

function flagSet({ yes, no, missing }: AskedFlag): CellSet {
  return cellsWhere(3, (cell) => [yes, no, missing][cell] === true);
}

/** Too much to tell apart: the condition is a thing of its own, true or false. */
function ownThing(asked: Asked): { thing: string; set: CellSet } {
  const { outside = false, ...rest } = asked.asked as { outside?: boolean };
  return {
    thing: `${asked.key} ${JSON.stringify(rest)}`,
    set: flagSet({ yes: !outside, no: outside, missing: false }),
  };
}

function isOf<Type extends Asked['type']>(type: Type) {
  return (one: Asked): one is Extract<Asked, { type: Type }> => one.type === type;
}

/** Cuts the values of one thing by everything that is asked of it. */
function readerFor(
  asked: readonly Asked[],
  things: Map<string, CellSet>,
  numberCells: Map<string, readonly Cell[]>,
): Read {
  const [first] = asked;
  if (!first) return ownThing;
  const { key } = first;
  const numbers = asked.filter(isOf('number'));
  const texts = asked.filter(isOf('text'));
  const tags = asked.filter(isOf('tags'));
  if (first.type === 'flag') {
    things.set(key, flagSet({ yes: true, no: true, missing: first.mayBeMissing }));
    return (one) => ({ thing: key, set: one.type === 'flag' ? flagSet(one.asked) : new Uint32Array(1) });
  }
  const number =
    first.type === 'number'
      ? numberDomain(
          numbers.map((one) => one.asked),
          first.kind,
        )
      : null;
  const text = first.type === 'text' ? textDomain(texts.map((one) => one.asked)) : null;
  const tag = first.type === 'tags' ? tagDomain(tags.map((one) => one.asked)) : null;
  const all = number?.all ?? text?.all ?? tag?.all;
  if (all) things.set(key, all);
  if (number) numberCells.set(key, number.cells);
  return (one) => {
    if (number && one.type === 'number') return { thing: key, set: number.setOf(one.asked) };
    if (text && one.type === 'text') return { thing: key, set: text.setOf(one.asked) };
    if (tag && one.type === 'tags') return { thing: key, set: tag.setOf(one.asked) };
    const own = ownThing(one);
    things.set(own.thing, flagSet({ yes: true, no: true, missing: false }));
    return own;
  };
}

/**
 * Rules as formulas over shared things, and the cells of those that are numbers. `hasRows` says whether a row can satisfy what a related condition asks of it;
 * `extra` are further conditions on the same things, such as the window on a row's date.
 */
export function formulasOf<Rule extends AnyRule>(
  rules: readonly Rule[],
  catalog: Catalog,
  hasRows: (rule: ResolvedRelated) => boolean,
): { formulas: Formula[]; things: Things; numberCells: ReadonlyMap<string, readonly Cell[]> } {
  const askedOf = (leaf: Leaf): Asked => {
    if (leaf.kind === 'field') return askedOfField(leaf, catalog);
    if (leaf.kind === 'pinned') return askedOfPin(leaf);
    return leaf.kind === 'related' ? askedOfRows(leaf, hasRows(leaf)) : askedOfSegment(leaf);
  };
  const asked = new Map(rules.flatMap(leavesOf).map((leaf) => [leaf, askedOf(leaf)] as const));
  const byKey = new Map<string, Asked[]>();
  for (const one of asked.values()) byKey.set(one.key, [...(byKey.get(one.key) ?? []), one]);
  const things = new Map<string, CellSet>();
  const numberCells = new Map<string, readonly Cell[]>();
  const readers = new Map([...byKey].map(([key, all]) => [key, readerFor(all, things, numberCells)]));
  const formulaOf = (rule: AnyRule): Formula => {
    if (rule.kind === 'group') {
      return { id: rule.id, kind: 'join', op: rule.op, parts: rule.rules.map(formulaOf) };
    }
    const one = asked.get(rule) as Asked;
    const read = readers.get(one.key) as Read;
    return { id: rule.id, kind: 'leaf', ...read(one) };
  };
  return { formulas: rules.map(formulaOf), things, numberCells };
}

/** The window of a related condition as a condition on the date of its rows. */
export function windowAsField({ id, entity, window }: ResolvedRelated): ResolvedField | null {
  if (!window) return null;
  const value = { kind: 'dates', bounds: window.bounds } as const;
  return { id: `${id} window`, kind: 'field', field: `${entity}.${window.field}`, operator: 'within', value };
}
