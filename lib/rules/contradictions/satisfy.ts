import { both, butNot, type CellSet, isNone } from './cells.ts';
import type { Formula, Things } from './formula.ts';

/** A formula that is taken to be true or false. `isLaw`: it holds for every record, so it is nobody's reason. */
export type Given = { formula: Formula; is: boolean; isLaw?: boolean };

type Allowed = Map<string, CellSet>;
/** At least one of these has to hold. */
type Choice = readonly Given[];
type State = { allowed: Allowed; choices: Choice[]; steps: { left: number } };

const MOST_STEPS = 20_000;

class TooHard extends Error {}

/** Takes something as given; false when that cannot be. Alternatives are kept for later. */
function take(state: State, things: Things, { formula, is }: Given): boolean {
  state.steps.left -= 1;
  if (state.steps.left < 0) throw new TooHard();
  if (formula.kind === 'leaf') {
    const before = state.allowed.get(formula.thing) ?? things.get(formula.thing) ?? formula.set;
    const after = is ? both(before, formula.set) : butNot(before, formula.set);
    state.allowed.set(formula.thing, after);
    return !isNone(after);
  }
  const { op, parts } = formula;
  const isEach = (op === 'any') !== is;
  const partIs = op === 'none' ? !is : is;
  const given = parts.map((part) => ({ formula: part, is: partIs }));
  if (isEach) return given.every((one) => take(state, things, one));
  state.choices.push(given);
  return true;
}

function copyOf({ allowed, choices, steps }: State): State {
  return { allowed: new Map(allowed), choices: [...choices], steps };
}

function tried(state: State, things: Things, one: Given): State | null {
  const next = copyOf(state);
  return take(next, things, one) ? next : null;
}

/** Whether every choice can be made: the narrowest first, so that what is forced is found before anything is guessed. */
function choosable(state: State, things: Things): boolean {
  const rated = state.choices.map((choice) => ({
    choice,
    ways: choice.flatMap((one) => tried({ ...state, choices: [] }, things, one) ?? []),
  }));
  const narrowest = rated.reduce<(typeof rated)[number] | null>(
    (best, one) => (best && best.ways.length <= one.ways.length ? best : one),
    null,
  );
  if (!narrowest) return true;
  const rest = state.choices.filter((choice) => choice !== narrowest.choice);
  return narrowest.ways.some((way) => choosable({ ...way, choices: [...rest, ...way.choices] }, things));
}

/**
 * Whether all of this can be true of one record at once. Things are taken to be independent of each other, and what is too
 * hard to settle counts as possible, so that "no" is always right.
 */
export function isPossible(given: readonly Given[], things: Things): boolean {
  const state: State = { allowed: new Map(), choices: [], steps: { left: MOST_STEPS } };
  try {
    return given.every((one) => take(state, things, one)) && choosable(state, things);
  } catch (error) {
    if (error instanceof TooHard) return true;
    throw error;
  }
}

function thingsIn(formula: Formula): string[] {
  return formula.kind === 'leaf' ? [formula.thing] : formula.parts.flatMap(thingsIn);
}

/** Those that speak of the same things as `of`, directly or through each other. */
export function relevantTo(of: readonly Given[], given: readonly Given[]): Given[] {
  const seen = new Set(of.flatMap(({ formula }) => thingsIn(formula)));
  let left = given.map((one) => ({ one, about: thingsIn(one.formula) }));
  const found = new Set<Given>();
  for (let isGrowing = true; isGrowing; ) {
    const near = left.filter(({ about }) => about.some((thing) => seen.has(thing)));
    isGrowing = near.length > 0;
    for (const { one, about } of near) {
      found.add(one);
      for (const thing of about) seen.add(thing);
    }
    left = left.filter(({ one }) => !found.has(one));
  }
  return given.filter((one) => found.has(one));
}

/** The fewest of `given` (no smaller part of them does) that cannot be true beside `fixed`; they cannot all be. */
export function coreOf(fixed: readonly Given[], given: readonly Given[], things: Things): Given[] {
  let core = [...given];
  for (const one of given) {
    const rest = core.filter((other) => other !== one);
    if (!isPossible([...fixed, ...rest], things)) core = rest;
  }
  return core;
}
