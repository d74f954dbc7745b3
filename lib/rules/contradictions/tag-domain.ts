import { cellsWhere, type Domain } from './cells.ts';

/** A test of a list of tags. `outside` turns it round. `present` asks for any tag. */
export type AskedTags = { outside: boolean } & (
  | { kind: 'any' | 'all'; texts: readonly string[] }
  | { kind: 'present' }
);

const MOST_TAGS = 8;

/** Every mix of the named tags, with and without others. Null: too many tags to tell apart. */
export function tagDomain(asked: readonly AskedTags[]): Domain<AskedTags> | null {
  const tags = [...new Set(asked.flatMap((one) => (one.kind === 'present' ? [] : one.texts)))];
  if (tags.length > MOST_TAGS) return null;
  const count = 2 ** (tags.length + 1);
  const passes = (cell: number, one: AskedTags) => {
    if (one.kind === 'present') return cell !== 0;
    const has = (tag: string) => (cell & (1 << tags.indexOf(tag))) !== 0;
    return one.kind === 'any' ? one.texts.some(has) : one.texts.every(has);
  };
  return {
    all: cellsWhere(count, () => true),
    setOf: (one) => cellsWhere(count, (cell) => passes(cell, one) !== one.outside),
  };
}
