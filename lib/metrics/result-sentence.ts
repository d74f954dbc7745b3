import { formatNumber, formatRate } from '#lib/shared/format.ts';
import type { Rate } from './rate.ts';
import { type ResultRow, successes } from './result-rows.ts';

/** A piece of a sentence; `strong` pieces are names and counts. */
export type SentencePart = { text: string; strong?: true };

const plain = (text: string): SentencePart => ({ text });
const strong = (text: string): SentencePart => ({ text, strong: true });

/**
 * What the figures say in one or two sentences, with their doubt: replies first, then wins. A difference is claimed
 * only where intervals do not meet; a difference that only looks like one says so.
 */
export function resultSentence(
  rows: readonly ResultRow[],
  restName: string,
  /** What a row does: a segment `replies`, a rep `gets replies`. */
  replyVerb: 'replies' | 'gets replies' = 'replies',
): SentencePart[] {
  const told = rows.filter((row) => !row.isRest && row.label !== null && !row.isTooFew);
  if (told.length === 0) return [plain('Too few closed deals to tell anything apart yet.')];
  const replies = repliesSentence(told, restName, replyVerb);
  const wins = winsSentence(told, restName, replies[0]?.text ?? null);
  if (replies.length + wins.length === 0) {
    return [plain(`Nothing differs clearly from ${restName}: every interval meets its interval.`)];
  }
  return [...replies, ...(replies.length > 0 && wins.length > 0 ? [plain(' ')] : []), ...wins];
}

function repliesSentence(rows: readonly ResultRow[], restName: string, verb: string): SentencePart[] {
  const [first, second] = byRate(
    rows.filter((row) => row.replies === 'higher'),
    (row) => row.group.replyRate,
  );
  if (first) {
    const more = timesMore(first.group.replyRate, first.against.replyRate);
    const parts = [strong(first.label ?? ''), plain(` ${verb} ${more} as ${restName}`)];
    if (!second) return [...parts, plain('.')];
    const also = formatRate(second.group.replyRate?.value ?? 0, { digits: 0 });
    return [...parts, plain(', '), strong(second.label ?? ''), plain(` more often too (${also}).`)];
  }
  const lower = byRate(
    rows.filter((row) => row.replies === 'lower'),
    (row) => row.group.replyRate,
  ).at(-1);
  return lower ? [strong(lower.label ?? ''), plain(` ${verb} less often than ${restName}.`)] : [];
}

function winsSentence(
  rows: readonly ResultRow[],
  restName: string,
  /** Whom the sentence before is about. */
  spokenOf: string | null,
): SentencePart[] {
  const ranked = byRate(rows, (row) => row.group.winRate);
  const clear = ranked.find((row) => row.wins === 'higher');
  const lower = ranked.findLast((row) => row.wins === 'lower');
  const against = (row: ResultRow) => [plain(' against '), strong(ofText(row.against.winRate))];
  if (clear) {
    const isSame = clear.label === spokenOf;
    return [
      isSame ? plain('It') : strong(clear.label ?? ''),
      plain(isSame ? ' wins more often, too, ' : ` wins more often than ${restName}, `),
      strong(ofText(clear.group.winRate)),
      ...against(clear),
      plain('.'),
    ];
  }
  if (lower) {
    return [
      strong(lower.label ?? ''),
      plain(` wins less often than ${restName}, `),
      strong(ofText(lower.group.winRate)),
      ...against(lower),
      plain('.'),
    ];
  }
  const [best] = ranked;
  if (!best || (best.group.winRate?.value ?? 0) <= (best.against.winRate?.value ?? 1)) return [];
  const look = spokenOf === null ? 'wins look better' : 'wins look better too';
  return [
    strong(best.label ?? ''),
    plain(`’s ${look}, `),
    strong(ofText(best.group.winRate)),
    ...against(best),
    plain(', but the two intervals still meet.'),
  ];
}

function byRate(rows: readonly ResultRow[], rateOf: (row: ResultRow) => Rate | null): ResultRow[] {
  return rows
    .filter((row) => (rateOf(row)?.value ?? null) !== null)
    .sort((a, b) => (rateOf(b)?.value ?? 0) - (rateOf(a)?.value ?? 0));
}

function timesMore(rate: Rate | null, rest: Rate | null): string {
  if (!rate?.value || !rest?.value) return 'far more often, not as rarely';
  const times = rate.value / rest.value;
  if (times >= 1.85 && times < 2.15) return 'twice as often';
  return `${times.toFixed(1)} times as often`;
}

function ofText(rate: Rate | null): string {
  return rate ? `${formatNumber(successes(rate))} of ${formatNumber(rate.n)}` : 'none';
}
