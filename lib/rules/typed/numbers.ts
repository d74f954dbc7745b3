import type { Operator } from '../ast.ts';

const factors: Readonly<Record<string, number>> = {
  '': 1,
  '%': 0.01,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  mio: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
};

const numberPattern = /^[$€£]?\s*(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)\s*(%|[a-z]*)$/i;

/** `10m`, `$1,200`, `20%`, `1.5 bn` → a number, or null. */
export function parseTypedNumber(text: string): number | null {
  const match = numberPattern.exec(text.trim());
  const factor = factors[(match?.[2] ?? '').toLowerCase()];
  if (!match?.[1] || factor === undefined) return null;
  const value = Number((Number(match[1].replaceAll(',', '')) * factor).toPrecision(15));
  return Number.isFinite(value) ? value : null;
}

const comparisons: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:is\s+)?(?:>=|=>|≥|at least|min(?:imum)?|from|since)\s*/i, 'gte'],
  [/^(?:is\s+)?(?:<=|=<|≤|at most|up to|max(?:imum)?)\s*/i, 'lte'],
  [/^(?:is\s+)?(?:>|over|above|more than|greater than|after)\s*/i, 'gt'],
  [/^(?:is\s+)?(?:<|under|below|less than|fewer than|before)\s*/i, 'lt'],
  [/^(?:!=|<>|≠|is not|not)\s*/i, 'ne'],
  [/^(?:==?|is|equals|exactly|in|:)?\s*/i, 'eq'],
];

export type NumberEntry = { operator: Operator; value: number | [number, number] };

const rangePattern =
  /^(not\s+)?(?:is\s+)?(?:between\s+)?(\S+(?:\s(?:k|m|b|mn|bn|thousand|million|billion)\b)?)\s*(?:-|–|—|\.\.|\bto\b|\band\b)\s*(\S.*)$/i;

function parseRange(text: string): NumberEntry | null {
  const match = rangePattern.exec(text);
  const low = parseTypedNumber(match?.[2] ?? '');
  const high = parseTypedNumber(match?.[3] ?? '');
  if (!match || low === null || high === null) return null;
  return { operator: match[1] ? 'notBetween' : 'between', value: [Math.min(low, high), Math.max(low, high)] };
}

/** `> 500`, `500-2000`, `at least 10m`, `500+`, or null. */
export function parseComparison(text: string): NumberEntry | null {
  const typed = text.trim();
  const range = parseRange(typed);
  if (range) return range;
  const open = /^(.*\d[a-z]*)\s*(?:\+|or more|and more|and up)$/i.exec(typed);
  const least = open?.[1] === undefined ? null : parseTypedNumber(open[1]);
  if (least !== null) return { operator: 'gte', value: least };
  for (const [pattern, operator] of comparisons) {
    const rest = typed.replace(pattern, '');
    if (rest === typed && operator !== 'eq') continue;
    const value = parseTypedNumber(rest);
    return value === null ? null : { operator, value };
  }
  return null;
}
