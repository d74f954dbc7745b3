import { cellsWhere, type Domain } from './cells.ts';

type Part = 'contains' | 'startsWith' | 'endsWith';

/** A test of one folded text. `outside` turns it round, and a missing value then passes. `present` asks for any value. */
export type AskedText = { outside: boolean } & (
  | { kind: 'oneOf'; texts: readonly string[] }
  | { kind: 'part'; part: Part; text: string }
  | { kind: 'present' }
);

/** Parts that are told apart for texts that no condition names. */
const MOST_PARTS = 6;

const hasPart: Record<Part, (text: string, part: string) => boolean> = {
  contains: (text, part) => text.includes(part),
  startsWith: (text, part) => text.startsWith(part),
  endsWith: (text, part) => text.endsWith(part),
};

function partKey(part: Part, text: string): string {
  return `${part} ${text}`;
}

/** Named texts, then every mix of parts that another text may have, then missing. Null: too many parts to tell apart. */
export function textDomain(asked: readonly AskedText[]): Domain<AskedText> | null {
  const texts = [...new Set(asked.flatMap((one) => (one.kind === 'oneOf' ? one.texts : [])))];
  const placeOf = new Map(texts.map((text, at) => [text, at]));
  const parts = new Map(
    asked.flatMap((one) =>
      one.kind === 'part' ? [[partKey(one.part, one.text), { part: one.part, text: one.text }] as const] : [],
    ),
  );
  if (parts.size > MOST_PARTS) return null;
  const order = [...parts.keys()];
  const missing = texts.length + 2 ** order.length;

  /** A text with one part has every part that this part has itself. */
  const mayOccur = (mix: number) =>
    order.every((key, at) => {
      const one = parts.get(key);
      if (!one || (mix & (1 << at)) === 0) return true;
      return order.every((other, place) => {
        const inner = parts.get(other);
        const follows =
          inner &&
          (inner.part === 'contains' || inner.part === one.part) &&
          hasPart[inner.part](one.text, inner.text);
        return !follows || (mix & (1 << place)) !== 0;
      });
    });

  const passes = (cell: number, one: AskedText): boolean => {
    if (one.kind === 'present') return true;
    const text = texts[cell];
    if (one.kind === 'oneOf') return false;
    if (text !== undefined) return hasPart[one.part](text, one.text);
    return ((cell - texts.length) & (1 << order.indexOf(partKey(one.part, one.text)))) !== 0;
  };

  return {
    all: cellsWhere(
      missing + 1,
      (cell) => cell < texts.length || cell === missing || mayOccur(cell - texts.length),
    ),
    setOf: (one) => {
      const named = one.kind === 'oneOf' ? new Set(one.texts.map((text) => placeOf.get(text))) : null;
      return cellsWhere(missing + 1, (cell) => {
        if (cell === missing) return one.outside;
        return (named ? named.has(cell) : passes(cell, one)) !== one.outside;
      });
    },
  };
}
