/** Instants [from, to) in ms; Infinity = without end. A set of them is ascending and never touches itself. */
export type Span = { from: number; to: number };
export type Spans = readonly Span[];

export const always: Spans = [{ from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY }];
export const never: Spans = [];

export function since(at: number | null): Spans {
  return at === null ? never : [{ from: at, to: Number.POSITIVE_INFINITY }];
}

export function union(spans: Iterable<Span>): Spans {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const merged: Span[] = [];
  for (const span of sorted) {
    if (span.to <= span.from) continue;
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ ...span });
  }
  return merged;
}

export function complement(spans: Spans): Spans {
  const gaps: Span[] = [];
  let from = Number.NEGATIVE_INFINITY;
  for (const span of spans) {
    if (span.from > from) gaps.push({ from, to: span.from });
    from = span.to;
  }
  if (from < Number.POSITIVE_INFINITY) gaps.push({ from, to: Number.POSITIVE_INFINITY });
  return gaps;
}

export function intersect(a: Spans, b: Spans): Spans {
  const both: Span[] = [];
  for (let i = 0, j = 0; ; ) {
    const left = a[i];
    const right = b[j];
    if (!left || !right) return both;
    const from = Math.max(left.from, right.from);
    const to = Math.min(left.to, right.to);
    if (from < to) both.push({ from, to });
    if (left.to < right.to) i++;
    else j++;
  }
}

export function intersectAll(sets: readonly Spans[]): Spans {
  return sets.reduce(intersect, always);
}

/** What lies in [from, to). */
export function clip(spans: Spans, from: number, to: number): Spans {
  return intersect(spans, [{ from, to }]);
}
