import type { Catalog } from '../catalog.ts';
import type { ResolvedFieldGroup, ResolvedGroup, ResolvedRelated, ResolvedRule } from '../resolved.ts';
import { type Formula, formulasOf, type Things, windowAsField } from './formula.ts';
import { rowLaws } from './row-laws.ts';
import { coreOf, type Given, isPossible, relevantTo } from './satisfy.ts';

/**
 * What logic alone says about a node, beside everything that stands around it:
 * never true: writing "nobody" for `of` changes no answer; always true: neither does writing "everybody";
 * redundant: neither does taking `of` out.
 */
export type LogicFinding = {
  code: 'neverTrue' | 'alwaysTrue' | 'redundant';
  /** The node about which it is said. */
  of: string;
  /** The condition to show it at. */
  at: string;
  /** What it clashes with, or what makes it needless. */
  because: string[];
};

type AnyGroup = ResolvedGroup | ResolvedFieldGroup;
type Join = Extract<Formula, { kind: 'join' }>;

function givenBy(formulas: readonly Formula[], is: boolean): Given[] {
  return formulas.map((formula) => ({ formula, is }));
}

/** The reasons among them, and the laws that are no reason. */
function split(given: readonly Given[]): { laws: Given[]; reasons: Given[] } {
  return { laws: given.filter(({ isLaw }) => isLaw), reasons: given.filter(({ isLaw }) => !isLaw) };
}

function joinFindings(group: Join, context: readonly Given[], things: Things): LogicFinding[] {
  const { op, parts } = group;
  // Beside a part that decides the group, no other part matters: so the others are taken not to decide it.
  const undecided = op === 'all';
  const idsOf = (given: readonly Given[]) => given.map(({ formula }) => formula.id);

  const whole = givenBy(parts, undecided);
  const around = relevantTo(whole, context);
  if (!isPossible([...around, ...whole], things)) {
    const { laws, reasons } = split(around);
    const core = coreOf(laws, [...reasons, ...whole], things);
    const own = core.filter((one) => whole.includes(one));
    const [single] = own;
    const code = op === 'any' ? 'alwaysTrue' : 'neverTrue';
    if (own.length === core.length && own.length === 1 && single?.formula.kind === 'join') {
      const inner = joinFindings(single.formula, laws, things);
      if (inner.length > 0) return inner;
    }
    const at = own.at(-1)?.formula.id ?? group.id;
    return [{ code, of: group.id, at, because: idsOf(core).filter((id) => id !== at) }];
  }

  const found: LogicFinding[] = [];
  let kept = [...whole];
  for (const one of [...whole].reverse()) {
    const others = kept.filter((other) => other !== one);
    const turned = [{ formula: one.formula, is: !undecided }];
    const beside = relevantTo(turned, [...context, ...others]);
    if (isPossible([...beside, ...turned], things)) continue;
    kept = others;
    const { laws, reasons } = split(beside);
    const because = idsOf(coreOf([...turned, ...laws], reasons, things));
    const { id } = one.formula;
    if (because.length > 0) found.push({ code: 'redundant', of: id, at: id, because });
    else found.push({ code: undecided ? 'alwaysTrue' : 'neverTrue', of: id, at: id, because });
  }
  const inner = kept.flatMap((one) => {
    if (one.formula.kind !== 'join') return [];
    return joinFindings(one.formula, [...context, ...kept.filter((other) => other !== one)], things);
  });
  return [...found.reverse(), ...inner];
}

function relatedIn(rule: ResolvedRule | ResolvedFieldGroup): ResolvedRelated[] {
  if (rule.kind === 'group') return rule.rules.flatMap(relatedIn);
  return rule.kind === 'related' ? [rule] : [];
}

function findingsIn(
  group: AnyGroup,
  beside: Parameters<typeof formulasOf>[0],
  catalog: Catalog,
  hasRows: (rule: ResolvedRelated) => boolean,
): { findings: LogicFinding[]; isPossible: boolean } {
  const { formulas, things, numberCells } = formulasOf([group, ...beside], catalog, hasRows);
  const [own, ...others] = formulas;
  if (own?.kind !== 'join') return { findings: [], isPossible: true };
  const laws = rowLaws(relatedIn(group), catalog, numberCells);
  const context = [...givenBy(others, true), ...laws];
  return {
    findings: joinFindings(own, context, things),
    isPossible: isPossible([...context, { formula: own, is: true }], things),
  };
}

/** Everything that logic finds in a resolved rule, in its order; the groups on rows included. */
export function logicFindings(root: ResolvedGroup, catalog: Catalog): LogicFinding[] {
  const impossible = new Set<string>();
  const inRows = relatedIn(root).flatMap((rule) => {
    if (!rule.where) return [];
    const window = windowAsField(rule);
    const { findings, isPossible: hasRows } = findingsIn(
      rule.where,
      window ? [window] : [],
      catalog,
      () => true,
    );
    if (!hasRows) impossible.add(rule.id);
    // The window is part of the condition itself.
    return findings.map((one) => ({
      ...one,
      because: one.because.map((id) => (id === window?.id ? rule.id : id)),
    }));
  });
  const { findings } = findingsIn(root, [], catalog, ({ id }) => !impossible.has(id));
  return [...findings, ...inRows];
}
