import { editDistance } from '#lib/shared/edit-distance.ts';
import { foldText } from '#lib/shared/text.ts';

/** Why two spellings may be one value, surest first: same letters and digits · few letters differ · a known other wording. */
export type SpellingReason = 'spacing' | 'typo' | 'wording';

export type SpellingSuggestion = {
  from: string;
  to: string;
  rows: number;
  reason: SpellingReason;
  isKnown: boolean;
};

export type SpellingSources = {
  /** Values of the file with their rows. */
  values: readonly { value: string; count: number }[];
  /** Values that are right: the vocabulary, the product table, country names. */
  vocabulary: readonly string[];
  /** Values that stand in the data. */
  existing: readonly string[];
  /** The shipped value that another wording means, if any. */
  canonical?: (value: string) => string | null;
  /** Values that need no suggestion (a country that is read, for example). */
  isFine?: (value: string) => boolean;
};

const squash = (folded: string) => folded.replace(/[^\p{L}\p{N}]+/gu, '');

const allowedEdits = (length: number) => (length < 5 ? 0 : length < 8 ? 1 : 2);

type Candidate = { label: string; folded: string; squashed: string; weight: number; isKnown: boolean };

function candidatesOf(sources: SpellingSources): Candidate[] {
  const candidates = new Map<string, Candidate>();
  const add = (label: string, weight: number, isKnown: boolean) => {
    const folded = foldText(label);
    if (folded !== '' && !candidates.has(folded))
      candidates.set(folded, { label, folded, squashed: squash(folded), weight, isKnown });
  };
  for (const label of sources.vocabulary) add(label, Number.POSITIVE_INFINITY, true);
  for (const label of sources.existing) add(label, Number.POSITIVE_INFINITY, true);
  for (const { value, count } of sources.values) add(value, count, false);
  return [...candidates.values()];
}

/** The same letters with a number that differs are two things: `Plan 1`, `Plan 2`. */
const digitsOf = (text: string) => text.replace(/\D/g, '');

/**
 * Spellings that probably mean another value of the vocabulary, the data or the file. Only proposed, never applied:
 * the person accepts each. Values that stand in the vocabulary or the data themselves are left alone.
 */
export function suggestSpellings(sources: SpellingSources): SpellingSuggestion[] {
  const candidates = candidatesOf(sources);
  const known = new Set(candidates.filter((entry) => entry.isKnown).map((entry) => entry.folded));
  const suggestions: SpellingSuggestion[] = [];
  for (const { value, count } of sources.values) {
    const folded = foldText(value);
    if (folded === '' || known.has(folded) || sources.isFine?.(value)) continue;
    const squashed = squash(folded);
    let best: { candidate: Candidate; reason: SpellingReason; edits: number } | null = null;
    for (const candidate of candidates) {
      if (candidate.folded === folded || (!candidate.isKnown && candidate.weight < count * 3)) continue;
      if (candidate.squashed === squashed) {
        best = { candidate, reason: 'spacing', edits: 0 };
        if (candidate.isKnown) break;
        continue;
      }
      const limit = allowedEdits(Math.min(squashed.length, candidate.squashed.length));
      if (
        limit === 0 ||
        squashed[0] !== candidate.squashed[0] ||
        digitsOf(squashed) !== digitsOf(candidate.squashed)
      )
        continue;
      const edits = editDistance(squashed, candidate.squashed, limit);
      if (
        edits <= limit &&
        (!best ||
          edits < best.edits ||
          (edits === best.edits && candidate.isKnown && !best.candidate.isKnown))
      ) {
        best = { candidate, reason: 'typo', edits };
      }
    }
    const canonical = sources.canonical?.(value) ?? null;
    if (best && (best.reason === 'spacing' || canonical === null)) {
      suggestions.push({
        from: value,
        to: best.candidate.label,
        rows: count,
        reason: best.reason,
        isKnown: best.candidate.isKnown,
      });
    } else if (canonical !== null && foldText(canonical) !== folded) {
      suggestions.push({ from: value, to: canonical, rows: count, reason: 'wording', isKnown: true });
    }
  }
  return suggestions.sort(
    (a, b) => Number(a.reason === 'wording') - Number(b.reason === 'wording') || b.rows - a.rows,
  );
}
