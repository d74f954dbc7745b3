import type { CodeCounts } from './tally.ts';

/** Which of a field's codes each record holds, by ordinal: a place in `codes`, where place 0 stands for none. */
export type Groups = { places: Uint16Array; codes: number[]; placeOf: Map<number, number> };

/** The code of a record by ordinal, -1 = none. */
export type CodeReader = (ordinal: number) => number;

const MOST_CODES = 65_536;

/** Puts a record into the group of its code; false when there are too many codes to be grouped. */
export function putGroup({ places, codes, placeOf }: Groups, ordinal: number, code: number): boolean {
  const known = placeOf.get(code);
  if (known === undefined) {
    if (codes.length === MOST_CODES) return false;
    placeOf.set(code, codes.length);
    codes.push(code);
  }
  places[ordinal] = known ?? codes.length - 1;
  return true;
}

/** Groups `size` records by their code, so that members are counted in two bytes a record; null for too many codes. */
export function groupsOf(codeAt: CodeReader, size: number): Groups | null {
  const groups: Groups = { places: new Uint16Array(size), codes: [-1], placeOf: new Map([[-1, 0]]) };
  for (let ordinal = 0; ordinal < size; ordinal++) {
    if (!putGroup(groups, ordinal, codeAt(ordinal))) return null;
  }
  return groups;
}

/** How many of the records hold each code, and how many hold none. */
export function tallyGroups({ places, codes }: Groups, ordinals: Int32Array): CodeCounts {
  const dense = new Int32Array(codes.length);
  for (let index = 0; index < ordinals.length; index++) dense[places[ordinals[index]!]!]! += 1;
  const counts = new Map<number, number>();
  for (let place = 1; place < dense.length; place++) {
    if (dense[place]! > 0) counts.set(codes[place]!, dense[place]!);
  }
  return { counts, missing: dense[0]! };
}
