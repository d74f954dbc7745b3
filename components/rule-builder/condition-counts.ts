import type { Draft, DraftRule, Omitted } from '#lib/rules/draft.ts';

function conditionsIn(rule: DraftRule, isLeftOut: boolean, omitted: ReadonlyMap<string, Omitted>): boolean[] {
  const isOut = isLeftOut || Boolean(rule.muted) || omitted.has(rule.id);
  return rule.kind === 'group'
    ? rule.rules.flatMap((inner) => conditionsIn(inner, isOut, omitted))
    : [!isOut];
}

/** How many conditions a draft has, and how many of them count. */
export function conditionCounts(
  draft: Draft,
  omitted: ReadonlyMap<string, Omitted>,
): { counted: number; all: number } {
  const each = draft.root.rules.flatMap((rule) => conditionsIn(rule, false, omitted));
  return { counted: each.filter(Boolean).length, all: each.length };
}

/** Why a draft cannot be published yet, in a few words; null when nothing stands against it. */
export function publishRefusal(draft: Draft, omitted: ReadonlyMap<string, Omitted>): string | null {
  const left = [...omitted.values()];
  const muted = left.filter(({ reason }) => reason === 'muted').length;
  const unfinished = left.filter(({ reason }) => reason === 'unfinished').length;
  if (muted + unfinished > 0) {
    const parts = [...(unfinished ? [`${unfinished} unfinished`] : []), ...(muted ? [`${muted} muted`] : [])];
    const settle =
      muted + unfinished === 1
        ? 'settle it'
        : parts.length === 2 && muted + unfinished === 2
          ? 'settle both'
          : 'settle them';
    return `${parts.join(', ')}: ${settle} to publish`;
  }
  return draft.root.rules.length === 0 ? 'Add a condition to publish' : null;
}
